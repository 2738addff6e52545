package org.crease.homology;

/**
 * Sorts longs by their upper 32 bits, taken as a number that is not negative; stable. Counting passes over those bits alone
 * in which the keys differ, at most 11 at a time: linear time, one second array.
 */
final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int FEW = 2048; // keys, for which smaller digits do
    private static final int DIGIT_BITS_OF_FEW = 7;
    private static final int BLOCK = 1 << 20;

    private RadixSort() {}

    /** The keys in order, in this array or in another; this array is overwritten. */
    static long[] byHighInt(long[] keys) throws InterruptedException {
        return byHighInt(keys, new long[keys.length], keys.length, varying(keys));
    }

    /**
     * The first {@code count} keys in order, in this array or in the spare one, both overwritten.
     *
     * @param varying the upper bits in which some of them differ, others too
     */
    static long[] byHighInt(long[] keys, long[] spare, int count, int varying) throws InterruptedException {
        if (varying == 0) {
            return keys;
        }
        int shift = Integer.numberOfTrailingZeros(varying);
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(varying) - shift;
        int most = count < FEW ? DIGIT_BITS_OF_FEW : DIGIT_BITS;
        int passes = (bits + most - 1) / most;
        int digitBits = (bits + passes - 1) / passes;
        long[] from = keys;
        long[] to = spare;
        for (int pass = 0; pass < passes; pass++, shift += digitBits) {
            sortByDigit(from, to, count, Integer.SIZE + shift, digitBits);
            long[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /** The upper bits in which some keys differ. */
    private static int varying(long[] keys) {
        long varying = 0;
        for (int k = 1; k < keys.length; k++) {
            varying |= keys[k] ^ keys[0];
        }
        return (int) (varying >>> Integer.SIZE);
    }

    private static void sortByDigit(long[] from, long[] to, int count, int shift, int digitBits)
            throws InterruptedException {
        int[] places = new int[1 << digitBits];
        for (int begin = 0; begin < count; begin = end(begin, count)) {
            requireUninterrupted(begin);
            count(from, places, shift, begin, end(begin, count));
        }
        toStarts(places);
        for (int begin = 0; begin < count; begin = end(begin, count)) {
            requireUninterrupted(begin);
            scatter(from, to, places, shift, begin, end(begin, count));
        }
    }

    /** The end of the block of keys after which interruption is looked for again. */
    private static int end(int begin, int count) {
        return (int) Math.min(count, (long) begin + BLOCK);
    }

    private static void count(long[] keys, int[] counts, int shift, int begin, int end) {
        int mask = counts.length - 1;
        for (int k = begin; k < end; k++) {
            counts[(int) (keys[k] >>> shift) & mask]++;
        }
    }

    /** Turns counts into the places where the first of each goes. */
    private static void toStarts(int[] places) {
        int start = 0;
        for (int digit = 0; digit < places.length; digit++) {
            int size = places[digit];
            places[digit] = start;
            start += size;
        }
    }

    private static void scatter(long[] from, long[] to, int[] places, int shift, int begin, int end) {
        int mask = places.length - 1;
        for (int k = begin; k < end; k++) {
            long key = from[k];
            to[places[(int) (key >>> shift) & mask]++] = key;
        }
    }

    private static void requireUninterrupted(int begin) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while sorting edges, before number " + begin);
        }
    }
}
