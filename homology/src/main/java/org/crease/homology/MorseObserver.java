package org.crease.homology;

/** Is told of the critical simplices of a {@link MorseFiltration} that change homology from dimension 1, in order. */
interface MorseObserver {
    /** Wants to know nothing. */
    MorseObserver NONE = new MorseObserver() {};

    /** A class is born with a simplex, its points in descending order. */
    default void born(int[] simplex, float diameter) {}

    /**
     * A class of one dimension less than a simplex is about to die with it.
     *
     * @param onBoundary the values of living classes' cocycles on the simplex's boundary; the youngest of them dies
     */
    default void dying(SparseVector onBoundary, int[] simplex, float diameter) {}

    /** The filtration is at its end, of the classes of a dimension. */
    default void ended(int dimension) {}

    /** Memory held, about. */
    default long bytes() {
        return 0;
    }
}
