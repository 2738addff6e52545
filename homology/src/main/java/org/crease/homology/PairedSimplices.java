package org.crease.homology;

/** Which simplices of one dimension give birth to classes, and what ended those. */
interface PairedSimplices {
    long NONE = -1;

    /**
     * The cofacet of equal diameter with which a simplex is paired in closed form, so that it gives birth to nothing that
     * lasts; else {@link #NONE}.
     */
    long cofacet(long simplex, int diameter);

    /**
     * The place of a simplex among those that gave birth to classes that died, in the order of births; or {@link
     * LongIntMap#ABSENT} where it is none. Places may be left out.
     */
    int born(long simplex);

    /** The number of the death of the class of a birth, by its place. */
    int deathOf(int born);

    /** Adds the simplices of one dimension more whose boundary ended a class at a death. */
    void ending(int death, Terms into);
}
