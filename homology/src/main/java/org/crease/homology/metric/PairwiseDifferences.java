package org.crease.homology.metric;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * For all pairs of points of a cloud, a total over the coordinates of their differences a_i x_i - a_j x_j, the same bits as
 * for one pair alone: the same operations in the same order.
 *
 * <p>Works on 128 points at a time, their coordinates turned so that the inner loop runs over points: it has no dependence
 * between its steps. An array for each axis, all of them read from the start, lets the JIT compiler vectorise it; at offsets into one
 * array it does not, which takes twice as long. 256 coordinates at a time keep the turned ones in cache. A team shares the
 * tiles; which thread computes a total makes no difference to it.
 */
abstract class PairwiseDifferences {
    private static final int POINTS = 128; // of a tile
    private static final int COORDINATES = 256;
    private static final double DIFFERENCES_OF_TEAM = 1 << 22; // fewer are no work for several

    private final PointCloud cloud;
    private final double[] factors;
    private final int points; // of a tile

    /** Coordinates of the tile's points, an array for each axis. */
    final double[][] tile;

    /** Coordinates of the point at hand. */
    final double[] row;

    private final double[][] totals; // of every point with those of the tile
    private final double[] zeros; // copied, which is fast before anything is compiled

    /** Turns totals into distances. */
    interface Distances {
        /** Those of a point and so many others, from a first one on, into an array from a place on. */
        void write(int point, int first, int count, double[] totals, float[] into, int at);
    }

    PairwiseDifferences(PointCloud cloud, double[] factors) {
        this.cloud = cloud;
        this.factors = factors;
        points = Math.min(POINTS, cloud.size());
        int coordinates = Math.min(COORDINATES, cloud.dimension());
        tile = new double[coordinates][points];
        row = new double[coordinates];
        totals = new double[cloud.size()][points];
        zeros = new double[points];
    }

    /** The totals of a cloud as it is. */
    PairwiseDifferences(PointCloud cloud) {
        this(cloud, ones(cloud.size()));
    }

    static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Takes one axis of the tile's points into the totals of the point at hand. */
    abstract void addOne(int axis, double[] into);

    /** The same of four axes, first to last. */
    abstract void addFour(int axis, double[] into);

    /** The distances below the diagonal, row after row; each thread of the team works with differences of its own. */
    static void fill(
            float[] lower, PointCloud cloud, Supplier<PairwiseDifferences> differences, Distances distances, Team team)
            throws InterruptedException {
        Team atWork = (double) lower.length * cloud.dimension() < DIFFERENCES_OF_TEAM ? Team.ofOne() : team;
        AtomicInteger next = new AtomicInteger();
        atWork.run(() -> differences.get().fill(lower, next, distances));
    }

    /** Those of tiles, as long as there are any. */
    private void fill(float[] lower, AtomicInteger next, Distances distances) throws InterruptedException {
        for (int first = next.getAndAdd(points); first < cloud.size(); first = next.getAndAdd(points)) {
            int count = Math.min(points, cloud.size() - first);
            for (int i = first + 1; i < cloud.size(); i++) {
                System.arraycopy(zeros, 0, totals[i], 0, points);
            }
            for (int axis = 0; axis < cloud.dimension(); axis += COORDINATES) {
                int width = Math.min(COORDINATES, cloud.dimension() - axis);
                for (int k = 0; k < count; k++) {
                    cloud.scale(first + k, axis, width, factors[first + k], tile, k);
                }
                for (int i = first + 1; i < cloud.size(); i++) {
                    add(i, axis, width);
                }
            }
            for (int i = first + 1; i < cloud.size(); i++) {
                distances.write(i, first, Math.min(count, i - first), totals[i], lower, DistanceMatrix.index(i, first));
            }
        }
    }

    private void add(int i, int axis, int width) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while computing distances");
        }
        cloud.scale(i, axis, width, factors[i], row);
        int c = 0;
        for (; c + 3 < width; c += 4) {
            addFour(c, totals[i]);
        }
        for (; c < width; c++) {
            addOne(c, totals[i]);
        }
    }
}
