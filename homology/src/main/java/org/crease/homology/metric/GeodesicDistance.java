package org.crease.homology.metric;

import org.crease.homology.kernel.Kernels;

/**
 * Distances along the data: lengths of shortest paths in the graph that joins each point to its nearest neighbours (and so
 * each to those that have it among theirs), every edge as long as the distance it bridges. The first step of Isomap.
 *
 * <p>Points that no path joins are infinitely far apart: the graph of a cloud of far clusters falls into pieces, and their
 * components of homology then never merge. Among equally near points the lower index is the nearer neighbour.
 *
 * <p>Exact neighbours by comparing all pairs, then Dijkstra's algorithm from each point with a binary heap: O(n² d +
 * n² k log n) time, two distance matrices. Paths are summed in double precision, which is exact as long as the edges of a path span fewer than
 * twenty binary orders of magnitude; then the result does not depend on the order of the points.
 *
 * <p>J. Tenenbaum, V. de Silva, J. Langford, <i>A global geometric framework for nonlinear dimensionality reduction</i>,
 * Science 290, 2000. E. Dijkstra, <i>A note on two problems in connexion with graphs</i>, Numer. Math. 1, 1959.
 */
public final class GeodesicDistance {
    private GeodesicDistance() {}

    /**
     * The geodesic distances of a space.
     *
     * @param space the distances of the edges
     * @param neighbours of each point, at least 1 and fewer than there are points
     * @throws IllegalArgumentException when there are not so many neighbours
     * @throws InterruptedException when the thread is interrupted
     */
    public static DistanceMatrix on(FiniteMetricSpace space, int neighbours) throws InterruptedException {
        return on(space, neighbours, Kernels.none());
    }

    /**
     * The same, with neighbours found by a device where that pays.
     *
     * @throws IllegalArgumentException when there are not so many neighbours
     * @throws InterruptedException when the thread is interrupted
     */
    public static DistanceMatrix on(FiniteMetricSpace space, int neighbours, Kernels kernels)
            throws InterruptedException {
        return along(NeighbourGraph.of(space, neighbours, kernels));
    }

    /**
     * The lengths of shortest paths in a weighted graph, infinite between its pieces.
     *
     * @throws IllegalArgumentException when there are more than {@link DistanceMatrix#MAXIMAL_SIZE} points
     * @throws InterruptedException when the thread is interrupted
     */
    public static DistanceMatrix along(SparseDistances graph) throws InterruptedException {
        return along(graph.asGraph());
    }

    private static DistanceMatrix along(NeighbourGraph graph) throws InterruptedException {
        int size = graph.size();
        ShortestPaths paths = new ShortestPaths(graph);
        float[] lower = new float[DistanceMatrix.entries(size)];
        for (int source = 1; source < size; source++) {
            System.arraycopy(paths.from(source), 0, lower, DistanceMatrix.index(source, 0), source);
        }
        return new DistanceMatrix(size, lower);
    }
}
