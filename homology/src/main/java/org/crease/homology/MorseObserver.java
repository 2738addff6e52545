package org.crease.homology;

/** Is told of the critical simplices of a {@link MorseFiltration} that change homology from dimension 1, in order. */
interface MorseObserver {
    /** Wants to know nothing. */
    MorseObserver NONE = new MorseObserver() {};

    /** A class is born with a simplex, its points in descending order. */
    default void born(int[] simplex, float diameter) {}

    /**
     * A class of one dimension less than a simplex dies with it.
     *
     * @param dying the number of the class in its dimension, from 0 in the order of births
     */
    default void died(int dying, int[] simplex, float diameter) {}
}
