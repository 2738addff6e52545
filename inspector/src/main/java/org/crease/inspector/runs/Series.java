package org.crease.inspector.runs;

import java.util.Arrays;

/** Numbers over steps, in two columns; 16 bytes a point. */
final class Series {
    private long[] steps = new long[16];
    private double[] values = new double[16];
    private int size;

    void add(long step, double value) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        steps[size] = step;
        values[size] = value;
        size++;
    }

    int size() {
        return size;
    }

    double last() {
        return values[size - 1];
    }

    long lastStep() {
        return steps[size - 1];
    }

    long bytes() {
        return 16L * steps.length;
    }

    /**
     * The points, or so many of them that a line through them looks the same: cut into buckets of equally many points, each
     * gives its lowest and its highest, in their order, so that no peak is lost. The first and the last point are among
     * them. A bucket with a value that is no number gives one such as well, for the gap.
     *
     * @param most at least 8
     */
    Points points(int most) {
        if (size <= most) {
            return new Points(Arrays.copyOf(steps, size), Arrays.copyOf(values, size), size);
        }
        int buckets = (most - 2) / 3;
        Series thin = new Series();
        thin.add(steps[0], values[0]);
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = 1 + (int) ((long) bucket * (size - 2) / buckets);
            int to = 1 + (int) ((long) (bucket + 1) * (size - 2) / buckets);
            addExtremes(thin, from, to);
        }
        thin.add(steps[size - 1], values[size - 1]);
        return new Points(Arrays.copyOf(thin.steps, thin.size), Arrays.copyOf(thin.values, thin.size), size);
    }

    private void addExtremes(Series thin, int from, int to) {
        int low = -1;
        int high = -1;
        int gap = -1;
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(values[i])) {
                gap = gap < 0 ? i : gap;
            } else {
                low = low < 0 || values[i] < values[low] ? i : low;
                high = high < 0 || values[i] > values[high] ? i : high;
            }
        }
        int[] chosen = {low, high, gap};
        Arrays.sort(chosen);
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] >= 0 && (i == 0 || chosen[i] != chosen[i - 1])) {
                thin.add(steps[chosen[i]], values[chosen[i]]);
            }
        }
    }
}
