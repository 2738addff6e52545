package org.crease.runlog.statistics;

import java.util.Arrays;

/** Two samples that a test compares: neither empty, every value finite. */
final class Samples {
    private Samples() {}

    /** The values of both, the first sample's first. */
    static double[] pooled(double[] first, double[] second) {
        check("first", first);
        check("second", second);
        double[] pooled = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, pooled, first.length, second.length);
        return pooled;
    }

    private static void check(String which, double[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("the " + which + " sample is empty; a test needs values in both");
        }
        for (int i = 0; i < sample.length; i++) {
            if (!Double.isFinite(sample[i])) {
                throw new IllegalArgumentException(
                        "value " + i + " of the " + which + " sample is " + sample[i] + "; finite ones are expected");
            }
        }
    }
}
