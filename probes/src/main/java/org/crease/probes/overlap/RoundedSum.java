package org.crease.probes.overlap;

import java.util.Arrays;

/**
 * A sum of multiples of rows, as an affine map, that knows how large its terms were: a row or constant below 1e-12 of them
 * is rounding and set to zero. Double precision leaves 1e-16 for each term, float32 weights are exact in it.
 */
final class RoundedSum {
    private static final double ROUNDING = 1e-12;

    private final int outputs;
    private final int inputs;
    private final double[] matrix;
    private final double[] offset;
    private final double[] lengths;
    private final double[] sizes;

    RoundedSum(int outputs, int inputs) {
        this.outputs = outputs;
        this.inputs = inputs;
        matrix = new double[Math.multiplyExact(outputs, inputs)];
        offset = new double[outputs];
        lengths = new double[outputs];
        sizes = new double[outputs];
    }

    /** Adds factor times a row of a map, whose length is given, to an output. */
    void add(int output, double factor, AffineMap map, int row, double length) {
        for (int j = 0; j < inputs; j++) {
            matrix[output * inputs + j] += factor * map.matrix()[row * inputs + j];
        }
        lengths[output] += Math.abs(factor) * length;
        addConstant(output, factor * map.offset()[row]);
    }

    void addConstant(int output, double constant) {
        offset[output] += constant;
        sizes[output] += Math.abs(constant);
    }

    AffineMap sum() {
        round(offset, sizes);
        return rounded(new AffineMap(outputs, inputs, matrix, offset), lengths);
    }

    /** Sets numbers to zero that are rounding beside these sizes of their terms. */
    static void round(double[] numbers, double... sizes) {
        for (int i = 0; i < numbers.length; i++) {
            if (Math.abs(numbers[i]) <= ROUNDING * sizes[i]) {
                numbers[i] = 0;
            }
        }
    }

    /** A map whose rows are sums of rows, of this length in all, with those that are rounding set to zero. */
    static AffineMap rounded(AffineMap sum, double... lengths) {
        for (int i = 0; i < sum.outputs(); i++) {
            if (sum.length(i) <= ROUNDING * lengths[i]) {
                Arrays.fill(sum.matrix(), i * sum.inputs(), (i + 1) * sum.inputs(), 0);
            }
        }
        return sum;
    }
}
