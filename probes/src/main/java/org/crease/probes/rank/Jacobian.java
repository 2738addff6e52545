package org.crease.probes.rank;

import java.util.Arrays;

/**
 * The derivative of a layer's value by the network's input at one input: the rows that may differ from zero, each the
 * gradient of one unit. Units of dead rows are left out, which is where most of the work is saved.
 *
 * @param units number of units of the layer
 * @param live the unit of each row of {@code rows}, in any order
 * @param rows shape (live units, columns); owned by this object
 */
record Jacobian(int units, int[] live, Matrix rows) implements AutoCloseable {

    /** The derivative of the input by itself. */
    static Jacobian identity(int features) {
        Matrix rows = new Matrix(features, features);
        for (int i = 0; i < features; i++) {
            rows.set(i, i, 1);
        }
        return new Jacobian(features, all(features), rows);
    }

    /** A point as a matrix of one column. */
    static Jacobian column(double[] values) {
        Matrix rows = new Matrix(values.length, 1);
        for (int i = 0; i < values.length; i++) {
            rows.set(i, 0, values[i]);
        }
        return new Jacobian(values.length, all(values.length), rows);
    }

    /** 0, 1, ..., units - 1. */
    static int[] all(int units) {
        int[] all = new int[units];
        Arrays.setAll(all, i -> i);
        return all;
    }

    int columns() {
        return rows.columns();
    }

    /** For each unit its row, or -1. */
    int[] rowOfUnit() {
        int[] row = new int[units];
        Arrays.fill(row, -1);
        for (int i = 0; i < live.length; i++) {
            row[live[i]] = i;
        }
        return row;
    }

    /** Multiplies each row by its unit's factor. */
    void scale(double[] factors) {
        for (int row = 0; row < live.length; row++) {
            if (factors[live[row]] != 1) {
                rows.scaleRow(row, factors[live[row]]);
            }
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
