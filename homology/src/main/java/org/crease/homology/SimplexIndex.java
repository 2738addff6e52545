package org.crease.homology;

import java.util.Arrays;

/**
 * Numbers the simplices of each dimension: the one on points u_0 &gt; u_1 &gt; ... &gt; u_d is C(u_0, d + 1) + C(u_1, d) +
 * ... + C(u_d, 1), the combinatorial number system. A simplex is then one long, whatever its dimension; its points come
 * back by binary search in a table of binomial coefficients.
 */
final class SimplexIndex {
    private final long[][] binomials; // by size, then points

    /**
     * An index of the simplices on up to {@code largest} of the points.
     *
     * @throws IllegalArgumentException when there are more than a long can number
     */
    SimplexIndex(int points, int largest) {
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

    /** The number of sets of {@code size} points below {@code point}. */
    long binomial(int point, int size) {
        return binomials[size][point];
    }

    /** The index of a simplex whose points are in descending order. */
    long of(int[] points, int size) {
        long index = 0;
        for (int k = 0; k < size; k++) {
            index += binomials[size - k][points[k]];
        }
        return index;
    }

    /** Writes the points of a simplex of {@code size} points, in descending order. */
    void points(long simplex, int size, int[] into) {
        long rest = simplex;
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
