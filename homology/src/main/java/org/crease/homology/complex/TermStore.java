package org.crease.homology.complex;

import java.util.Arrays;

/** Sums of cells that were written down, one after another: cells and coefficients in two arrays that grow. */
final class TermStore {
    private int[] cells = new int[64];
    private char[] coefficients = new char[64];
    private int size;

    /** Number of terms: where the next one will be. */
    int size() {
        return size;
    }

    void add(int cell, int coefficient) {
        if (size == cells.length) {
            int capacity = IntStore.grown(size);
            cells = Arrays.copyOf(cells, capacity);
            coefficients = Arrays.copyOf(coefficients, capacity);
        }
        cells[size] = cell;
        coefficients[size++] = (char) coefficient;
    }

    int cell(int at) {
        return cells[at];
    }

    int coefficient(int at) {
        return coefficients[at];
    }
}
