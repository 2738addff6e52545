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
     * @param boundary the values of living classes' cocycles on the simplex's boundary; the youngest class in it dies
     * @param living the classes of its dimension
     */
    default void dying(DenseSum boundary, int[] simplex, float diameter, Annotations living)
            throws InterruptedException {}

    /**
     * The filtration is at its end.
     *
     * @param living the classes of a dimension
     */
    default void ended(int dimension, Annotations living) throws InterruptedException {}
}
