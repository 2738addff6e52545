package org.crease.homology.complex;

import java.util.Arrays;

/**
 * The distinct values of a filtration in order, and how to sort by them: a value's rank is found by bisection, and
 * things of known rank are counted into place, which is linear, stable and can be interrupted.
 */
final class SortedValues {
    private static final int BLOCK = 1 << 18;

    private final double[] values;

    private SortedValues(double[] values) {
        this.values = values;
    }

    /** Of values without NaN; the array stays as it is. */
    static SortedValues of(double[] values) throws InterruptedException {
        double[] sorted = sorted(values);
        int distinct = 0;
        for (int k = 0; k < sorted.length; k++) {
            if (k == 0 || sorted[k] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[k] + 0.0; // -0 is 0
            }
        }
        return new SortedValues(Arrays.copyOf(sorted, distinct));
    }

    /** Number of distinct values. */
    int count() {
        return values.length;
    }

    double value(int rank) {
        return values[rank];
    }

    /** The rank of a value that is there. */
    int rank(double value) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The ranks of values that are there. */
    int[] ranks(double[] of) throws InterruptedException {
        int[] ranks = new int[of.length];
        for (int k = 0; k < of.length; k++) {
            if (k % BLOCK == 0) {
                Interruption.check("ranking " + of.length + " values");
            }
            ranks[k] = rank(of[k]);
        }
        return ranks;
    }

    /** The indices of these keys, each from 0 to {@code bound} - 1, by key, then index. */
    static int[] order(int[] keys, int bound) throws InterruptedException {
        int[] next = new int[bound + 1];
        for (int key : keys) {
            next[key + 1]++;
        }
        for (int key = 0; key < bound; key++) {
            next[key + 1] += next[key];
        }
        int[] order = new int[keys.length];
        for (int k = 0; k < keys.length; k++) {
            if (k % BLOCK == 0) {
                Interruption.check("sorting " + keys.length + " cells");
            }
            order[next[keys[k]]++] = k;
        }
        return order;
    }

    /** Blocks sorted by the JDK, then merged two by two: the JDK's sort of a long array cannot be interrupted. */
    private static double[] sorted(double[] values) throws InterruptedException {
        double[] from = values.clone();
        for (int begin = 0; begin < from.length; begin = Math.min(from.length, begin + BLOCK)) {
            Interruption.check("sorting " + values.length + " values");
            Arrays.sort(from, begin, Math.min(from.length, begin + BLOCK));
        }
        double[] to = from.length > BLOCK ? new double[from.length] : from;
        for (long width = BLOCK; width < from.length; width *= 2) {
            for (long begin = 0; begin < from.length; begin += 2 * width) {
                int middle = (int) Math.min(from.length, begin + width);
                merge(from, to, (int) begin, middle, (int) Math.min(from.length, begin + 2 * width));
            }
            double[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(double[] from, double[] to, int begin, int middle, int end) throws InterruptedException {
        int left = begin;
        int right = middle;
        for (int at = begin; at < end; at++) {
            if ((at - begin) % BLOCK == 0) {
                Interruption.check("sorting " + from.length + " values");
            }
            boolean takeLeft = left < middle && (right == end || from[left] <= from[right]);
            to[at] = takeLeft ? from[left++] : from[right++];
        }
    }
}
