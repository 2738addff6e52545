package org.crease.homology;

/** Which simplices of one dimension give birth to classes, and what ended those. */
interface PairedSimplices {
    long NONE = -1;

    /**
     * A simplex of one dimension more in whose boundary this one is the last, where one is found without look-up; else
     * {@link #NONE}.
     */
    long cofacet(long simplex, int diameter);

    /** The number of the death of the class that a simplex gave birth to, or {@link LongIntMap#ABSENT}. */
    int death(long birth);

    /** Adds the simplices of one dimension more whose boundary ended a class at a death. */
    void ending(int death, Terms into);
}
