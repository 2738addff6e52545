package org.crease.homology;

/** Walks through the points that are joined to all of some others, in ascending order. */
interface CommonNeighbours {

    /** Starts over, with the neighbours of the first {@code size} of these points, which the cursor goes on reading. */
    void of(int[] points, int size);

    /** The next common neighbour, or -1 after the last. */
    int next();

    /** The length of the longest edge from the neighbour last returned to the points. */
    int reach();
}
