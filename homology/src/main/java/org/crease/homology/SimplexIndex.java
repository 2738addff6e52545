package org.crease.homology;

import java.util.Arrays;

/**
 * Numbers the simplices of each dimension: the one on points u_0 &gt; u_1 &gt; ... &gt; u_d is C(u_0, d + 1) + C(u_1, d) +
 * ... + C(u_d, 1), the combinatorial number system. A simplex is then one long, whatever its dimension; its points come
 * back by binary search in a table of binomial coefficients. Where only the order is wanted and bits suffice, the points can
 * be packed into the long instead, the highest first: that is faster, and the order of simplices of a dimension is the same.
 */
final class SimplexIndex {
    private final long[][] binomials; // by size, then points
    private final int bits; // of a point where they are packed, else 0

    /**
     * An index of the simplices on up to {@code largest} of the points.
     *
     * @throws IllegalArgumentException when there are more than a long can number
     */
    SimplexIndex(int points, int largest) {
        bits = 0;
        binomials = new long[largest + 1][points + 1];
        Arrays.fill(binomials[0], 1);
        for (int size = 1; size <= largest; size++) {
            for (int n = 1; n <= points; n++) {
                long sum = binomials[size][n - 1] + binomials[size - 1][n - 1];
                if (sum < 0) {
                    throw new IllegalArgumentException("sets of " + largest + " out of " + points + " points, which"
                            + " homology of dimension " + (largest - 2) + " needs, are more than " + Long.MAX_VALUE
                            + " and cannot be numbered; take a lower dimension or fewer points");
                }
                binomials[size][n] = sum;
            }
        }
    }

    private SimplexIndex(int bits) {
        this.bits = bits;
        binomials = new long[0][];
    }

    /**
     * An index by packed points where there is room for them, which has no {@link #binomial}.
     *
     * @throws IllegalArgumentException when there are more simplices than a long can number
     */
    static SimplexIndex packed(int points, int largest) {
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(points));
        return bits * largest < Long.SIZE ? new SimplexIndex(bits) : new SimplexIndex(points, largest);
    }

    /** The number of sets of {@code size} points below {@code point}. */
    long binomial(int point, int size) {
        return binomials[size][point];
    }

    /** The index of a simplex whose points are in descending order. */
    long of(int[] points, int size) {
        long index = 0;
        if (bits > 0) {
            for (int k = 0; k < size; k++) {
                index = index << bits | points[k];
            }
            return index;
        }
        for (int k = 0; k < size; k++) {
            index += binomials[size - k][points[k]];
        }
        return index;
    }

    /** The index of a simplex whose points are in descending order, without the one at a place. */
    long without(int place, int[] points, int size) {
        long index = 0;
        if (bits > 0) {
            for (int k = 0; k < size; k++) {
                index = k == place ? index : index << bits | points[k];
            }
            return index;
        }
        for (int k = 0; k < size; k++) {
            index += k == place ? 0 : binomials[k < place ? size - 1 - k : size - k][points[k]];
        }
        return index;
    }

    /** Writes the points of a simplex of {@code size} points, in descending order. */
    void points(long simplex, int size, int[] into) {
        long rest = simplex;
        if (bits > 0) {
            for (int k = size - 1; k >= 0; k--) {
                into[k] = (int) rest & (1 << bits) - 1;
                rest >>>= bits;
            }
            return;
        }
        int bound = binomials[0].length - 1;
        for (int k = 0; k < size; k++) {
            bound = highest(binomials[size - k], rest, bound);
            into[k] = bound;
            rest -= binomials[size - k][bound];
        }
    }

    /** The largest point below a bound whose coefficient does not exceed a value. */
    private static int highest(long[] coefficients, long value, int bound) {
        int low = 0;
        int high = bound;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (coefficients[middle] <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
