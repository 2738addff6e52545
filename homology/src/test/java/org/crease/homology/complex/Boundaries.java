package org.crease.homology.complex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Whether a cycle is a sum of boundaries of the first simplices of a complex, by Gaussian elimination. */
final class Boundaries {
    private final FilteredComplex complex;
    private final int prime;

    Boundaries(FilteredComplex complex, int prime) {
        this.complex = complex;
        this.prime = prime;
    }

    boolean holds(FormalSum cycle, int simplices) {
        List<int[]> basis = new ArrayList<>();
        for (int simplex = 0; simplex < simplices; simplex++) {
            int[] vertices = complex.vertices(simplex);
            int[] boundary = new int[complex.size()];
            for (int place = 0; vertices.length > 1 && place < vertices.length; place++) {
                boundary[complex.facet(simplex, place)] = place % 2 == 0 ? 1 : prime - 1;
            }
            if (!isReducedToZero(boundary, basis)) {
                basis.add(boundary);
            }
        }
        int[] sum = new int[complex.size()];
        for (int k = 0; k < cycle.simplices().length; k++) {
            sum[cycle.simplices()[k]] = cycle.coefficients()[k];
        }
        return isReducedToZero(sum, basis);
    }

    private boolean isReducedToZero(int[] row, List<int[]> basis) {
        for (int[] other : basis) {
            int lead = 0;
            while (other[lead] == 0) {
                lead++;
            }
            int inverse = BigInteger.valueOf(other[lead])
                    .modInverse(BigInteger.valueOf(prime))
                    .intValue();
            int factor = row[lead] * inverse % prime;
            for (int k = 0; k < row.length; k++) {
                row[k] = Math.floorMod(row[k] - factor * other[k], prime);
            }
        }
        for (int entry : row) {
            if (entry != 0) {
                return false;
            }
        }
        return true;
    }
}
