package org.crease.homology;

/**
 * A growing graph that answers, for two of its points, what their common neighbours look like: into how many pieces the
 * graph on them falls, and one point of each. Neighbours are bits, 64 a word, so that a lune is one AND of two rows.
 *
 * <p>Pieces are told apart from the far side: whatever is not near the lune's first point is asked for, one point at a time,
 * and a point with a neighbour that has been seen belongs to what has been seen, as do all its neighbours. Nearly always one or two
 * points are near all that is left. Only a point without such a neighbour has its piece explored, until the piece ends or
 * meets what has been seen. So no point is looked from twice.
 *
 * <p>An array for each row, all of them read from the start, lets the JIT compiler vectorise; loops that look for something
 * are apart from those that write.
 */
final class Lunes {
    private static final int NONE = -1;

    private final long[][] neighbours; // by point, which is its own neighbour
    private final long[] lune; // less the pieces that are done, but for the first
    private final long[] unseen;
    private final long[] piece;
    private final long[] frontier;
    private final int[] witnesses;

    Lunes(int points) {
        int words = (points + Long.SIZE - 1) / Long.SIZE;
        neighbours = new long[points][words];
        lune = new long[words];
        unseen = new long[words];
        piece = new long[words];
        frontier = new long[words];
        witnesses = new int[points];
        for (int i = 0; i < points; i++) {
            add(i, neighbours[i]);
        }
    }

    /** Joins two points. */
    void join(int i, int j) {
        add(j, neighbours[i]);
        add(i, neighbours[j]);
    }

    /** The number of pieces of the lune of two points not joined; {@link #witness} then has a point of each. */
    int pieces(int i, int j) {
        int first = lowestCommon(neighbours[i], neighbours[j]);
        if (first == NONE) {
            return 0;
        }
        witnesses[0] = first;
        lookFrom(neighbours[first], neighbours[i], neighbours[j]);
        int pieces = 1;
        for (int next = lowest(unseen, 0); next != NONE; next = lowest(unseen, next >> 6)) {
            long[] near = neighbours[next];
            boolean isNearSeen = isNearSeen(near);
            remove(near, unseen, next >> 6);
            if (!isNearSeen && isApart(next)) {
                witnesses[pieces++] = next;
            }
        }
        return pieces;
    }

    /** A point of a piece of the lune last asked for; of the first piece the lowest. */
    int witness(int piece) {
        return witnesses[piece];
    }

    /** The lune of two rows, in which nothing has been seen but the neighbours of one point. */
    private void lookFrom(long[] near, long[] rowI, long[] rowJ) {
        for (int w = 0; w < lune.length; w++) {
            long both = rowI[w] & rowJ[w];
            lune[w] = both;
            unseen[w] = both & ~near[w];
        }
    }

    private boolean isNearSeen(long[] near) {
        for (int w = 0; w < lune.length; w++) {
            if ((near[w] & lune[w] & ~unseen[w]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Explores the piece of a point that has just been seen; whether it ends before it meets what was seen earlier. */
    private boolean isApart(int start) {
        begin(neighbours[start]);
        take(start, frontier);
        int next = lowest(frontier, 0);
        while (next != NONE) {
            take(next, frontier);
            if (meetsSeen(neighbours[next])) {
                return false;
            }
            next = lowest(frontier, 0);
        }
        remove(piece, lune, 0);
        return true;
    }

    private void begin(long[] near) {
        for (int w = 0; w < lune.length; w++) {
            long start = near[w] & lune[w];
            piece[w] = start;
            frontier[w] = start;
        }
    }

    private boolean meetsSeen(long[] near) {
        long touched = 0;
        for (int w = 0; w < lune.length; w++) {
            long waiting = unseen[w];
            long grown = near[w] & waiting;
            touched |= near[w] & lune[w] & ~waiting & ~piece[w];
            unseen[w] = waiting ^ grown;
            piece[w] |= grown;
            frontier[w] |= grown;
        }
        return touched != 0;
    }

    private static int lowestCommon(long[] one, long[] other) {
        for (int w = 0; w < one.length; w++) {
            long both = one[w] & other[w];
            if (both != 0) {
                return point(w, both);
            }
        }
        return NONE;
    }

    private static int lowest(long[] set, int from) {
        for (int w = from; w < set.length; w++) {
            if (set[w] != 0) {
                return point(w, set[w]);
            }
        }
        return NONE;
    }

    private static void remove(long[] part, long[] set, int from) {
        for (int w = from; w < set.length; w++) {
            set[w] &= ~part[w];
        }
    }

    private static void add(int point, long[] set) {
        set[point >> 6] |= 1L << point;
    }

    private static void take(int point, long[] set) {
        set[point >> 6] &= ~(1L << point);
    }

    private static int point(int word, long bits) {
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }
}
