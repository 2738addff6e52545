package org.crease.trainer.sweep;

/** Told how a sweep goes. Calls come from the threads that work, and must return at once. */
public interface SweepObserver {

    /** Tells nobody. */
    SweepObserver NONE = new SweepObserver() {};

    /**
     * It begins.
     *
     * @param cells number of cells
     * @param total number of repetitions of all cells
     * @param done how many of them were done before, and kept
     */
    default void started(int cells, long total, long done) {}

    /** So many repetitions are done now; called once for each. */
    default void advanced(long done) {}
}
