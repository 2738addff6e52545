package org.crease.homology;

/**
 * A growing graph that answers, for two of its points, what their common neighbours look like: into how many pieces the
 * graph on them falls, and one point of each. Neighbours are bits, 64 a word, so that a lune is one AND of two rows.
 *
 * <p>Nearly always a few points of the lune, each with a neighbour in it that is near an earlier one, are together near all
 * of it: the first point of the lune, the first that is not near that one, and so on. One or two mostly do, and nothing is
 * written down for them. Where a point has no such neighbour, {@link LunePieces} has to tell.
 */
final class Lunes {
    private static final int NONE = -1;
    private static final int BLOCK = 64; // words looked at before a look at what was found

    private final int words;
    private final long[] neighbours; // row after row; a point is its own neighbour
    private final long[] far; // of a lune, from some word on: what is not near the points looked from
    private final LunePieces pieces;
    private int first;

    Lunes(int points) {
        words = (points + Long.SIZE - 1) / Long.SIZE;
        neighbours = new long[points * words];
        far = new long[words];
        pieces = new LunePieces(points, neighbours);
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
        int rowI = i * words;
        int rowJ = j * words;
        first = lowestCommon(rowI, rowJ);
        if (first == NONE) {
            return 0;
        }
        int near = first * words;
        int word = firstFar(rowI, rowJ, near, near, 0);
        if (word == words) {
            return 1;
        }
        int second = point(word, far(rowI, rowJ, near, near, word)) * words;
        return isReached(rowI, rowJ, near, second, word) ? 1 : pieces.of(rowI, rowJ, near);
    }

    /** Whether a lune is one piece for being near a point of it, a second one, the first in this word, and so on. */
    private boolean isReached(int rowI, int rowJ, int near, int second, int start) {
        if (!shareNeighbour(rowI, rowJ, near, second)) {
            return false;
        }
        int from = firstFar(rowI, rowJ, near, second, start);
        for (int w = from; w < words; w++) {
            far[w] = far(rowI, rowJ, near, second, w);
        }
        int word = from;
        while (word < words) {
            int row = point(word, far[word]) * words;
            if (!touches(rowI, rowJ, row, from)) {
                return false;
            }
            for (int w = word; w < words; w++) {
                far[w] &= ~neighbours[row + w];
            }
            while (word < words && far[word] == 0) {
                word++;
            }
        }
        return true;
    }

    /** Whether a point has a neighbour in a lune that is not far; none is before some word. */
    private boolean touches(int rowI, int rowJ, int row, int from) {
        for (int w = 0; w < words; w++) {
            long common = neighbours[rowI + w] & neighbours[rowJ + w] & neighbours[row + w];
            if ((w < from ? common : common & ~far[w]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** A point of a piece of the lune last asked for. */
    int witness(int piece) {
        return piece == 0 ? first : pieces.witness(piece);
    }

    private static int point(int word, long bits) {
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    private int lowestCommon(int rowI, int rowJ) {
        for (int w = 0; w < words; w++) {
            long both = neighbours[rowI + w] & neighbours[rowJ + w];
            if (both != 0) {
                return point(w, both);
            }
        }
        return NONE;
    }

    /** The first word, from one on, with a point of the lune near neither of two points; the number of words if none. */
    private int firstFar(int rowI, int rowJ, int one, int other, int from) {
        for (int start = from; start < words; start += BLOCK) {
            int end = Math.min(start + BLOCK, words);
            if (anyFar(rowI, rowJ, one, other, start, end)) {
                int word = start;
                while (far(rowI, rowJ, one, other, word) == 0) {
                    word++;
                }
                return word;
            }
        }
        return words;
    }

    private boolean anyFar(int rowI, int rowJ, int one, int other, int from, int to) {
        long[] rows = neighbours;
        long any = 0;
        for (int w = from; w < to; w++) {
            any |= rows[rowI + w] & rows[rowJ + w] & ~(rows[one + w] | rows[other + w]);
        }
        return any != 0;
    }

    private long far(int rowI, int rowJ, int one, int other, int word) {
        return neighbours[rowI + word] & neighbours[rowJ + word] & ~(neighbours[one + word] | neighbours[other + word]);
    }

    private boolean shareNeighbour(int rowI, int rowJ, int one, int other) {
        for (int w = 0; w < words; w++) {
            if ((neighbours[rowI + w] & neighbours[rowJ + w] & neighbours[one + w] & neighbours[other + w]) != 0) {
                return true;
            }
        }
        return false;
    }
}
