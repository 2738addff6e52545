package org.crease.trainer.sweep;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What is told of the numbers that the repetitions of a cell gave. Repetitions without a number (NaN) are left out.
 *
 * @param n how many numbers
 * @param mean their mean
 * @param deviation their standard deviation, with n - 1 below; NaN for one number
 * @param quantiles at 5, 25, 50, 75 and 95 %, between neighbours linearly (NumPy's default, type 7 of Hyndman and Fan 1996)
 * @param low lower end of the 95 % confidence interval of the mean, by Student's t with n - 1 degrees of freedom; NaN for one number
 * @param high upper end
 */
public record Statistic(int n, double mean, double deviation, double[] quantiles, double low, double high) {
    static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final double CONFIDENCE = 0.95;

    /** The statistic of some numbers. */
    public static Statistic of(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int n = sorted.length;
        double mean = n == 0 ? Double.NaN : Arrays.stream(sorted).sum() / n;
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
        double half = n < 2 ? Double.NaN : deviation == 0 ? 0 : student(n - 1) * deviation / Math.sqrt(n);
        double[] quantiles =
                Arrays.stream(LEVELS).map(level -> quantile(sorted, level)).toArray();
        return new Statistic(n, mean, deviation, quantiles, mean - half, mean + half);
    }

    /** The standard error of the mean. */
    public double error() {
        return deviation / Math.sqrt(n);
    }

    /** The middle number. */
    public double median() {
        return quantiles[2];
    }

    private static double student(int degrees) {
        return new TDistribution(degrees).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    }

    private static double quantile(double[] sorted, double level) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = level * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
