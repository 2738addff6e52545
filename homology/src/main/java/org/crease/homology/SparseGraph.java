package org.crease.homology;

/** A graph as sorted lists of neighbours; common neighbours come from walking lists together. */
final class SparseGraph implements RipsGraph {
    private final NeighbourLists lists; // with the lengths

    SparseGraph(int points, SortedEdges edges) {
        lists = new NeighbourLists(points, edges, edge -> Float.floatToRawIntBits(edges.length(edge)));
    }

    @Override
    public int points() {
        return lists.points();
    }

    @Override
    public int length(int i, int j) {
        return lists.noted(i, j, NEVER);
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
                at[k] = lists.start(points[k]);
                ends[k] = lists.start(points[k] + 1);
            }
        }

        @Override
        public int next() {
            while (at[0] < ends[0]) {
                long first = lists.entry(at[0]++);
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
            while (place < end && lists.entry(place) < key) {
                place++;
            }
            at[list] = place;
            if (place == end || lists.entry(place) >>> 32 != point) {
                return false;
            }
            reach = Math.max(reach, (int) lists.entry(place));
            return true;
        }

        @Override
        public int reach() {
            return reach;
        }
    }
}
