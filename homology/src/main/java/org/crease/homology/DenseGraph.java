package org.crease.homology;

import java.util.Arrays;

/** A graph as a square of lengths and rows of bits: 4 n² + n² / 8 bytes; common neighbours are an AND of rows. */
final class DenseGraph implements RipsGraph {
    /** The most points whose square a Java array can hold. */
    static final int MAXIMAL_SIZE = 46_340;

    private final int points;
    private final int words;
    private final int[] lengths;
    private final long[] neighbours; // row after row

    /**
     * The graph of these edges.
     *
     * @throws IllegalArgumentException when there are more than {@link #MAXIMAL_SIZE} points
     */
    DenseGraph(int points, SortedEdges edges) {
        this.points = points;
        if (points > MAXIMAL_SIZE) {
            throw new IllegalArgumentException("a Vietoris-Rips filtration on " + points + " points with "
                    + edges.count() + " edges; with so many edges the most is " + MAXIMAL_SIZE + " points");
        }
        words = (points + Long.SIZE - 1) / Long.SIZE;
        lengths = new int[points * points];
        neighbours = new long[points * words];
        Arrays.fill(lengths, NEVER);
        for (int e = 0; e < edges.count(); e++) {
            join(edges.high(e), edges.low(e), Float.floatToRawIntBits(edges.length(e)));
        }
    }

    private void join(int i, int j, int length) {
        lengths[i * points + j] = length;
        lengths[j * points + i] = length;
        neighbours[i * words + (j >> 6)] |= 1L << j;
        neighbours[j * words + (i >> 6)] |= 1L << i;
    }

    @Override
    public int points() {
        return points;
    }

    @Override
    public int length(int i, int j) {
        return lengths[i * points + j];
    }

    @Override
    public CommonNeighbours commonNeighbours() {
        return new Bits();
    }

    private final class Bits implements CommonNeighbours {
        private int[] of = {};
        private int size;
        private int word;
        private long left;
        private int reach;

        @Override
        public void of(int[] others, int count) {
            of = others;
            size = count;
            word = -1;
            left = 0;
        }

        @Override
        public int next() {
            while (left == 0) {
                if (++word == words) {
                    word--;
                    return -1;
                }
                left = intersection();
            }
            int point = (word << 6) + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            reach = reach(point * points);
            return point;
        }

        private long intersection() {
            long both = neighbours[of[0] * words + word];
            for (int k = 1; k < size; k++) {
                both &= neighbours[of[k] * words + word];
            }
            return both;
        }

        private int reach(int row) {
            int longest = 0;
            for (int k = 0; k < size; k++) {
                longest = Math.max(longest, lengths[row + of[k]]);
            }
            return longest;
        }

        @Override
        public int reach() {
            return reach;
        }
    }
}
