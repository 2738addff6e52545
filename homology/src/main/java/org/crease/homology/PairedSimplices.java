package org.crease.homology;

/** Which simplices of one dimension give birth to classes, and what ended those. */
interface PairedSimplices {
    long NONE = -1;

    /**
     * The cofacet of equal diameter with which a simplex is paired in closed form, so that it gives birth to nothing that
     * lasts; else {@link #NONE}.
     */
    long cofacet(long simplex, int diameter);

    /** The number of the death of the class that a simplex gave birth to, or {@link LongIntMap#ABSENT}. */
    int death(long birth);

    /** Whether the class of one death was born after that of another. */
    boolean isBornLater(int death, int than);

    /** Adds the simplices of one dimension more whose boundary ended a class at a death. */
    void ending(int death, Terms into);
}
