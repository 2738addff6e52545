package org.crease.homology;

/** Tells the edge between two points by its place in the order of lengths. */
interface EdgeRanks {
    /** Of two points that are never joined. */
    int NEVER = Integer.MAX_VALUE;

    /** The place of the edge between two different points, or {@link #NEVER}. */
    int rank(int i, int j);

    /** The memory they take. */
    long bytes();
}
