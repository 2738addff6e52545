package org.crease.benchmarks.distances;

import org.crease.benchmarks.CpuTime;

/**
 * A distance and what it took.
 *
 * @param wall seconds that passed
 * @param cpu seconds of processor
 */
record Answer(double distance, double wall, double cpu) {

    static Answer ours(Question question) {
        long wall = System.nanoTime();
        long cpu = CpuTime.ofThread();
        double distance = question.distance().between(question.a(), question.b());
        return new Answer(distance, (System.nanoTime() - wall) / 1e9, (CpuTime.ofThread() - cpu) / 1e9);
    }
}
