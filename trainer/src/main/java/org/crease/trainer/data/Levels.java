package org.crease.trainer.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.crease.trainer.data.source.DataException;

/**
 * Cuts a quantity into levels: at its mean in the training split, or so that levels are equally frequent there. Then the
 * thresholds are its percentiles, interpolated linearly between order statistics (Hyndman and Fan 1996, type 7). A value at a
 * threshold is above it.
 *
 * @param thresholds between the levels, ascending
 */
record Levels(double[] thresholds) {

    /**
     * The levels of training values.
     *
     * @param key the configuration's key that asks, for messages
     * @throws DataException when a level would be empty, because too many values are equal
     */
    static Levels fit(double[] values, int count, String key) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] thresholds = new double[count - 1];
        for (int i = 0; i < thresholds.length; i++) {
            thresholds[i] = quantile(sorted, (i + 1.0) / count);
        }
        return filled(new Levels(thresholds), sorted, key);
    }

    /**
     * Two levels, below the mean of training values and above it.
     *
     * @param key the configuration's key that asks, for messages
     * @throws DataException when all values are equal
     */
    static Levels atMean(double[] values, String key) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return filled(new Levels(new double[] {mean}), sorted, key);
    }

    /** The levels themselves, none of them empty. */
    private static Levels filled(Levels levels, double[] sorted, String key) {
        int count = levels.count();
        int[] filled = new int[count];
        for (double value : sorted) {
            filled[levels.of(value)]++;
        }
        for (int level = 0; level < count; level++) {
            if (filled[level] == 0) {
                long distinct = Arrays.stream(sorted).distinct().count();
                throw new DataException(
                        "%s: %d levels asked for, but %d training values, %d of them distinct, leave level %d empty"
                                .formatted(key, count, sorted.length, distinct, level + 1));
            }
        }
        return levels;
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        double weight = position - below;
        return sorted[below] * (1 - weight) + sorted[below + 1] * weight;
    }

    /** Number of levels. */
    int count() {
        return thresholds.length + 1;
    }

    /** The level of a value, from 0. */
    int of(double value) {
        int level = 0;
        while (level < thresholds.length && value >= thresholds[level]) {
            level++;
        }
        return level;
    }

    /** A name for each level: its bounds. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        names.add("below " + shown(0));
        for (int i = 1; i < thresholds.length; i++) {
            names.add(shown(i - 1) + " to " + shown(i));
        }
        names.add(shown(thresholds.length - 1) + " and up");
        return names;
    }

    private String shown(int threshold) {
        return String.format(Locale.ROOT, "%.4g", thresholds[threshold]);
    }
}
