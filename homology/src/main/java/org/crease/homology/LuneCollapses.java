package org.crease.homology;

/** A growing graph that tells, for two of its points, to what the graph on their common neighbours, their lune, collapses. */
interface LuneCollapses {
    /** Of a lune without points. */
    int EMPTY = -1;
    /** Of a lune that has no apex. */
    int NO_APEX = -2;

    /** A point of the lune joined to all others of it, or {@link #NO_APEX}, or {@link #EMPTY}. */
    int apex(int i, int j) throws InterruptedException;

    /**
     * The collapse of the lune last asked for, which has points, with the critical cliques of its core.
     *
     * @param largest size of such cliques
     * @param limit of their number, after which they are not all listed
     */
    Collapse collapse(int largest, long limit) throws InterruptedException;

    /** Joins two points. */
    void join(int i, int j);
}
