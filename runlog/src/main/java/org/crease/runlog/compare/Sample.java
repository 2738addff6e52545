package org.crease.runlog.compare;

import java.util.List;

/**
 * The values of one group.
 *
 * @param values one a run, in the group's order; NaN where a run has none, or one that is not finite
 */
public record Sample(List<Double> values) {

    public Sample {
        values = values.stream()
                .map(value -> Double.isFinite(value) ? value : Double.NaN)
                .toList();
    }

    /** The values that are there. */
    public double[] defined() {
        return values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /** The mean of the values that are there; NaN when none is. */
    public double mean() {
        double[] defined = defined();
        double sum = 0;
        for (double value : defined) {
            sum += value;
        }
        return sum / defined.length;
    }

    /** The standard deviation (of n - 1) of the values that are there; NaN of fewer than two. */
    public double deviation() {
        double[] defined = defined();
        if (defined.length < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares = 0;
        for (double value : defined) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (defined.length - 1));
    }
}
