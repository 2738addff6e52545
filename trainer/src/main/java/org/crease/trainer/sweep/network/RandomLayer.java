package org.crease.trainer.sweep.network;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.crease.trainer.network.Distribution;
import org.crease.trainer.seed.Shuffle;
import org.crease.trainer.sweep.plan.SubjectConfig.RandomNetworks;

/**
 * One layer, ReLU(W x + b). Weights are those that single precision holds, as in the libraries whose ranks we are held against.
 *
 * @param units number of rows of W
 * @param inputs number of columns of W
 * @param weights shape (units, inputs), row-major
 * @param columns the same numbers by columns: shape (inputs, units), row-major
 * @param biases shape (units)
 */
record RandomLayer(int units, int inputs, double[] weights, double[] columns, double[] biases) {

    /** Draws weights row by row, then biases, then the rows to flip, then the columns to scale. */
    static RandomLayer draw(RandomNetworks config, int units, int inputs, SplittableRandom random) {
        double[] weights = new double[units * inputs];
        fill(weights, Distribution.source(config.weights(), inputs, units, random));
        double[] biases = new double[units];
        fill(biases, Distribution.source(config.biases(), inputs, units, random));
        for (int row : some(config.flippedRows(), units, random)) {
            for (int j = 0; j < inputs; j++) {
                weights[row * inputs + j] *= -1;
            }
        }
        for (int column : some(config.scaledColumns(), inputs, random)) {
            for (int i = 0; i < units; i++) {
                weights[i * inputs + column] = (float) (weights[i * inputs + column] * config.columnFactor());
            }
        }
        return of(units, inputs, weights, biases);
    }

    static RandomLayer of(int units, int inputs, double[] weights, double[] biases) {
        double[] columns = new double[weights.length];
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < inputs; j++) {
                columns[j * units + i] = weights[i * inputs + j];
            }
        }
        return new RandomLayer(units, inputs, weights, columns, biases);
    }

    private static void fill(double[] values, DoubleSupplier source) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) source.getAsDouble();
        }
    }

    private static int[] some(int count, int of, SplittableRandom random) {
        int[] chosen = count == 0 ? new int[0] : Shuffle.permutation(of, random);
        return Arrays.copyOf(chosen, count);
    }

    /**
     * W x + b for many inputs at once.
     *
     * @param x shape (inputs, count), row-major: a column for each input
     * @return shape (units, count)
     */
    double[] apply(double[] x, int count) {
        double[] sums = new double[units * count];
        for (int i = 0; i < units; i++) {
            Arrays.fill(sums, i * count, (i + 1) * count, biases[i]);
            Rows.addAll(weights, i * inputs, 1, inputs, x, 0, count, sums, i * count, count);
        }
        return sums;
    }
}
