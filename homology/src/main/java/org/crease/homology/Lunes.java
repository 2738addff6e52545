package org.crease.homology;

/**
 * A growing graph that answers, for two of its points, what their common neighbours look like: into how many pieces the
 * graph on them falls, and one point of each. Neighbours are bits, 64 a word, so that a lune is one AND of two rows.
 *
 * <p>Pieces are told apart from the far side: whatever is not near the first point of the lune is asked for, one point at a
 * time, and a point with a neighbour that has been seen belongs to what has been seen, as do all its neighbours. Mostly
 * one or two points reach the whole lune. Only a point without such a neighbour has its piece explored, until the piece ends
 * or meets what has been seen. So no point is looked from twice.
 */
final class Lunes {
    private static final int NONE = -1;

    private final int words;
    private final long[] neighbours; // row after row; a point is its own neighbour
    private final long[] lune; // less the pieces that are done, but for the first
    private final long[] unseen;
    private final long[] piece;
    private final long[] frontier;
    private final int[] witnesses;

    Lunes(int points) {
        words = (points + Long.SIZE - 1) / Long.SIZE;
        neighbours = new long[points * words];
        lune = new long[words];
        unseen = new long[words];
        piece = new long[words];
        frontier = new long[words];
        witnesses = new int[points];
        for (int i = 0; i < points; i++) {
            neighbours[i * words + (i >> 6)] = 1L << i;
        }
    }

    /** Joins two points. */
    void join(int i, int j) {
        neighbours[i * words + (j >> 6)] |= 1L << j;
        neighbours[j * words + (i >> 6)] |= 1L << i;
    }

    /** The number of pieces of the lune of two points not joined; {@link #witness} then has a point of each. */
    int pieces(int i, int j) {
        int first = lowestCommon(i * words, j * words);
        if (first == NONE) {
            return 0;
        }
        witnesses[0] = first;
        int pieces = 1;
        if (leavesUnseen(i * words, j * words, first * words)) {
            int next = lowest(unseen, 0);
            while (next != NONE) {
                if (!isNearSeen(next * words) && isApart(next)) {
                    witnesses[pieces++] = next;
                }
                next = lowest(unseen, next >> 6);
            }
        }
        return pieces;
    }

    /** A point of a piece of the lune last asked for. */
    int witness(int piece) {
        return witnesses[piece];
    }

    private int lowestCommon(int rowI, int rowJ) {
        for (int w = 0; w < words; w++) {
            long both = neighbours[rowI + w] & neighbours[rowJ + w];
            if (both != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(both);
            }
        }
        return NONE;
    }

    /** Takes in the lune; whether some of it is not near a first point. */
    private boolean leavesUnseen(int rowI, int rowJ, int first) {
        long left = 0;
        for (int w = 0; w < words; w++) {
            long both = neighbours[rowI + w] & neighbours[rowJ + w];
            long far = both & ~neighbours[first + w];
            lune[w] = both;
            unseen[w] = far;
            left |= far;
        }
        return left != 0;
    }

    /** Sees the neighbours of a point; whether one of them had been seen before. */
    private boolean isNearSeen(int row) {
        long touched = 0;
        for (int w = 0; w < words; w++) {
            long near = neighbours[row + w];
            long waiting = unseen[w];
            touched |= near & lune[w] & ~waiting;
            unseen[w] = waiting & ~near;
        }
        return touched != 0;
    }

    /** Explores the piece of a point that has just been seen; whether it ends before it meets what was seen earlier. */
    private boolean isApart(int start) {
        for (int w = 0; w < words; w++) {
            long near = neighbours[start * words + w] & lune[w];
            piece[w] = near;
            frontier[w] = near;
        }
        frontier[start >> 6] &= ~(1L << start);
        int next = lowest(frontier, 0);
        while (next != NONE) {
            frontier[next >> 6] &= ~(1L << next);
            if (meetsSeen(next * words)) {
                return false;
            }
            next = lowest(frontier, 0);
        }
        for (int w = 0; w < words; w++) {
            lune[w] &= ~piece[w];
        }
        return true;
    }

    private boolean meetsSeen(int row) {
        long touched = 0;
        for (int w = 0; w < words; w++) {
            long near = neighbours[row + w];
            long waiting = unseen[w];
            long grown = near & waiting;
            touched |= near & lune[w] & ~waiting & ~piece[w];
            unseen[w] = waiting ^ grown;
            piece[w] |= grown;
            frontier[w] |= grown;
        }
        return touched != 0;
    }

    private static int lowest(long[] set, int from) {
        for (int w = from; w < set.length; w++) {
            if (set[w] != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(set[w]);
            }
        }
        return NONE;
    }
}
