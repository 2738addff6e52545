package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.SparseDistances;

/**
 * The edges of a Vietoris-Rips filtration in order of length, equal ones in order of their end points. An edge is one long:
 * the bits of its length, which sort as lengths do since none is negative, then its two ends, 16 bits each.
 *
 * @param keys the edges
 */
record SortedEdges(long[] keys) {

    /** The finite edges no longer than a scale. */
    static SortedEdges upTo(DistanceMatrix matrix, double scale) throws InterruptedException {
        long[] keys = new long[count(matrix, scale)];
        int next = 0;
        int entry = 0;
        for (int i = 1; i < matrix.size(); i++) {
            requireUninterrupted();
            for (int j = 0; j < i; j++) {
                float length = matrix.entry(entry++);
                if (isEdge(length, scale)) {
                    keys[next++] = key(length, i, j);
                }
            }
        }
        return new SortedEdges(RadixSort.byHighInt(keys));
    }

    /**
     * The edges of a space with few, no longer than a scale.
     *
     * @throws IllegalArgumentException when there are more points than 16 bits can number
     */
    static SortedEdges upTo(SparseDistances space, double scale) throws InterruptedException {
        if (space.size() > DistanceMatrix.MAXIMAL_SIZE) {
            throw new IllegalArgumentException("Vietoris-Rips filtration on " + space.size() + " points; the most is "
                    + DistanceMatrix.MAXIMAL_SIZE);
        }
        long[] keys = new long[space.pairs()];
        int count = 0;
        for (int i = 1; i < space.size(); i++) {
            requireUninterrupted();
            for (int k = 0; k < space.degree(i) && space.neighbour(i, k) < i; k++) {
                float length = space.distanceToNeighbour(i, k);
                if (isEdge(length, scale)) {
                    keys[count++] = key(length, i, space.neighbour(i, k));
                }
            }
        }
        return new SortedEdges(RadixSort.byHighInt(Arrays.copyOf(keys, count)));
    }

    private static long key(float length, int high, int low) {
        return (long) Float.floatToRawIntBits(length) << 32 | (long) high << 16 | low;
    }

    private static int count(DistanceMatrix matrix, double scale) throws InterruptedException {
        int count = 0;
        int entry = 0;
        for (int i = 1; i < matrix.size(); i++) {
            requireUninterrupted();
            for (int j = 0; j < i; j++) {
                count += isEdge(matrix.entry(entry++), scale) ? 1 : 0;
            }
        }
        return count;
    }

    private static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while collecting edges");
        }
    }

    private static boolean isEdge(float length, double scale) {
        return length <= scale && length < Float.POSITIVE_INFINITY;
    }

    int count() {
        return keys.length;
    }

    float length(int edge) {
        return Float.intBitsToFloat((int) (keys[edge] >>> 32));
    }

    /** The end of higher index. */
    int high(int edge) {
        return (int) (keys[edge] >>> 16) & 0xffff;
    }

    /** The end of lower index. */
    int low(int edge) {
        return (int) keys[edge] & 0xffff;
    }
}
