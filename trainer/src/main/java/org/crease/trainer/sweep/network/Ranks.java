package org.crease.trainer.sweep.network;

import java.util.Arrays;

/** The rank of one matrix: proved full by the Gram matrix of its shorter side, or else counted in singular values. */
final class Ranks {
    private Ranks() {}

    /** The rank of a matrix of shape (rows, columns), row-major. */
    static int of(double[] matrix, int rows, int columns, RankRule rule, Definite definite) {
        int most = Math.min(rows, columns);
        if (most == 0) {
            return 0;
        }
        double[] transposed = Rows.transposed(matrix, rows, columns);
        double[] gram = rows <= columns
                ? Rows.gram(matrix, transposed, rows, columns)
                : Rows.gram(transposed, matrix, columns, rows);
        if (isFull(gram, most, rule, definite)) {
            return most;
        }
        return rule.rank(SingularValues.of(matrix, rows, columns));
    }

    /** Whether a matrix with this Gram matrix of its shorter side, shape (size, size), surely has full rank. */
    static boolean isFull(double[] gram, int size, RankRule rule, Definite definite) {
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        double squares = 0;
        for (int i = 0; i < size; i++) {
            squares += gram[i * size + i];
        }
        return definite.above(gram, size, all, size, rule.squared(), squares);
    }
}
