package org.crease.probes.projection;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Eigenvalues and eigenvectors by Jacobi's rotations (1846): slow, plain, accurate. */
final class SymmetricJacobi {
    private final double[][] matrix;
    private final double[][] vectors;

    private SymmetricJacobi(double[][] matrix) {
        this.matrix = matrix;
        vectors = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            vectors[i][i] = 1;
        }
    }

    /** All eigenpairs, the largest first. */
    static Eigenpairs of(double[][] symmetric) {
        double[][] copy = new double[symmetric.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = symmetric[i].clone();
        }
        SymmetricJacobi jacobi = new SymmetricJacobi(copy);
        for (int sweep = 0; sweep < 30 && jacobi.sweep(); sweep++) {
            // until nothing is left to rotate
        }
        return jacobi.sorted();
    }

    private boolean sweep() {
        boolean rotated = false;
        for (int p = 0; p < matrix.length; p++) {
            for (int q = p + 1; q < matrix.length; q++) {
                rotated |= rotate(p, q);
            }
        }
        return rotated;
    }

    private boolean rotate(int p, int q) {
        double off = matrix[p][q];
        if (Math.abs(off) <= 1e-17 * (Math.abs(matrix[p][p]) + Math.abs(matrix[q][q]))) {
            return false;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * off);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < matrix.length; k++) {
            double a = matrix[k][p];
            double b = matrix[k][q];
            matrix[k][p] = c * a - s * b;
            matrix[k][q] = s * a + c * b;
        }
        for (int k = 0; k < matrix.length; k++) {
            double a = matrix[p][k];
            double b = matrix[q][k];
            matrix[p][k] = c * a - s * b;
            matrix[q][k] = s * a + c * b;
            double x = vectors[p][k];
            double y = vectors[q][k];
            vectors[p][k] = c * x - s * y;
            vectors[q][k] = s * x + c * y;
        }
        return true;
    }

    private Eigenpairs sorted() {
        int[] order = IntStream.range(0, matrix.length)
                .boxed()
                .sorted((a, b) -> Double.compare(matrix[b][b], matrix[a][a]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[order.length];
        double[][] sorted = new double[order.length][];
        for (int k = 0; k < order.length; k++) {
            values[k] = matrix[order[k]][order[k]];
            sorted[k] = vectors[order[k]];
        }
        return new Eigenpairs(
                values, sorted, Arrays.stream(values).map(Math::abs).sum());
    }
}
