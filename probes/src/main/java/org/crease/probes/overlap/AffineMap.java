package org.crease.probes.overlap;

import java.util.Arrays;
import java.util.List;

/**
 * x ↦ A x + b in double precision.
 *
 * @param outputs number of rows of A
 * @param inputs number of columns of A; with none the map is the constant b
 * @param matrix A in row-major order; never changed
 * @param offset b; never changed
 */
public record AffineMap(int outputs, int inputs, double[] matrix, double[] offset) {

    public AffineMap {
        if (matrix.length != Math.multiplyExact(outputs, inputs) || offset.length != outputs) {
            throw new IllegalArgumentException("an affine map from " + inputs + " to " + outputs + " numbers has "
                    + matrix.length + " factors and " + offset.length + " constants; expected "
                    + (long) outputs * inputs
                    + " and " + outputs);
        }
    }

    /** x ↦ x. */
    static AffineMap identity(int size) {
        double[] matrix = new double[Math.multiplyExact(size, size)];
        for (int i = 0; i < size; i++) {
            matrix[i * size + i] = 1;
        }
        return new AffineMap(size, size, matrix, new double[size]);
    }

    /** A map that takes nothing and has this value. */
    static AffineMap constant(double... value) {
        return new AffineMap(value.length, 0, new double[0], value);
    }

    /** A x + b. */
    public double[] apply(double... x) {
        double[] y = offset.clone();
        for (int i = 0; i < outputs; i++) {
            for (int j = 0; j < inputs; j++) {
                y[i] += matrix[i * inputs + j] * x[j];
            }
        }
        return y;
    }

    /** The euclidean length of a row of A. */
    double length(int row) {
        double square = 0;
        for (int j = row * inputs; j < (row + 1) * inputs; j++) {
            square += matrix[j] * matrix[j];
        }
        return Math.sqrt(square);
    }

    /** The euclidean lengths of all rows. */
    double[] lengths() {
        double[] lengths = new double[outputs];
        Arrays.setAll(lengths, this::length);
        return lengths;
    }

    /** Writes a column of A. */
    void copyColumn(int column, double[] block, int at) {
        for (int i = 0; i < outputs; i++) {
            block[at + i] = matrix[i * inputs + column];
        }
    }

    /** The map to these of the outputs. */
    AffineMap rows(List<Integer> chosen) {
        double[] chosenRows = new double[Math.multiplyExact(chosen.size(), inputs)];
        double[] chosenOffset = new double[chosen.size()];
        for (int i = 0; i < chosenOffset.length; i++) {
            System.arraycopy(matrix, chosen.get(i) * inputs, chosenRows, i * inputs, inputs);
            chosenOffset[i] = offset[chosen.get(i)];
        }
        return new AffineMap(chosenOffset.length, inputs, chosenRows, chosenOffset);
    }

    /** Each row, with its constant, multiplied by a factor. */
    AffineMap scaled(double... factors) {
        double[] scaledMatrix = matrix.clone();
        double[] scaledOffset = offset.clone();
        for (int i = 0; i < outputs; i++) {
            scaledOffset[i] = factors[i] == 0 ? 0 : factors[i] * offset[i];
            for (int j = i * inputs; j < (i + 1) * inputs; j++) {
                scaledMatrix[j] = factors[i] == 0 ? 0 : factors[i] * matrix[j];
            }
        }
        return new AffineMap(outputs, inputs, scaledMatrix, scaledOffset);
    }
}
