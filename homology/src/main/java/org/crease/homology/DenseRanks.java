package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.metric.DistanceMatrix;

/** The edge of each pair of points in a table: 2 n² bytes. */
final class DenseRanks implements EdgeRanks {
    private final int[] ranks; // below the diagonal

    DenseRanks(int points, SortedEdges edges) {
        ranks = new int[(int) ((long) points * (points - 1) / 2)];
        Arrays.fill(ranks, NEVER);
        for (int e = 0; e < edges.count(); e++) {
            ranks[DistanceMatrix.index(edges.high(e), edges.low(e))] = e;
        }
    }

    @Override
    public int rank(int i, int j) {
        return ranks[DistanceMatrix.index(i, j)];
    }

    @Override
    public long bytes() {
        return (long) Integer.BYTES * ranks.length;
    }
}
