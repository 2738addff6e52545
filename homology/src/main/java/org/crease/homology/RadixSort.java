package org.crease.homology;

/**
 * Sorts longs by their upper 32 bits, taken as a number that is not negative; stable. Three counting passes over 11 bits
 * each: linear time, one second array.
 */
final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int BUCKETS = 1 << DIGIT_BITS;
    private static final int BLOCK = 1 << 20;

    private RadixSort() {}

    /** The keys in order, in this array or in another; this array is overwritten. */
    static long[] byHighInt(long[] keys) throws InterruptedException {
        long[] from = keys;
        long[] to = new long[keys.length];
        for (int shift = Integer.SIZE; shift < Long.SIZE - 1; shift += DIGIT_BITS) {
            int[] starts = starts(from, shift);
            for (int begin = 0; begin < from.length; begin = end(from, begin)) {
                scatter(from, to, starts, shift, begin, end(from, begin));
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int[] starts(long[] keys, int shift) throws InterruptedException {
        int[] counts = new int[BUCKETS];
        for (int begin = 0; begin < keys.length; begin = end(keys, begin)) {
            count(keys, counts, shift, begin, end(keys, begin));
        }
        int start = 0;
        for (int digit = 0; digit < BUCKETS; digit++) {
            int count = counts[digit];
            counts[digit] = start;
            start += count;
        }
        return counts;
    }

    /** The end of the block of keys after which interruption is looked for again. */
    private static int end(long[] keys, int begin) {
        return (int) Math.min(keys.length, (long) begin + BLOCK);
    }

    private static void count(long[] keys, int[] counts, int shift, int begin, int end) throws InterruptedException {
        requireUninterrupted(keys);
        for (int k = begin; k < end; k++) {
            counts[digit(keys[k], shift)]++;
        }
    }

    private static void scatter(long[] from, long[] to, int[] starts, int shift, int begin, int end)
            throws InterruptedException {
        requireUninterrupted(from);
        for (int k = begin; k < end; k++) {
            long key = from[k];
            to[starts[digit(key, shift)]++] = key;
        }
    }

    private static void requireUninterrupted(long[] keys) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while sorting " + keys.length + " edges");
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (BUCKETS - 1);
    }
}
