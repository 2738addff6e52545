package org.crease.homology;

/** A growing graph as rows of bits, 64 neighbours a word, so that points joined to all of some others are an AND of rows. */
final class BitGraph {
    private final int words;
    private final int points;
    private final long[] rows; // one after the other

    BitGraph(int points) {
        words = (points + Long.SIZE - 1) / Long.SIZE;
        this.points = points;
        rows = new long[points * words];
    }

    int points() {
        return points;
    }

    /** Words in a row and in the sets that this graph is asked about. */
    int words() {
        return words;
    }

    void join(int i, int j) {
        rows[i * words + (j >> 6)] |= 1L << j;
        rows[j * words + (i >> 6)] |= 1L << i;
    }

    boolean areJoined(int i, int j) {
        return (rows[i * words + (j >> 6)] >>> j & 1) != 0;
    }

    /** Writes the common neighbours of two points; whether there are any. */
    boolean common(int i, int j, PointSet into) {
        int a = i * words;
        int b = j * words;
        long[] target = into.words;
        long any = 0;
        for (int w = 0; w < words; w++) {
            long both = rows[a + w] & rows[b + w];
            target[w] = both;
            any |= both;
        }
        return any != 0;
    }

    /** Writes the neighbours of a point in a set, which may be the target itself; whether there are any. */
    boolean neighbours(int point, PointSet in, PointSet into) {
        int row = point * words;
        long[] from = in.words;
        long[] target = into.words;
        long any = 0;
        for (int w = 0; w < words; w++) {
            long both = from[w] & rows[row + w];
            target[w] = both;
            any |= both;
        }
        return any != 0;
    }

    /** Whether a point has neighbours in a set. */
    boolean meets(int point, PointSet set) {
        int row = point * words;
        long[] bits = set.words;
        long any = 0;
        for (int w = 0; w < words; w++) {
            any |= bits[w] & rows[row + w];
        }
        return any != 0;
    }

    /** The number of neighbours of a point in a set. */
    int degree(int point, PointSet set) {
        int row = point * words;
        long[] bits = set.words;
        int count = 0;
        for (int w = 0; w < words; w++) {
            count += Long.bitCount(bits[w] & rows[row + w]);
        }
        return count;
    }

    /** The point with most neighbours among some. */
    int busiest(PointSet points) {
        int busiest = -1;
        int most = -1;
        for (int point = points.next(0); point >= 0; point = points.next(point + 1)) {
            int degree = degree(point, points);
            if (degree > most) {
                most = degree;
                busiest = point;
            }
        }
        return busiest;
    }

    /** Takes the neighbours of a point out of a set; whether anything is left. */
    boolean removeNeighbours(int point, PointSet set) {
        int row = point * words;
        long[] bits = set.words;
        long any = 0;
        for (int w = 0; w < words; w++) {
            long left = bits[w] & ~rows[row + w];
            bits[w] = left;
            any |= left;
        }
        return any != 0;
    }

    /** Whether a point of a set is joined to all others of it. */
    boolean isApex(int point, PointSet set) {
        int row = point * words;
        long[] bits = set.words;
        long self = 1L << point;
        long left = bits[point >> 6] & ~rows[row + (point >> 6)] & ~self;
        if (left != 0) {
            return false;
        }
        int own = point >> 6;
        for (int w = 0; w < own; w++) {
            left |= bits[w] & ~rows[row + w];
        }
        for (int w = own + 1; w < words; w++) {
            left |= bits[w] & ~rows[row + w];
        }
        return left == 0;
    }

    /**
     * Narrows candidates down to those that are joined to all points of a set but themselves; the first, or -1 when none
     * is left.
     */
    int joinedToAll(PointSet set, PointSet candidates) {
        long[] left = candidates.words;
        for (int point = set.next(0); point >= 0; point = set.next(point + 1)) {
            int row = point * words;
            long self = left[point >> 6] & 1L << point;
            long any = self;
            for (int w = 0; w < words; w++) {
                long both = left[w] & rows[row + w];
                left[w] = both;
                any |= both;
            }
            left[point >> 6] |= self;
            if (any == 0) {
                return -1;
            }
        }
        return candidates.next(0);
    }
}
