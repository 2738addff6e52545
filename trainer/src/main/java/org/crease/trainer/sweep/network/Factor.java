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

    /** The lower Cholesky factor of a part of a Gram matrix; null where that is not positive definite. */
    static @Nullable Factor cholesky(double[] gram, int size, int[] chosen) {
        int n = chosen.length;
        double[] upper = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                upper[i * n + j] = gram[chosen[i] * size + chosen[j]];
            }
        }
        for (int k = 0; k < n; k++) {
            double pivot = upper[k * n + k];
            if (!(pivot > 0)) {
                return null;
            }
            double root = 1 / Math.sqrt(pivot);
            for (int j = k; j < n; j++) {
                upper[k * n + j] *= root;
            }
            for (int i = k + 1; i < n; i++) {
                Rows.add(-upper[k * n + i], upper, k * n + i, upper, i * n + i, n - i);
            }
        }
        return new Factor(Rows.transposed(upper, n, n), n, n, true);
    }

    /** The rows of W that are active now, restricted to the units that were active before, times this. */
    Factor after(RandomLayer layer, int[] active, int[] before) {
        double[] product = new double[active.length * columns];
        for (int i = 0; i < active.length; i++) {
            int row = active[i] * layer.inputs();
            for (int j = 0; j < before.length; j++) {
                int length = triangular ? j + 1 : columns;
                Rows.add(layer.weights()[row + before[j]], entries, j * columns, product, i * columns, length);
            }
        }
        return new Factor(product, active.length, columns, false);
    }
}
