package org.crease.homology.complex;

/** Lets long work be interrupted. */
final class Interruption {
    private Interruption() {}

    /** Throws when the thread was interrupted; {@code work} says while doing what. */
    static void check(String work) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while " + work);
        }
    }
}
