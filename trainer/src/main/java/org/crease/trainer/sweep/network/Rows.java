package org.crease.trainer.sweep.network;

/** The one inner loop of all matrix work here. Each element has its own sum, so that the compiler may use vectors. */
final class Rows {
    private Rows() {}

    /** Adds a multiple of one stretch of numbers to another. */
    static void add(double factor, double[] source, int from, double[] target, int to, int length) {
        for (int i = 0; i < length; i++) {
            target[to + i] += factor * source[from + i];
        }
    }

    /** The products of all rows with each other: shape (rows, rows), row-major, only places on and above the diagonal. */
    static double[] gram(double[] matrix, double[] transposed, int rows, int columns) {
        double[] gram = new double[rows * rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double factor = matrix[i * columns + j];
                if (factor != 0) {
                    add(factor, transposed, j * rows + i, gram, i * rows + i, rows - i);
                }
            }
        }
        return gram;
    }

    static double[] transposed(double[] matrix, int rows, int columns) {
        double[] transposed = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = matrix[i * columns + j];
            }
        }
        return transposed;
    }
}
