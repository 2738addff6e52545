package org.crease.homology;

/**
 * The pieces of a lune, told apart from the far side: whatever is not near its first point is asked for, one point at a
 * time, and a point with a neighbour that has been seen belongs to what has been seen, as do all its neighbours. Only a
 * point without such a neighbour has its piece explored, until the piece ends or meets what has been seen. So no point is
 * looked from twice.
 */
final class LunePieces {
    private static final int NONE = -1;

    private final int words;
    private final long[] neighbours; // row after row; a point is its own neighbour
    private final long[] lune; // less the pieces that are done, but for the first
    private final long[] unseen;
    private final long[] piece;
    private final long[] frontier;
    private final int[] witnesses;

    LunePieces(int points, long[] neighbours) {
        this.neighbours = neighbours;
        words = (points + Long.SIZE - 1) / Long.SIZE;
        lune = new long[words];
        unseen = new long[words];
        piece = new long[words];
        frontier = new long[words];
        witnesses = new int[points];
    }

    /** The number of pieces of the lune of two rows, from the row of its first point; the others' points are witnesses. */
    int of(int rowI, int rowJ, int first) {
        start(rowI, rowJ, first);
        int pieces = 1;
        int next = lowest(unseen, 0);
        while (next != NONE) {
            if (!isNearSeen(next * words) && isApart(next)) {
                witnesses[pieces++] = next;
            }
            next = lowest(unseen, next >> 6);
        }
        return pieces;
    }

    /** A point of a piece, not the first, of the lune last asked for. */
    int witness(int piece) {
        return witnesses[piece];
    }

    private void start(int rowI, int rowJ, int first) {
        for (int w = 0; w < words; w++) {
            long both = neighbours[rowI + w] & neighbours[rowJ + w];
            lune[w] = both;
            unseen[w] = both & ~neighbours[first + w];
        }
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
