package org.crease.probes.overlap;

import org.crease.probes.ProbeException;

/** What is asked of all numbers. */
final class Numbers {
    private Numbers() {}

    /** Refuses NaN and infinity. */
    static double[] finite(double[] numbers, String what) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new ProbeException(
                        what + ": element " + i + " is " + numbers[i] + "; linear regions need finite numbers");
            }
        }
        return numbers;
    }
}
