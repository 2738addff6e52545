package org.crease.homology.complex;

import java.util.Arrays;

/** Columns over Z/2 as ascending sets of cells that are added to each other. */
final class SparseColumns {
    private static final int[] EMPTY = {};

    private final int[][] columns;
    private int[] scratch = new int[64];

    SparseColumns(int count) {
        columns = new int[count][];
        Arrays.fill(columns, EMPTY);
    }

    int[] get(int column) {
        return columns[column];
    }

    void set(int column, int[] ascending) {
        columns[column] = ascending;
    }

    boolean contains(int column, int cell) {
        return Arrays.binarySearch(columns[column], cell) >= 0;
    }

    boolean isZero(int column) {
        return columns[column].length == 0;
    }

    /** Adds a column to another. */
    void add(int from, int to) {
        int[] a = columns[from];
        int[] b = columns[to];
        if (scratch.length < a.length + b.length) {
            scratch = new int[2 * (a.length + b.length)];
        }
        int i = 0;
        int j = 0;
        int size = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                i++;
                j++;
            } else {
                scratch[size++] = a[i] < b[j] ? a[i++] : b[j++];
            }
        }
        while (i < a.length) {
            scratch[size++] = a[i++];
        }
        while (j < b.length) {
            scratch[size++] = b[j++];
        }
        columns[to] = Arrays.copyOf(scratch, size);
    }
}
