package org.crease.benchmarks.training;

import org.crease.benchmarks.PhaseClock.Span;

/** One way of training a network. */
interface Contender {

    String name();

    /**
     * Trains a new network, with Adam on batches of {@value Architecture#BATCH}.
     *
     * @param samples number of samples, counted again each time they are seen; a multiple of the batch
     * @return time of the updates alone, on the thread that makes them
     */
    Span train(Architecture architecture, int samples);
}
