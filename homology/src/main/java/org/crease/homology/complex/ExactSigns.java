package org.crease.homology.complex;

import java.math.BigInteger;
import java.util.Arrays;

/** The signs of the Delaunay determinants of any dimension by integers, where rounding leaves them open. */
final class ExactSigns {
    private ExactSigns() {}

    /** Of the determinant whose rows are the points less the last of them. */
    static int orientation(ExactPoints points, int[] simplex) {
        int size = simplex.length - 1;
        BigInteger[][] rows = new BigInteger[size][];
        for (int k = 0; k < size; k++) {
            rows[k] = points.difference(simplex[k], simplex[size]);
        }
        return ExactAlgebra.determinant(rows).signum();
    }

    /** Of the determinant whose rows are the points less another one, with their squared lengths. */
    static int inSphere(ExactPoints points, int[] simplex, int point) {
        int size = simplex.length;
        BigInteger[][] rows = new BigInteger[size][];
        for (int k = 0; k < size; k++) {
            BigInteger[] difference = points.difference(simplex[k], point);
            rows[k] = Arrays.copyOf(difference, size);
            rows[k][size - 1] = ExactAlgebra.dot(difference, difference);
        }
        return ExactAlgebra.determinant(rows).signum();
    }
}
