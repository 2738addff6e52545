package org.crease.homology;

/**
 * Sorts longs by their upper 32 bits, taken as a number that is not negative; stable. Three counting passes over 11 bits
 * each: linear time, one second array.
 */
final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int BUCKETS = 1 << DIGIT_BITS;
    private static final int BETWEEN_CHECKS = 1 << 20;

    private RadixSort() {}

    /** The keys in order, in this array or in another; this array is overwritten. */
    static long[] byHighInt(long[] keys) throws InterruptedException {
        long[] from = keys;
        long[] to = new long[keys.length];
        for (int shift = Integer.SIZE; shift < Long.SIZE - 1; shift += DIGIT_BITS) {
            int[] starts = starts(from, shift);
            for (int begin = 0; begin < from.length; begin += BETWEEN_CHECKS) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while sorting " + keys.length + " edges");
                }
                scatter(from, to, starts, shift, begin, (int) Math.min(from.length, (long) begin + BETWEEN_CHECKS));
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int[] starts(long[] keys, int shift) {
        int[] counts = new int[BUCKETS];
        for (long key : keys) {
            counts[digit(key, shift)]++;
        }
        int start = 0;
        for (int digit = 0; digit < BUCKETS; digit++) {
            int count = counts[digit];
            counts[digit] = start;
            start += count;
        }
        return counts;
    }

    private static void scatter(long[] from, long[] to, int[] starts, int shift, int begin, int end) {
        for (int k = begin; k < end; k++) {
            long key = from[k];
            to[starts[digit(key, shift)]++] = key;
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (BUCKETS - 1);
    }
}
