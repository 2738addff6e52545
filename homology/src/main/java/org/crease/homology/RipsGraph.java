package org.crease.homology;

/**
 * The edges of a Vietoris-Rips filtration up to its last scale. A length is the bits of its float, which compare as the
 * floats do since none is negative.
 */
interface RipsGraph {
    /** Of two points that are never joined. */
    int NEVER = Integer.MAX_VALUE;

    /** In a sparse graph fewer than one pair in so many is joined. */
    int SPARSE = 32;

    /** The graph of these edges, in the form that suits how many they are. */
    static RipsGraph of(int points, SortedEdges edges) {
        double pairs = points * (points - 1.0) / 2;
        return edges.count() < pairs / SPARSE ? new SparseGraph(points, edges) : new DenseGraph(points, edges);
    }

    int points();

    /** The length of the edge between two different points, or {@link #NEVER}. */
    int length(int i, int j);

    /** A new cursor over points joined to all of some others. */
    CommonNeighbours commonNeighbours();
}
