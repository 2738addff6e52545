package org.crease.trainer.sweep.network;

import java.util.Arrays;

/**
 * Singular values by one-sided Jacobi rotations (Hestenes 1958; Demmel and Veselić 1992 on their accuracy): rows are rotated in
 * pairs until all are orthogonal, then their lengths are the values. Slow (a few dozen n² m) and exact, for the rare matrix whose
 * rank is close to call.
 */
final class SingularValues {
    private static final double ORTHOGONAL = 1e-15;
    private static final int MOST_SWEEPS = 60;

    private SingularValues() {}

    /**
     * All min(rows, columns) singular values, largest first.
     *
     * @param matrix shape (rows, columns), row-major, not changed
     */
    static double[] of(double[] matrix, int rows, int columns) {
        boolean tall = rows > columns;
        int n = tall ? columns : rows;
        int length = tall ? rows : columns;
        double[] work = tall ? Rows.transposed(matrix, rows, columns) : Arrays.copyOf(matrix, rows * columns);
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            if (!rotateAll(work, n, length)) {
                break;
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[n - 1 - i] = Math.sqrt(dot(work, i, i, length));
        }
        Arrays.sort(values);
        for (int i = 0; i < n / 2; i++) {
            double swapped = values[i];
            values[i] = values[n - 1 - i];
            values[n - 1 - i] = swapped;
        }
        return values;
    }

    private static boolean rotateAll(double[] work, int n, int length) {
        boolean rotated = false;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                rotated |= rotate(work, i, j, length);
            }
        }
        return rotated;
    }

    private static boolean rotate(double[] work, int i, int j, int length) {
        double a = dot(work, i, i, length);
        double b = dot(work, j, j, length);
        double c = dot(work, i, j, length);
        if (Math.abs(c) <= ORTHOGONAL * Math.sqrt(a * b) || c == 0) {
            return false;
        }
        double zeta = (b - a) / (2 * c);
        double tangent = Math.copySign(1 / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta)), zeta);
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = cosine * tangent;
        for (int k = 0; k < length; k++) {
            double x = work[i * length + k];
            double y = work[j * length + k];
            work[i * length + k] = cosine * x - sine * y;
            work[j * length + k] = sine * x + cosine * y;
        }
        return true;
    }

    private static double dot(double[] work, int i, int j, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += work[i * length + k] * work[j * length + k];
        }
        return sum;
    }
}
