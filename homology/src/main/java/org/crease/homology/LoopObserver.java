package org.crease.homology;

/** Is told of the loops of a {@link LuneFiltration} while it goes on. */
interface LoopObserver {
    /** Wants to know nothing. */
    LoopObserver NONE = new LoopObserver() {};

    /** The values of the living loops' cocycles on edges added so far. */
    @FunctionalInterface
    interface Cocycles {
        /** The value of a loop's cocycle on the edge from i to j, i above j. */
        int value(int loop, int i, int j) throws InterruptedException;
    }

    /** A loop is born; it gets the next number, from 0. */
    default void born(int edge) {}

    /**
     * A loop is about to die, of the quadrilateral over an edge and two points of its lune.
     *
     * @param other the point that came second; with it, the edge makes a triangle on which the loop's cocycle is no cocycle
     */
    default void dying(int loop, int edge, int witness, int other, Cocycles cocycles) throws InterruptedException {}

    /** All edges are in. */
    default void ended(Cocycles cocycles) throws InterruptedException {}
}
