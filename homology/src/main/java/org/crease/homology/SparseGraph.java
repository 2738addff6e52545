package org.crease.homology;

import java.util.Arrays;

/** A graph as a list of neighbours for each point: 16 bytes an edge; common neighbours come from walking lists together. */
final class SparseGraph implements RipsGraph {
    private final int[] starts; // of each point's list
    private final long[] lists; // neighbour, then length, so ascending in neighbour

    SparseGraph(int points, SortedEdges edges) {
        starts = new int[points + 1];
        for (int e = 0; e < edges.count(); e++) {
            starts[edges.high(e) + 1]++;
            starts[edges.low(e) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        lists = new long[2 * edges.count()];
        int[] next = Arrays.copyOf(starts, points);
        for (int e = 0; e < edges.count(); e++) {
            int length = Float.floatToRawIntBits(edges.length(e));
            lists[next[edges.high(e)]++] = (long) edges.low(e) << 32 | length;
            lists[next[edges.low(e)]++] = (long) edges.high(e) << 32 | length;
        }
        for (int point = 0; point < points; point++) {
            Arrays.sort(lists, starts[point], starts[point + 1]);
        }
    }

    @Override
    public int points() {
        return starts.length - 1;
    }

    @Override
    public int length(int i, int j) {
        int low = starts[i];
        int high = starts[i + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int neighbour = (int) (lists[middle] >>> 32);
            if (neighbour == j) {
                return (int) lists[middle];
            } else if (neighbour < j) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NEVER;
    }

    @Override
    public CommonNeighbours commonNeighbours() {
        return new Walk();
    }

    private final class Walk implements CommonNeighbours {
        private int[] at = new int[4]; // place in each list
        private int[] ends = new int[4];
        private int size;
        private int reach;

        @Override
        public void of(int[] points, int count) {
            if (count > at.length) {
                at = new int[count];
                ends = new int[count];
            }
            size = count;
            for (int k = 0; k < count; k++) {
                at[k] = starts[points[k]];
                ends[k] = starts[points[k] + 1];
            }
        }

        @Override
        public int next() {
            while (at[0] < ends[0]) {
                long first = lists[at[0]++];
                int neighbour = (int) (first >>> 32);
                reach = (int) first;
                int agreeing = 1;
                while (agreeing < size && advance(agreeing, neighbour)) {
                    agreeing++;
                }
                if (agreeing == size) {
                    return neighbour;
                }
            }
            return -1;
        }

        /** Walks a list up to a point; whether it is there. */
        private boolean advance(int list, int point) {
            int place = at[list];
            int end = ends[list];
            long key = (long) point << 32;
            while (place < end && lists[place] < key) {
                place++;
            }
            at[list] = place;
            if (place == end || lists[place] >>> 32 != point) {
                return false;
            }
            reach = Math.max(reach, (int) lists[place]);
            return true;
        }

        @Override
        public int reach() {
            return reach;
        }
    }
}
