package org.crease.probes.partition;

/** Lets an interruption stop the work, which asks here often enough. */
final class Interruption {
    private Interruption() {}

    static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("partition was cancelled");
        }
    }
}
