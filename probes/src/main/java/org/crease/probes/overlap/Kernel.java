package org.crease.probes.overlap;

import java.util.Arrays;
import org.crease.probes.Cancellation;

/**
 * The solutions z = z₀ + N w of A z + b = y: the singular values of A, cut into range and kernel at 1e-9 of the largest. What
 * is smaller would take z far away for a small change of y, and counts as zero; answers are checked at their z afterwards.
 */
final class Kernel {
    private static final double CUT = 1e-9;
    private static final int LONG = 150; // columns whose singular values may take a tenth of a second

    private final AffineMap map;
    private final SingularValues singular;
    private final int rank;

    private Kernel(AffineMap map, SingularValues singular) {
        this.map = map;
        this.singular = singular;
        rank = singular.above(CUT * singular.largest());
    }

    static Kernel of(AffineMap map) throws InterruptedException {
        return new Kernel(
                map, map.inputs() > LONG ? Cancellation.await(() -> SingularValues.of(map)) : SingularValues.of(map));
    }

    /** The singular values of A. */
    SingularValues singular() {
        return singular;
    }

    /** Number of columns of N. */
    int dimension() {
        return map.inputs() - rank;
    }

    /** The direction of the input space that a column of N is. */
    double[] direction(int column) {
        return singular.right()[rank + column];
    }

    /** The shortest z with A z + b closest to y. */
    double[] shortest(double[] y) {
        double[] z = new double[map.inputs()];
        for (int k = 0; k < rank; k++) {
            double along = 0;
            for (int i = 0; i < y.length; i++) {
                along += singular.left()[k][i] * (y[i] - map.offset()[i]);
            }
            add(z, along / singular.values()[k], singular.right()[k]);
        }
        return z;
    }

    /** The coordinates w of the z on this kernel closest to a point, z₀ being without part in the kernel. */
    double[] coordinates(double[] point) {
        double[] w = new double[dimension()];
        Arrays.setAll(w, k -> dot(direction(k), point));
        return w;
    }

    /** z₀ + N w. */
    double[] point(double[] start, double[] w) {
        double[] z = start.clone();
        for (int k = 0; k < w.length; k++) {
            add(z, w[k], direction(k));
        }
        return z;
    }

    /** The largest difference between A z + b and y in any unit. */
    double miss(double[] z, double[] y) {
        double[] value = map.apply(z);
        double miss = 0;
        for (int i = 0; i < y.length; i++) {
            miss = Math.max(miss, Math.abs(value[i] - y[i]));
        }
        return miss;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static void add(double[] sum, double factor, double[] term) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * term[j];
        }
    }
}
