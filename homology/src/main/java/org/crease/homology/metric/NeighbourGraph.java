package org.crease.homology.metric;

import java.util.Arrays;

/**
 * The symmetric graph of k nearest neighbours, in compressed rows.
 *
 * @param start position of each point's first edge, and at the end the number of entries; each edge has two
 * @param target the points at the other end
 * @param length of the edges
 */
record NeighbourGraph(int[] start, int[] target, float[] length) {

    static NeighbourGraph of(FiniteMetricSpace space, int neighbours) throws InterruptedException {
        return symmetric(space, nearest(space, neighbours));
    }

    /** The nearest neighbours of each point, ascending in index. */
    static int[][] nearest(FiniteMetricSpace space, int neighbours) throws InterruptedException {
        int size = space.size();
        if (neighbours < 1 || neighbours >= size) {
            throw new IllegalArgumentException("graph of " + neighbours + " nearest neighbours on " + size
                    + " points; there must be at least 1 neighbour and more points than neighbours");
        }
        int[][] nearest = new int[size][];
        NearestNeighbours search = new NearestNeighbours(space, neighbours);
        for (int i = 0; i < size; i++) {
            nearest[i] = search.of(i);
        }
        return nearest;
    }

    private static NeighbourGraph symmetric(FiniteMetricSpace space, int[][] nearest) {
        int size = nearest.length;
        int[] start = new int[size + 1];
        for (int i = 0; i < size; i++) {
            for (int j : nearest[i]) {
                if (isFirst(nearest, i, j)) {
                    start[i + 1]++;
                    start[j + 1]++;
                }
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] free = start.clone();
        int[] target = new int[start[size]];
        float[] length = new float[start[size]];
        for (int i = 0; i < size; i++) {
            for (int j : nearest[i]) {
                if (isFirst(nearest, i, j)) {
                    float distance = space.distance(i, j);
                    target[free[i]] = j;
                    length[free[i]++] = distance;
                    target[free[j]] = i;
                    length[free[j]++] = distance;
                }
            }
        }
        return new NeighbourGraph(start, target, length);
    }

    /** Whether the edge from i to j is not already there as the one from j to i. */
    private static boolean isFirst(int[][] nearest, int i, int j) {
        return i < j || Arrays.binarySearch(nearest[j], i) < 0;
    }

    int size() {
        return start.length - 1;
    }
}
