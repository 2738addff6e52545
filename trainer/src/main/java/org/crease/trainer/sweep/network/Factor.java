package org.crease.trainer.sweep.network;

import org.jspecify.annotations.Nullable;

/**
 * What is left of a composed map where only ranks are asked for: a matrix with the same singular values, and fewer columns where
 * there were more columns than rows (a Cholesky factor L with L Lᵀ = Φ Φᵀ, for which only products with rows of later layers
 * matter).
 *
 * @param entries shape (rows, columns), row-major
 * @param triangular whether row i has zeros after its place i
 */
record Factor(double[] entries, int rows, int columns, boolean triangular) {
    private static final int BLOCK = 16;

    /** The lower Cholesky factor of a part of a Gram matrix; null where that is not positive definite. */
    static @Nullable Factor cholesky(double[] gram, int size, int[] chosen) {
        int n = chosen.length;
        double[] upper = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                upper[i * n + j] = gram[chosen[i] * size + chosen[j]];
            }
        }
        if (!Elimination.run(upper, n, new double[n])) {
            return null;
        }
        for (int i = 0; i < n; i++) {
            double root = 1 / Math.sqrt(upper[i * n + i]);
            for (int j = i; j < n; j++) {
                upper[i * n + j] *= root;
            }
        }
        return new Factor(Rows.transposed(upper, n, n), n, n, true);
    }

    /** The rows of W that are active now, restricted to the units that were active before, times this. */
    Factor after(RandomLayer layer, int[] active, int[] before) {
        double[] product = new double[active.length * columns];
        double[] weights = new double[before.length];
        for (int i = 0; i < active.length; i++) {
            for (int j = 0; j < before.length; j++) {
                weights[j] = layer.weights()[active[i] * layer.inputs() + before[j]];
            }
            multiply(weights, product, i * columns);
        }
        return new Factor(product, active.length, columns, false);
    }

    /** Adds weights times rows; of a triangular factor, block by block of rows, only as far as they reach. */
    private void multiply(double[] weights, double[] product, int to) {
        if (!triangular) {
            Rows.addAll(weights, 0, 1, rows, entries, 0, columns, product, to, columns);
            return;
        }
        for (int row = 0; row < rows; row += BLOCK) {
            int end = Math.min(rows, row + BLOCK);
            Rows.addAll(weights, row, 1, end - row, entries, row * columns, columns, product, to, end);
        }
    }
}
