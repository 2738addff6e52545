package org.crease.homology;

import java.util.Arrays;

/**
 * A growing graph that answers, for two of its points, what their common neighbours look like: into how many pieces the
 * graph on them falls, and one point of each. Neighbours are bits, 64 a word, so that a lune is one AND of two rows; a
 * piece is found by spreading from a point to all its neighbours at once, which mostly reaches the whole lune in one step.
 */
final class Lunes {
    private final int words;
    private final long[] neighbours; // row after row
    private final long[] unseen;
    private final long[] frontier;
    private final int[] witnesses;

    Lunes(int points) {
        words = (points + Long.SIZE - 1) / Long.SIZE;
        neighbours = new long[points * words];
        unseen = new long[words];
        frontier = new long[words];
        witnesses = new int[points];
    }

    /** Joins two points. */
    void join(int i, int j) {
        neighbours[i * words + (j >> 6)] |= 1L << j;
        neighbours[j * words + (i >> 6)] |= 1L << i;
    }

    /** The number of pieces of the lune of two points; {@link #witness} then has a point of each. */
    int pieces(int i, int j) {
        if (!intersect(i * words, j * words)) {
            return 0;
        }
        witnesses[0] = lowest(unseen);
        if (isJoinedToAll(witnesses[0])) {
            return 1;
        }
        Arrays.fill(frontier, 0);
        int pieces = 0;
        boolean more = true;
        while (more) {
            int witness = lowest(unseen);
            witnesses[pieces++] = witness;
            more = spread(witness);
        }
        return pieces;
    }

    /** A point of a piece of the lune last asked for. */
    int witness(int piece) {
        return witnesses[piece];
    }

    private boolean intersect(int rowI, int rowJ) {
        long any = 0;
        for (int w = 0; w < words; w++) {
            long both = neighbours[rowI + w] & neighbours[rowJ + w];
            unseen[w] = both;
            any |= both;
        }
        return any != 0;
    }

    /** Whether a point of the lune is joined to all others: by far the most frequent case. */
    private boolean isJoinedToAll(int point) {
        int row = point * words;
        unseen[point >> 6] &= ~(1L << point);
        long left = 0;
        for (int w = 0; w < words; w++) {
            left |= unseen[w] & ~neighbours[row + w];
        }
        unseen[point >> 6] |= 1L << point;
        return left == 0;
    }

    /** Takes the piece of a point out of what is unseen; whether anything is left. */
    private boolean spread(int start) {
        unseen[start >> 6] &= ~(1L << start);
        boolean left = expand(start);
        while (left) {
            int next = lowest(frontier);
            if (next < 0) {
                return true;
            }
            frontier[next >> 6] &= ~(1L << next);
            left = expand(next);
        }
        return false;
    }

    private boolean expand(int point) {
        int row = point * words;
        long left = 0;
        for (int w = 0; w < words; w++) {
            long waiting = unseen[w];
            long near = neighbours[row + w];
            frontier[w] |= waiting & near;
            waiting &= ~near;
            unseen[w] = waiting;
            left |= waiting;
        }
        return left != 0;
    }

    private static int lowest(long[] set) {
        for (int w = 0; w < set.length; w++) {
            if (set[w] != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(set[w]);
            }
        }
        return -1;
    }
}
