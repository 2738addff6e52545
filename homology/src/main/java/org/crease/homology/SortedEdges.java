package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.SparseDistances;
import org.jspecify.annotations.Nullable;

/**
 * The edges of a Vietoris-Rips filtration in order of length, equal ones in order of their end points. An edge is one int:
 * its two ends, 16 bits each; its length is looked up in the space. Edges may be sorted while they are worked on: then they
 * are in order as far as {@link #sortTo} was asked.
 */
final class SortedEdges {
    private final int[] ends;
    private final FiniteMetricSpace space;
    private final @Nullable EdgeSort sort; // null when all are in order

    private SortedEdges(int[] ends, FiniteMetricSpace space, @Nullable EdgeSort sort) {
        this.ends = ends;
        this.space = space;
        this.sort = sort;
    }

    /** Edges that are in order already. */
    static SortedEdges given(int[] ends, DistanceMatrix matrix) {
        return new SortedEdges(ends, matrix, null);
    }

    /** The finite edges no longer than a scale. */
    static SortedEdges upTo(DistanceMatrix matrix, double scale, int threads) throws InterruptedException {
        SortedEdges edges = onDemand(matrix, scale, threads);
        edges.sortTo(edges.count());
        return edges;
    }

    /** The same, of which as many are in order as {@link #sortTo} is asked for. */
    static SortedEdges onDemand(DistanceMatrix matrix, double scale, int threads) throws InterruptedException {
        EdgeSort sort = EdgeSort.begun(matrix, Math.min(scale, Float.MAX_VALUE), threads);
        return new SortedEdges(sort.ends(), matrix, sort);
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
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while collecting edges");
            }
            for (int k = 0; k < space.degree(i) && space.neighbour(i, k) < i; k++) {
                float length = space.distanceToNeighbour(i, k);
                if (length <= scale && length < Float.POSITIVE_INFINITY) {
                    keys[count++] =
                            (long) Float.floatToRawIntBits(length) << 32 | (long) i << 16 | space.neighbour(i, k);
                }
            }
        }
        keys = RadixSort.byHighInt(Arrays.copyOf(keys, count));
        int[] ends = new int[count];
        for (int e = 0; e < count; e++) {
            ends[e] = (int) keys[e];
        }
        return new SortedEdges(ends, space, null);
    }

    /** Brings the edges before one into order, where they are not. Several threads may ask at once; one of them sorts. */
    void sortTo(int edge) throws InterruptedException {
        if (sort != null) {
            sort.sortTo(edge);
        }
    }

    /** A copy of the edges. */
    int[] ends() {
        return ends.clone();
    }

    int count() {
        return ends.length;
    }

    float length(int edge) {
        return space.distance(high(edge), low(edge));
    }

    /** The bits of the length of the edge between two points that are joined. */
    int length(int i, int j) {
        return Float.floatToRawIntBits(space.distance(i, j));
    }

    /** The first edge that is no shorter than a length, or the number of edges. */
    int from(float length) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (length(middle) < length) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The end of higher index. */
    int high(int edge) {
        return ends[edge] >>> 16;
    }

    /** The end of lower index. */
    int low(int edge) {
        return ends[edge] & 0xffff;
    }
}
