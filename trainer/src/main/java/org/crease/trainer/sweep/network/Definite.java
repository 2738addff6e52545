package org.crease.trainer.sweep.network;

/**
 * Whether all eigenvalues of a Gram matrix lie above a shift, by elimination without roots (Sylvester's law of inertia: the pivots
 * of S - shift I have the signs of its eigenvalues). A yes holds in spite of rounding, which the shift is widened by; a no may
 * be a near miss. Costs n³/6 multiplications.
 */
final class Definite {
    private static final double ROUNDING = 8 * 0x1p-53;
    private static final double SAFETY = 1 + 1e-6;

    private double[] scratch = new double[0];
    private double[] ratios = new double[0];

    /**
     * Whether the square of the smallest singular value is above the tolerance's.
     *
     * @param gram shape (size, size), row-major, on and above the diagonal
     * @param size of the Gram matrix
     * @param chosen rows and columns that are looked at
     * @param count how many of those chosen, from the first
     * @param squaredTolerance relative to {@code bound}
     * @param bound at least the square of the largest singular value of the whole
     */
    boolean above(double[] gram, int size, int[] chosen, int count, double squaredTolerance, double bound) {
        double[] upper = copy(gram, size, chosen, count);
        double shift = bound * (squaredTolerance * SAFETY + ROUNDING * count);
        for (int i = 0; i < count; i++) {
            upper[i * count + i] -= shift;
        }
        return Elimination.run(upper, count, ratios);
    }

    private double[] copy(double[] gram, int size, int[] chosen, int count) {
        if (scratch.length < count * count) {
            scratch = new double[count * count];
            ratios = new double[count];
        }
        for (int i = 0; i < count; i++) {
            int row = chosen[i] * size;
            for (int j = i; j < count; j++) {
                scratch[i * count + j] = gram[row + chosen[j]];
            }
        }
        return scratch;
    }
}
