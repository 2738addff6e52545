package org.crease.probes.rank;

import java.util.Random;

/** Matrices whose singular values are known. */
final class KnownSpectrum {
    private KnownSpectrum() {}

    /** H_u D H_v with Householder reflections H: singular values are the diagonal. */
    static double[][] matrix(int rows, int columns, double... values) {
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < values.length; i++) {
            matrix[i][i] = values[i];
        }
        double[] u = new Random(1).doubles(rows, -1, 1).toArray();
        double[] v = new Random(2).doubles(columns, -1, 1).toArray();
        double uu = dot(u, u);
        double vv = dot(v, v);
        for (int j = 0; j < columns; j++) {
            double projection = 0;
            for (int i = 0; i < rows; i++) {
                projection += u[i] * matrix[i][j];
            }
            for (int i = 0; i < rows; i++) {
                matrix[i][j] -= 2 * projection / uu * u[i];
            }
        }
        for (double[] row : matrix) {
            double projection = dot(row, v);
            for (int j = 0; j < columns; j++) {
                row[j] -= 2 * projection / vv * v[j];
            }
        }
        return matrix;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
