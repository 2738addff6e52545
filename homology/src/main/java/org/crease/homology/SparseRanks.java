package org.crease.homology;

/** The edges at each point in a sorted list. */
final class SparseRanks implements EdgeRanks {
    private final NeighbourLists lists;

    SparseRanks(int points, SortedEdges edges) {
        lists = new NeighbourLists(points, edges, edge -> edge);
    }

    @Override
    public int rank(int i, int j) {
        return lists.noted(i, j, NEVER);
    }

    @Override
    public long bytes() {
        return lists.bytes();
    }
}
