package org.crease.gpu.rips;

import java.util.ArrayList;
import java.util.List;

/**
 * Edges that come one after the other in the order of lengths: of all pairs of some place in the triangle, those of some
 * length.
 *
 * @param firstBits of the shortest length, as a float has them
 * @param lastBits of the longest
 * @param firstPair in the triangle
 * @param endPair behind the last
 */
record EdgeRange(int firstBits, int lastBits, long firstPair, long endPair) {
    private static final int HIGH_BITS = 16;
    private static final long PAIRS_OF_LOOK = 1 << 22; // for an interruption

    /** All edges no longer than what these are the bits of. */
    static EdgeRange upTo(int lastBits, long pairs) {
        return new EdgeRange(0, lastBits, 0, pairs);
    }

    /**
     * Splits it into ranges of so many edges at most, as few as the upper halves of lengths can tell apart; where these do
     * not, the lower halves do, and equal lengths are told apart by their place. Reads the distances once, and once more for
     * each upper half that too many lengths have.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    List<EdgeRange> split(float[] lower, int most) throws InterruptedException {
        Splitter splitter = new Splitter(lower, most);
        splitter.split(this, HIGH_BITS);
        return splitter.ranges;
    }

    private static final class Splitter {
        private final float[] lower;
        private final int most;
        private final List<EdgeRange> ranges = new ArrayList<>();

        Splitter(float[] lower, int most) {
            this.lower = lower;
            this.most = most;
        }

        /** Splits by the bits of lengths from {@code shift} on; what is above them is the same, or this is the upper half. */
        void split(EdgeRange range, int shift) throws InterruptedException {
            int[] counts = counts(range, shift);
            int first = range.firstBits;
            long taken = 0;
            for (int k = 0; k < counts.length; k++) {
                int start = Math.max(range.firstBits, start(range, shift, k));
                int last = Math.min(range.lastBits, start(range, shift, k) + (1 << shift) - 1);
                if (taken > 0 && taken + counts[k] > most) {
                    ranges.add(new EdgeRange(first, start - 1, range.firstPair, range.endPair));
                    taken = 0;
                }
                if (taken == 0) {
                    first = start;
                }
                if (counts[k] > most) {
                    splitFurther(new EdgeRange(start, last, range.firstPair, range.endPair), shift);
                } else {
                    taken += counts[k];
                }
            }
            if (taken > 0) {
                ranges.add(new EdgeRange(first, range.lastBits, range.firstPair, range.endPair));
            }
        }

        private static int start(EdgeRange range, int shift, int bin) {
            return ((range.firstBits >>> shift) + bin) << shift;
        }

        /** How many edges have each value of those bits. */
        private int[] counts(EdgeRange range, int shift) throws InterruptedException {
            int[] counts = new int[(range.lastBits >>> shift) - (range.firstBits >>> shift) + 1];
            for (long at = range.firstPair; at < range.endPair; at += PAIRS_OF_LOOK) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while counting lengths");
                }
                count(range, shift, (int) at, (int) Math.min(range.endPair, at + PAIRS_OF_LOOK), counts);
            }
            return counts;
        }

        private void count(EdgeRange range, int shift, int from, int to, int[] counts) {
            for (int k = from; k < to; k++) {
                int bits = Float.floatToRawIntBits(lower[k]);
                if (bits >= range.firstBits && bits <= range.lastBits) {
                    counts[(bits >>> shift) - (range.firstBits >>> shift)]++;
                }
            }
        }

        private void splitFurther(EdgeRange range, int shift) throws InterruptedException {
            if (shift > 0) {
                split(range, 0);
            } else {
                splitByPlace(range);
            }
        }

        private void splitByPlace(EdgeRange range) {
            int count = 0;
            long first = range.firstPair;
            for (long k = range.firstPair; k < range.endPair; k++) {
                if (Float.floatToRawIntBits(lower[(int) k]) == range.firstBits) {
                    if (count == most) {
                        ranges.add(new EdgeRange(range.firstBits, range.lastBits, first, k));
                        first = k;
                        count = 0;
                    }
                    count++;
                }
            }
            ranges.add(new EdgeRange(range.firstBits, range.lastBits, first, range.endPair));
        }
    }
}
