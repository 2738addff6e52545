package org.crease.benchmarks;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle of repeated measurements, which a busy moment of the machine does not move. */
public final class Median {
    private Median() {}

    /** The median of one quantity; the mean of the two in the middle of an even number. */
    public static <T> double of(Collection<T> measurements, ToDoubleFunction<T> quantity) {
        double[] sorted = measurements.stream().mapToDouble(quantity).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
