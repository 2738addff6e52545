package org.crease.homology.metric;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * For all pairs of points of a cloud, a total over the coordinates of their differences a_i x_i - a_j x_j, the same bits as
 * for one pair alone: the same operations in the same order.
 *
 * <p>Works on 64 points at a time, their coordinates turned so that the inner loop runs over points: it has no dependence
 * between its steps. An array for each axis, all of them read from the start, lets the JIT compiler vectorise it; at offsets into one
 * array it does not, which takes twice as long. 256 coordinates at a time keep the turned ones in cache. A team shares the
 * tiles; which thread computes a total makes no difference to it.
 */
abstract class PairwiseDifferences {
    /** Points in a tile. */
    static final int POINTS = 64;

    private static final int COORDINATES = 256;
    private static final double DIFFERENCES_OF_TEAM = 1 << 22; // fewer are no work for several

    private final PointCloud cloud;
    private final double[] factors;

    /** Coordinates of the tile's points, an array for each axis. */
    final double[][] tile = new double[COORDINATES][POINTS];

    /** Coordinates of the point at hand. */
    final double[] row = new double[COORDINATES];

    private final double[][] totals; // of every point with those of the tile
    private final double[] zeros = new double[POINTS]; // copied, which is fast before anything is compiled

    /** Turns a total into a distance. */
    interface Distance {
        float of(int i, int j, double total);
    }

    PairwiseDifferences(PointCloud cloud, double[] factors) {
        this.cloud = cloud;
        this.factors = factors;
        this.totals = new double[cloud.size()][POINTS];
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

    /** Takes one axis of the tile's points into the totals of the point at hand, {@link #POINTS}. */
    abstract void addOne(int axis, double[] into);

    /** The same of four axes, first to last. */
    abstract void addFour(int axis, double[] into);

    /** The distances below the diagonal, row after row; each thread of the team works with differences of its own. */
    static void fill(
            float[] lower, PointCloud cloud, Supplier<PairwiseDifferences> differences, Distance distance, Team team)
            throws InterruptedException {
        Team atWork = (double) lower.length * cloud.dimension() < DIFFERENCES_OF_TEAM ? Team.ofOne() : team;
        AtomicInteger next = new AtomicInteger();
        atWork.run(() -> differences.get().fill(lower, next, distance));
    }

    /** Those of tiles, as long as there are any. */
    private void fill(float[] lower, AtomicInteger next, Distance distance) throws InterruptedException {
        for (int first = next.getAndAdd(POINTS); first < cloud.size(); first = next.getAndAdd(POINTS)) {
            int count = Math.min(POINTS, cloud.size() - first);
            for (int i = first + 1; i < cloud.size(); i++) {
                System.arraycopy(zeros, 0, totals[i], 0, POINTS);
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
                store(lower, i, first, Math.min(count, i - first), distance);
            }
        }
    }

    private void store(float[] lower, int i, int first, int count, Distance distance) {
        int at = DistanceMatrix.index(i, first);
        double[] from = totals[i];
        for (int k = 0; k < count; k++) {
            lower[at + k] = distance.of(i, first + k, from[k]);
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
