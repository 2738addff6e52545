package org.crease.probes.rank;

import java.util.Arrays;

/** Singular values by one-sided Jacobi rotations (Hestenes 1958): slow, plain, accurate to the last digits. */
final class JacobiSvd {
    private JacobiSvd() {}

    /** The singular values of a matrix given by its rows, largest first. */
    static double[] singularValues(double[][] rows) {
        double[][] vectors = shorterSide(rows);
        double scale = Arrays.stream(vectors).mapToDouble(v -> dot(v, v)).sum();
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < 60; sweep++) {
            rotated = false;
            for (int i = 0; i < vectors.length; i++) {
                for (int j = i + 1; j < vectors.length; j++) {
                    rotated |= rotate(vectors[i], vectors[j], 1e-30 * scale);
                }
            }
        }
        return Arrays.stream(vectors)
                .mapToDouble(v -> -Math.sqrt(dot(v, v)))
                .sorted()
                .map(v -> -v)
                .toArray();
    }

    private static double[][] shorterSide(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[][] vectors = new double[Math.min(rows.length, columns)][];
        for (int i = 0; i < vectors.length; i++) {
            int index = i;
            vectors[i] = rows.length <= columns
                    ? rows[i].clone()
                    : Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
        }
        return vectors;
    }

    /** The rank by the float32 rule. */
    static int rank(double[][] rows) {
        double[] values = singularValues(rows);
        double threshold = Math.max(rows.length, rows[0].length) * Math.pow(2, -23) * values[0];
        return (int) Arrays.stream(values).filter(v -> v > threshold).count();
    }

    /** Makes two vectors orthogonal, unless one is so short that it is but rounding. */
    private static boolean rotate(double[] a, double[] b, double negligible) {
        double aa = dot(a, a);
        double bb = dot(b, b);
        double ab = dot(a, b);
        if (Math.abs(ab) <= 1e-15 * Math.sqrt(aa * bb) || Math.min(aa, bb) <= negligible) {
            return false;
        }
        double zeta = (bb - aa) / (2 * ab);
        double t = Math.signum(zeta == 0 ? 1 : zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double c = 1 / Math.sqrt(1 + t * t);
        for (int k = 0; k < a.length; k++) {
            double old = a[k];
            a[k] = c * (old - t * b[k]);
            b[k] = c * (t * old + b[k]);
        }
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
