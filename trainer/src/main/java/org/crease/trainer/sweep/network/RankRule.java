package org.crease.trainer.sweep.network;

/**
 * The rank that {@code torch.linalg.matrix_rank} and NumPy give in single precision: the number of singular values above
 * max(rows, columns) · 2⁻²³ · the largest.
 *
 * @param tolerance relative to the largest singular value
 */
record RankRule(double tolerance) {
    private static final double EPSILON = 0x1p-23;

    static RankRule of(int rows, int columns) {
        return new RankRule(Math.max(rows, columns) * EPSILON);
    }

    double squared() {
        return tolerance * tolerance;
    }

    /** The rank, from singular values with the largest first. */
    int rank(double[] singularValues) {
        int rank = 0;
        while (rank < singularValues.length && singularValues[rank] > tolerance * singularValues[0]) {
            rank++;
        }
        return rank;
    }
}
