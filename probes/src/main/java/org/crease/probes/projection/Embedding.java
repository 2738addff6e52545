package org.crease.probes.projection;

import java.util.Arrays;

/**
 * Points in few coordinates.
 *
 * @param axes the coordinates of all points, axis after axis, shape (dimensions, points)
 * @param shares of the variance, one an axis; NaN where there is none to share
 */
record Embedding(double[][] axes, double[] shares) {
    /** Magnitudes this close count as equal, so that rounding does not decide on a sign. */
    private static final double EQUAL = 1e-9;

    Embedding {
        for (double[] axis : axes) {
            orient(axis);
        }
    }

    /** All points at the origin. */
    static Embedding nothing(int points, int dimensions) {
        double[] shares = new double[dimensions];
        Arrays.fill(shares, Double.NaN);
        return new Embedding(new double[dimensions][points], shares);
    }

    /** An axis of coordinates from a vector of length 1. */
    static double[] scaled(double[] vector, double length) {
        return Arrays.stream(vector).map(coordinate -> length * coordinate).toArray();
    }

    /** Makes the coordinate of largest magnitude positive; of several, the first. */
    private static void orient(double[] axis) {
        double largest = Arrays.stream(axis).map(Math::abs).max().orElse(0);
        for (double coordinate : axis) {
            if (Math.abs(coordinate) >= (1 - EQUAL) * largest) {
                if (coordinate < 0) {
                    Arrays.setAll(axis, i -> 0 - axis[i]);
                }
                return;
            }
        }
    }

    /** Number of axes along which the points differ. */
    int spanned() {
        return (int) Arrays.stream(shares).filter(share -> share > 0).count();
    }

    /** The coordinates point after point, shape (points, dimensions). */
    double[] rows() {
        int dimensions = axes.length;
        double[] rows = new double[dimensions * axes[0].length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = axes[i % dimensions][i / dimensions];
        }
        return rows;
    }
}
