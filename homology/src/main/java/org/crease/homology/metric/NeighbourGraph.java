package org.crease.homology.metric;

import java.util.Arrays;
import java.util.Optional;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.kernel.MeasuredPoints;
import org.crease.homology.kernel.NeighbourKernel;

/**
 * The symmetric graph of k nearest neighbours, in compressed rows.
 *
 * @param start position of each point's first edge, and at the end the number of entries; each edge has two
 * @param target the points at the other end
 * @param length of the edges
 */
record NeighbourGraph(int[] start, int[] target, float[] length) {

    static NeighbourGraph of(FiniteMetricSpace space, int neighbours, Kernels kernels) throws InterruptedException {
        requireFewer(space, neighbours);
        int[][] nearest = nearest(space, neighbours, kernels, () -> byProcessor(DistanceMatrix.of(space), neighbours));
        return symmetric(space, nearest);
    }

    /** The nearest neighbours of each point, ascending in index. */
    static int[][] nearest(FiniteMetricSpace space, int neighbours, Kernels kernels) throws InterruptedException {
        requireFewer(space, neighbours);
        return nearest(space, neighbours, kernels, () -> byProcessor(space, neighbours));
    }

    private static void requireFewer(FiniteMetricSpace space, int neighbours) {
        if (neighbours < 1 || neighbours >= space.size()) {
            throw new IllegalArgumentException("graph of " + neighbours + " nearest neighbours on " + space.size()
                    + " points; there must be at least 1 neighbour and more points than neighbours");
        }
    }

    private static int[][] nearest(
            FiniteMetricSpace space, int neighbours, Kernels kernels, Kernels.OnProcessor<int[][]> onProcessor)
            throws InterruptedException {
        Optional<MeasuredPoints> points = space instanceof MeasuredCloud cloud ? cloud.points() : Optional.empty();
        if (points.isEmpty() || neighbours > NeighbourKernel.MOST) {
            return onProcessor.done();
        }
        return kernels.run(
                NeighbourKernel.class,
                NeighbourKernel.operations(space.size(), points.get().dimension()),
                device -> rows(device.neighbours(points.get(), neighbours), neighbours),
                onProcessor);
    }

    private static int[][] rows(int[] entries, int columns) {
        int[][] rows = new int[entries.length / columns][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(entries, i * columns, (i + 1) * columns);
        }
        return rows;
    }

    private static int[][] byProcessor(FiniteMetricSpace space, int neighbours) throws InterruptedException {
        int size = space.size();
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
