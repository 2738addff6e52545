package org.crease.trainer.device;

/**
 * Looks for graphics cards without loading ND4J. Found by {@link java.util.ServiceLoader}; asked only where a CUDA backend is
 * on the class path.
 */
public interface CardFinder {

    /** What is there now; a failure is a report too. */
    CardReport find();
}
