package org.crease.homology.metric;

import java.util.Arrays;

/**
 * For all pairs of points of a cloud, the sum over the coordinates of (a_i x_i - a_j x_j)², the same bits as
 * {@link PointCloud#squaredDifference}: for each pair the same additions in the same order.
 *
 * <p>Works on 64 points at a time, their coordinates turned so that the inner loop runs over points: it has no dependence
 * between its steps, so the JIT compiler vectorises it. 256 coordinates at a time keep the turned ones in cache.
 */
final class SquaredDifferences {
    private static final int POINTS = 64;
    private static final int COORDINATES = 256;

    private final PointCloud cloud;
    private final double[] factors;
    private final double[] tile = new double[COORDINATES * POINTS]; // coordinate by coordinate
    private final double[] row = new double[COORDINATES];
    private final double[] sums; // of every point with those of the tile

    /** Turns a sum into a distance. */
    interface Distance {
        float of(int i, int j, double sum);
    }

    SquaredDifferences(PointCloud cloud, double[] factors) {
        this.cloud = cloud;
        this.factors = factors;
        this.sums = new double[Math.multiplyExact(cloud.size(), POINTS)];
    }

    /** The distances below the diagonal, row after row. */
    void fill(float[] lower, Distance distance) throws InterruptedException {
        for (int first = 0; first < cloud.size(); first += POINTS) {
            int count = Math.min(POINTS, cloud.size() - first);
            Arrays.fill(sums, 0);
            for (int axis = 0; axis < cloud.dimension(); axis += COORDINATES) {
                int width = Math.min(COORDINATES, cloud.dimension() - axis);
                load(first, count, axis, width);
                for (int i = first + 1; i < cloud.size(); i++) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException("interrupted while computing distances");
                    }
                    add(i, axis, width);
                }
            }
            for (int i = first + 1; i < cloud.size(); i++) {
                int end = Math.min(first + count, i);
                for (int j = first; j < end; j++) {
                    lower[DistanceMatrix.index(i, j)] = distance.of(i, j, sums[i * POINTS + j - first]);
                }
            }
        }
    }

    private void load(int first, int count, int axis, int width) {
        for (int k = 0; k < count; k++) {
            for (int c = 0; c < width; c++) {
                tile[c * POINTS + k] = factors[first + k] * cloud.coordinate(first + k, axis + c);
            }
        }
    }

    private void add(int i, int axis, int width) {
        for (int c = 0; c < width; c++) {
            row[c] = factors[i] * cloud.coordinate(i, axis + c);
        }
        int c = 0;
        for (; c + 3 < width; c += 4) {
            addFour(i * POINTS, c);
        }
        for (; c < width; c++) {
            addOne(i * POINTS, c);
        }
    }

    private void addFour(int to, int c) {
        int from = c * POINTS;
        double x0 = row[c];
        double x1 = row[c + 1];
        double x2 = row[c + 2];
        double x3 = row[c + 3];
        for (int k = 0; k < POINTS; k++) {
            double t0 = x0 - tile[from + k];
            double t1 = x1 - tile[from + POINTS + k];
            double t2 = x2 - tile[from + 2 * POINTS + k];
            double t3 = x3 - tile[from + 3 * POINTS + k];
            sums[to + k] = (((sums[to + k] + t0 * t0) + t1 * t1) + t2 * t2) + t3 * t3;
        }
    }

    private void addOne(int to, int c) {
        int from = c * POINTS;
        double x = row[c];
        for (int k = 0; k < POINTS; k++) {
            double t = x - tile[from + k];
            sums[to + k] += t * t;
        }
    }
}
