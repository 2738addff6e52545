package org.crease.homology;

import java.util.Arrays;

/** Columns of a matrix over a prime field, from rows that come in any order, none twice. */
final class Transposition {
    private long[] places = new long[64]; // row, then in which place it came
    private SparseVector[] rows = new SparseVector[64];
    private int count;

    void add(int row, SparseVector vector) {
        if (count == rows.length) {
            places = Arrays.copyOf(places, 2 * count);
            rows = Arrays.copyOf(rows, 2 * count);
        }
        places[count] = (long) row << Integer.SIZE | count;
        rows[count++] = vector;
    }

    /** So many columns; to be called once. */
    SparseVector[] columns(int size) {
        Arrays.sort(places, 0, count);
        int[] ends = new int[size];
        for (int k = 0; k < count; k++) {
            for (long term : rows[k].terms()) {
                ends[SparseVector.placeOf(term)]++;
            }
        }
        long[][] columns = new long[size][];
        for (int column = 0; column < size; column++) {
            columns[column] = new long[ends[column]];
            ends[column] = 0;
        }
        for (int k = 0; k < count; k++) {
            int row = (int) (places[k] >> Integer.SIZE);
            for (long term : rows[(int) places[k]].terms()) {
                int column = SparseVector.placeOf(term);
                columns[column][ends[column]++] = SparseVector.term(row, SparseVector.residueOf(term));
            }
        }
        SparseVector[] vectors = new SparseVector[size];
        Arrays.setAll(vectors, column -> new SparseVector(columns[column]));
        return vectors;
    }
}
