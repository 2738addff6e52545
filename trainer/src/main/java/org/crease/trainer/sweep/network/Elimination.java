package org.crease.trainer.sweep.network;

/**
 * Symmetric elimination, S = Uᵀ D U with ones on U's diagonal, row by row: what all rows before take from a row is added up in one
 * go. Costs n³/6 multiplications.
 */
final class Elimination {
    private Elimination() {}

    /**
     * Eliminates in place, until a pivot is not positive.
     *
     * @param upper shape (n, n), row-major, on and above the diagonal; becomes D U
     * @param ratios scratch of at least n numbers
     * @return whether all pivots, the diagonal of D, are positive: then so are all eigenvalues
     */
    static boolean run(double[] upper, int n, double[] ratios) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                ratios[k] = -upper[k * n + i] / upper[k * n + k];
            }
            Rows.addAll(ratios, 0, 1, i, upper, i, n, upper, i * n + i, n - i);
            if (!(upper[i * n + i] > 0)) {
                return false;
            }
        }
        return true;
    }
}
