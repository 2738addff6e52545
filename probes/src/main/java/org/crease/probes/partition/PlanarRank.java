package org.crease.probes.partition;

import org.crease.probes.rank.Tolerance;

/**
 * The rank of a matrix of two columns, by one-sided Jacobi: a rotation makes the columns orthogonal, then their lengths are
 * the singular values, each to full relative accuracy (J. Demmel and K. Veselić, <i>Jacobi's method is more accurate than
 * QR</i>, 1992).
 */
final class PlanarRank {
    private static final double ORTHOGONAL = 1e-15;
    private static final int SWEEPS = 8;

    private PlanarRank() {}

    /** The number of singular values above the threshold, for columns a and b, all rows included. */
    static int of(double[] a, double[] b, Tolerance tolerance) {
        double scale = Math.max(magnitude(a), magnitude(b));
        if (scale == 0) {
            return 0;
        }
        double[] x = scaled(a, scale);
        double[] y = scaled(b, scale);
        int sweeps = SWEEPS;
        while (sweeps > 0 && rotate(x, y)) {
            sweeps--;
        }
        double first = scale * Math.sqrt(dot(x, x));
        double second = scale * Math.sqrt(dot(y, y));
        double threshold = tolerance.threshold(a.length, 2, Math.max(first, second));
        return (first > threshold ? 1 : 0) + (second > threshold ? 1 : 0);
    }

    /** Returns whether the columns were not orthogonal yet. */
    private static boolean rotate(double[] x, double[] y) {
        double alpha = dot(x, x);
        double beta = dot(y, y);
        double gamma = dot(x, y);
        if (Math.abs(gamma) <= ORTHOGONAL * Math.sqrt(alpha) * Math.sqrt(beta)) {
            return false;
        }
        double zeta = (beta - alpha) / (2 * gamma);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        for (int i = 0; i < x.length; i++) {
            double rotated = cosine * x[i] - sine * y[i];
            y[i] = sine * x[i] + cosine * y[i];
            x[i] = rotated;
        }
        return true;
    }

    private static double[] scaled(double[] values, double scale) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] / scale;
        }
        return scaled;
    }

    private static double magnitude(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
