package org.crease.probes.overlap;

/** Lets an interruption stop the work at the next of many places. */
final class Cancellation {
    private Cancellation() {}

    static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("overlap probe was cancelled");
        }
    }
}
