package org.crease.homology.metric;

import java.util.Arrays;

/**
 * How far a point is from a share of all points: the root of the mean square of its distances to the nearest, itself among
 * them. Small where points are dense, large at outliers; as a function of the points it is stable where the distance to the
 * nearest is not.
 *
 * <p>O(n² log n) time beside the distances, each asked for twice; memory of one row. F. Chazal, D. Cohen-Steiner, Q. Mérigot,
 * <i>Geometric inference for probability measures</i>, Found. Comput. Math. 11, 2011.
 */
public final class DistanceToMeasure {
    private static final int DISTANCES_BETWEEN_CHECKS = 64;

    private final double share;
    private final boolean counted; // whether the share is a number of points

    private DistanceToMeasure(double share, boolean counted) {
        this.share = share;
        this.counted = counted;
    }

    /**
     * To this many points, the point itself among them; with 1 it is 0 everywhere.
     *
     * @throws IllegalArgumentException when it is less than 1
     */
    public static DistanceToMeasure ofNeighbours(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "distance to a measure over " + count + " neighbours; there must be at least 1, the point itself");
        }
        return new DistanceToMeasure(count, true);
    }

    /**
     * To this share of all points; of m n points the last counts in part where m n is no whole number.
     *
     * @param mass above 0, at most 1
     * @throws IllegalArgumentException when it is not
     */
    public static DistanceToMeasure ofMass(double mass) {
        if (!(mass > 0 && mass <= 1)) {
            throw new IllegalArgumentException(
                    "distance to a measure of mass " + mass + "; it must be above 0, at most 1");
        }
        return new DistanceToMeasure(mass, false);
    }

    /**
     * The value at each point of a space; infinite where too few others are at finite distance.
     *
     * @throws IllegalArgumentException when there are fewer points than neighbours
     * @throws InterruptedException when the thread is interrupted
     */
    public double[] on(FiniteMetricSpace space) throws InterruptedException {
        double points = counted ? share : share * space.size();
        if (points > space.size()) {
            throw new IllegalArgumentException(
                    "distance to a measure over " + (int) share + " neighbours of " + space.size() + " points");
        }
        double[] values = new double[space.size()];
        float[] distances = new float[space.size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < distances.length; j++) {
                if (j % DISTANCES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                    throw new InterruptedException("interrupted at the distance to the measure of point " + i);
                }
                distances[j] = space.distance(i, j);
            }
            Arrays.sort(distances);
            values[i] = value(distances, points);
        }
        return values;
    }

    private static double value(float[] ascending, double points) {
        double sum = 0;
        double left = points;
        for (int k = 0; k < ascending.length && left > 0; k++) {
            sum += Math.min(1, left) * ascending[k] * ascending[k];
            left--;
        }
        return Math.sqrt(sum / points);
    }
}
