package org.crease.homology.complex;

import org.crease.homology.PrimeField;

/** Small matrices over a prime field, given as rows. */
final class DenseRank {
    private DenseRank() {}

    /** The rank, by elimination. */
    static int of(int[][] matrix, PrimeField field) {
        int[][] rows = new int[matrix.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = matrix[i].clone();
        }
        int rank = 0;
        for (int column = 0; rows.length > 0 && column < rows[0].length; column++) {
            int pivot = rank;
            while (pivot < rows.length && rows[pivot][column] == 0) {
                pivot++;
            }
            if (pivot < rows.length) {
                int[] row = rows[pivot];
                rows[pivot] = rows[rank];
                rows[rank++] = row;
                eliminate(rows, rank, column, field);
            }
        }
        return rank;
    }

    /** Makes the rows from {@code first} on zero in a column by the row before them. */
    private static void eliminate(int[][] rows, int first, int column, PrimeField field) {
        int[] pivot = rows[first - 1];
        int inverse = field.inverse(pivot[column]);
        for (int i = first; i < rows.length; i++) {
            int factor = field.negative(field.times(rows[i][column], inverse));
            for (int j = column; factor != 0 && j < pivot.length; j++) {
                rows[i][j] = field.plus(rows[i][j], field.times(factor, pivot[j]));
            }
        }
    }

    /** Whether the product of two matrices is zero. */
    static boolean isZero(int[][] first, int[][] second, PrimeField field) {
        for (int[] row : first) {
            for (int column = 0; second.length > 0 && column < second[0].length; column++) {
                int sum = 0;
                for (int k = 0; k < row.length; k++) {
                    sum = field.plus(sum, field.times(row[k], second[k][column]));
                }
                if (sum != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
