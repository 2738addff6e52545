package org.crease.homology;

/** Is told of the loops of a {@link LuneFiltration} while it goes on. */
interface LoopObserver {
    /** Wants to know nothing. */
    LoopObserver NONE = new LoopObserver() {};

    /** A loop is born; it gets the next number, from 0. */
    default void born(int edge) {}

    /**
     * A loop is about to die, of the quadrilateral over an edge and two points of its lune.
     *
     * @param other the point that came second; with it, the edge makes a triangle on which the loop's cocycle is no cocycle
     * @param relation the values of living loops' cocycles on the quadrilateral; the youngest of them dies
     */
    default void dying(int edge, int witness, int other, SparseVector relation) {}

    /** All edges are in. */
    default void ended() {}

    /** Memory held, about. */
    default long bytes() {
        return 0;
    }
}
