package org.crease.homology.metric;

/** Threads that do the same work at once; the work itself deals out what there is to do. */
@FunctionalInterface
public interface Team {

    /** What each thread does until nothing is left. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    /**
     * Returns when all have done their work.
     *
     * @throws InterruptedException when the calling thread is interrupted; the others end too
     */
    void run(Work work) throws InterruptedException;

    /** The calling thread alone. */
    static Team ofOne() {
        return Work::run;
    }
}
