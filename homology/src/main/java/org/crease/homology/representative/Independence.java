package org.crease.homology.representative;

import java.math.BigInteger;
import java.util.List;

/**
 * Proves that bars of one interval are as many as they seem: the values of their cocycles on their cycles are a matrix of
 * full rank, by Gaussian elimination. O(k³) for k bars of the interval, beside the k² values.
 */
final class Independence {
    private final int modulus;
    private final int[][] values; // of a bar's cocycle, on the cycles

    private Independence(List<Bar> bars) {
        modulus = bars.get(0).cocycle().modulus();
        values = new int[bars.size()][bars.size()];
        for (int row = 0; row < values.length; row++) {
            ChainTable cocycle = new ChainTable(bars.get(row).cocycle());
            for (int column = 0; column < values.length; column++) {
                values[row][column] = cocycle.valueOn(bars.get(column).cycle());
            }
        }
    }

    /**
     * Checks bars of equal dimension, birth and death.
     *
     * @throws IllegalArgumentException when one is a sum of others
     */
    static void require(List<Bar> bars) {
        if (bars.size() > 1 && new Independence(bars).rank() < bars.size()) {
            Bar bar = bars.get(0);
            throw new IllegalArgumentException(bars.size() + " bars of dimension " + bar.dimension() + " from "
                    + bar.birth() + " to " + bar.death() + " are not independent");
        }
    }

    private int rank() {
        int rank = 0;
        for (int column = 0; column < values.length; column++) {
            int pivot = rank;
            while (pivot < values.length && values[pivot][column] == 0) {
                pivot++;
            }
            if (pivot < values.length) {
                int[] row = values[pivot];
                values[pivot] = values[rank];
                values[rank++] = row;
                eliminate(row, rank, column);
            }
        }
        return rank;
    }

    private void eliminate(int[] pivot, int from, int column) {
        long inverse = BigInteger.valueOf(pivot[column])
                .modInverse(BigInteger.valueOf(modulus))
                .longValue();
        for (int row = from; row < values.length; row++) {
            long factor = values[row][column] * inverse % modulus;
            for (int k = column; k < values.length && factor != 0; k++) {
                values[row][k] = (int) Math.floorMod(values[row][k] - factor * pivot[k], (long) modulus);
            }
        }
    }
}
