package org.crease.homology;

/** A growing graph as rows of bits, 64 neighbours a word, so that points joined to all of some others are an AND of rows. */
final class BitGraph {
    private final int words;
    private final long[][] rows;

    BitGraph(int points) {
        words = (points + Long.SIZE - 1) / Long.SIZE;
        rows = new long[points][words];
    }

    int points() {
        return rows.length;
    }

    /** Words in a row and in the sets that this graph is asked about. */
    int words() {
        return words;
    }

    void join(int i, int j) {
        rows[i][j >> 6] |= 1L << j;
        rows[j][i >> 6] |= 1L << i;
    }

    boolean areJoined(int i, int j) {
        return (rows[i][j >> 6] >>> j & 1) != 0;
    }

    /** Writes the common neighbours of two points; whether there are any. */
    boolean common(int i, int j, PointSet into) {
        long[] a = rows[i];
        long[] b = rows[j];
        long[] target = into.words;
        long any = 0;
        for (int w = 0; w < words; w++) {
            long both = a[w] & b[w];
            target[w] = both;
            any |= both;
        }
        return any != 0;
    }

    /** Writes the neighbours of a point in a set, which may be the target itself; whether there are any. */
    boolean neighbours(int point, PointSet in, PointSet into) {
        long[] row = rows[point];
        long[] from = in.words;
        long[] target = into.words;
        long any = 0;
        for (int w = 0; w < words; w++) {
            long both = from[w] & row[w];
            target[w] = both;
            any |= both;
        }
        return any != 0;
    }

    /** Whether a point has neighbours in a set. */
    boolean meets(int point, PointSet set) {
        long[] row = rows[point];
        long[] bits = set.words;
        long any = 0;
        for (int w = 0; w < words; w++) {
            any |= bits[w] & row[w];
        }
        return any != 0;
    }

    /** The number of neighbours of a point in a set. */
    int degree(int point, PointSet set) {
        long[] row = rows[point];
        long[] bits = set.words;
        int count = 0;
        for (int w = 0; w < words; w++) {
            count += Long.bitCount(bits[w] & row[w]);
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
        long[] row = rows[point];
        long[] bits = set.words;
        long any = 0;
        for (int w = 0; w < words; w++) {
            long left = bits[w] & ~row[w];
            bits[w] = left;
            any |= left;
        }
        return any != 0;
    }

    /** Whether a point of a set is joined to all others of it. */
    boolean isApex(int point, PointSet set) {
        long[] row = rows[point];
        long[] bits = set.words;
        long self = 1L << point;
        long left = bits[point >> 6] & ~row[point >> 6] & ~self;
        if (left != 0) {
            return false;
        }
        int own = point >> 6;
        for (int w = 0; w < own; w++) {
            left |= bits[w] & ~row[w];
        }
        for (int w = own + 1; w < words; w++) {
            left |= bits[w] & ~row[w];
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
            long[] row = rows[point];
            long self = left[point >> 6] & 1L << point;
            long any = self;
            for (int w = 0; w < words; w++) {
                long both = left[w] & row[w];
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
