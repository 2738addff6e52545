package org.crease.trainer.sweep.network;

/**
 * The inner loops of all matrix work here. Each element has its own sum, so that the compiler may use vectors, and four
 * multiples are added in one pass, so that it need not load and store the sum for each.
 */
final class Rows {
    private Rows() {}

    /**
     * Adds multiples of several rows to one: target += Σ factors[k] · source row k.
     *
     * @param factors the multiples
     * @param first place of the first factor
     * @param step from one factor to the next
     * @param count how many rows
     * @param source the rows
     * @param from place in {@code source} where the first row's stretch begins
     * @param stride from a row to the next
     * @param to place in {@code target}
     * @param length of the stretch
     */
    static void addAll(
            double[] factors,
            int first,
            int step,
            int count,
            double[] source,
            int from,
            int stride,
            double[] target,
            int to,
            int length) {
        int k = 0;
        for (; k + 3 < count; k += 4) {
            int f = first + k * step;
            int s = from + k * stride;
            add(
                    factors[f],
                    factors[f + step],
                    factors[f + 2 * step],
                    factors[f + 3 * step],
                    source,
                    s,
                    stride,
                    target,
                    to,
                    length);
        }
        for (; k < count; k++) {
            add(factors[first + k * step], source, from + k * stride, target, to, length);
        }
    }

    /** Adds a multiple of one stretch of numbers to another. */
    static void add(double factor, double[] source, int from, double[] target, int to, int length) {
        for (int i = 0; i < length; i++) {
            target[to + i] += factor * source[from + i];
        }
    }

    private static void add(
            double a,
            double b,
            double c,
            double d,
            double[] source,
            int from,
            int stride,
            double[] target,
            int to,
            int length) {
        int second = from + stride;
        int third = second + stride;
        int fourth = third + stride;
        for (int i = 0; i < length; i++) {
            target[to + i] +=
                    a * source[from + i] + b * source[second + i] + c * source[third + i] + d * source[fourth + i];
        }
    }

    /** The products of all rows with each other: shape (rows, rows), row-major, only places on and above the diagonal. */
    static double[] gram(double[] matrix, double[] transposed, int rows, int columns) {
        double[] gram = new double[rows * rows];
        for (int i = 0; i < rows; i++) {
            addAll(matrix, i * columns, 1, columns, transposed, i, rows, gram, i * rows + i, rows - i);
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
