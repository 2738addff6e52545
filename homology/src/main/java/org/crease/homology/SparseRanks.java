package org.crease.homology;

import java.util.Arrays;

/** The edges at each point in a list sorted by their other end: 16 bytes an edge, found by halving. */
final class SparseRanks implements EdgeRanks {
    private final int[] starts; // of each point's list
    private final long[] lists; // the other end, then the edge

    SparseRanks(int points, SortedEdges edges) {
        starts = new int[points + 1];
        for (int e = 0; e < edges.count(); e++) {
            starts[edges.high(e) + 1]++;
            starts[edges.low(e) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        lists = new long[2 * edges.count()];
        int[] next = Arrays.copyOf(starts, points);
        for (int e = 0; e < edges.count(); e++) {
            lists[next[edges.high(e)]++] = (long) edges.low(e) << 32 | e;
            lists[next[edges.low(e)]++] = (long) edges.high(e) << 32 | e;
        }
        for (int point = 0; point < points; point++) {
            Arrays.sort(lists, starts[point], starts[point + 1]);
        }
    }

    @Override
    public int rank(int i, int j) {
        int low = starts[i];
        int high = starts[i + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int end = (int) (lists[middle] >>> 32);
            if (end == j) {
                return (int) lists[middle];
            } else if (end < j) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NEVER;
    }

    @Override
    public long bytes() {
        return (long) Long.BYTES * lists.length + (long) Integer.BYTES * starts.length;
    }
}
