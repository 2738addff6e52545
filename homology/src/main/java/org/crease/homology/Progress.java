package org.crease.homology;

/** Is told how far a computation is. */
@FunctionalInterface
public interface Progress {

    /**
     * Called now and then, from the thread that computes, so it should return at once; what it throws ends the computation.
     *
     * @param fraction of the work that is done, from 0 to 1, never less than before; roughly in proportion to time
     * @param doing what is being done, in a few words
     */
    void at(double fraction, String doing);

    /** Tells nobody. */
    static Progress none() {
        return NoProgress.INSTANCE;
    }
}
