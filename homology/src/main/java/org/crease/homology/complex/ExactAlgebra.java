package org.crease.homology.complex;

import java.math.BigInteger;

/** Sums of products of integers without a bound. */
final class ExactAlgebra {
    private ExactAlgebra() {}

    static BigInteger dot(BigInteger[] u, BigInteger[] v) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < u.length; k++) {
            sum = sum.add(u[k].multiply(v[k]));
        }
        return sum;
    }

    /** The cross product in space. */
    static BigInteger[] cross(BigInteger[] u, BigInteger[] v) {
        BigInteger[] cross = new BigInteger[3];
        for (int k = 0; k < 3; k++) {
            int next = (k + 1) % 3;
            int last = (k + 2) % 3;
            cross[k] = u[next].multiply(v[last]).subtract(u[last].multiply(v[next]));
        }
        return cross;
    }

    /** The sum of two vectors, each times a number. */
    static BigInteger[] combination(BigInteger a, BigInteger[] u, BigInteger b, BigInteger[] v) {
        BigInteger[] sum = new BigInteger[u.length];
        for (int k = 0; k < u.length; k++) {
            sum[k] = a.multiply(u[k]).add(b.multiply(v[k]));
        }
        return sum;
    }

    /** The determinant of a matrix of at most a few rows, by its first column. */
    static BigInteger determinant(BigInteger[][] rows) {
        return minor(rows, 0, 0);
    }

    private static BigInteger minor(BigInteger[][] rows, int column, int usedRows) {
        if (column == rows.length) {
            return BigInteger.ONE;
        }
        BigInteger sum = BigInteger.ZERO;
        boolean isNegative = false;
        for (int row = 0; row < rows.length; row++) {
            if (((usedRows >> row) & 1) != 0) {
                continue;
            }
            BigInteger entry = rows[row][column];
            if (entry.signum() != 0) {
                BigInteger term = entry.multiply(minor(rows, column + 1, usedRows | (1 << row)));
                sum = isNegative ? sum.subtract(term) : sum.add(term);
            }
            isNegative = !isNegative;
        }
        return sum;
    }
}
