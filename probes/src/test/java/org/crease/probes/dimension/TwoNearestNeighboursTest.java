package org.crease.probes.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoNearestNeighboursTest {

    /** Points on a line whose gaps grow: distances to the two nearest neighbours can be read off. */
    private static final double[][] LINE = {{0}, {1}, {3}, {7}, {15}};

    /**
     * Ratios of LINE: 3/1, 2/1, 3/2, 6/4, 12/8. Sorted 1.5, 1.5, 1.5, 2, 3 with F = 1/5, ..., 5/5, the last of which is
     * left out: the slope is Σ x y / Σ x² with x = ln μ, y = -ln(1 - F).
     */
    @Test
    void r4_fitCountsFromOneAndLeavesTheLastTenthOut() throws InterruptedException {
        double[] x = {Math.log(1.5), Math.log(1.5), Math.log(1.5), Math.log(2)};
        double[] y = {-Math.log(0.8), -Math.log(0.6), -Math.log(0.4), -Math.log(0.2)};
        double products = 0;
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            products += x[i] * y[i];
            squares += x[i] * x[i];
        }
        assertThat(TwoNearestNeighbours.dimension(LINE).orElseThrow()).isCloseTo(products / squares, within(1e-12));
    }

    @Test
    void cubesHaveTheirDimensionHoweverTheyAreEmbedded() throws InterruptedException {
        for (int dimension : new int[] {1, 2, 5}) {
            Random random = new Random(dimension);
            double[][] frame = new double[20][dimension];
            for (double[] row : frame) {
                IntStream.range(0, dimension).forEach(k -> row[k] = random.nextGaussian());
            }
            double[][] points = new double[2000][];
            for (int i = 0; i < points.length; i++) {
                points[i] = image(frame, random.doubles(dimension).toArray());
            }
            assertThat(TwoNearestNeighbours.dimension(points).orElseThrow())
                    .isCloseTo(dimension, within(0.12 * dimension));
        }
    }

    private static double[] image(double[][] frame, double[] point) {
        double[] image = new double[frame.length];
        for (int row = 0; row < frame.length; row++) {
            for (int k = 0; k < point.length; k++) {
                image[row] += frame[row][k] * point[k];
            }
        }
        return image;
    }

    @Test
    void r2_repeatedPointsCountOnce() throws InterruptedException {
        double[][] repeated = {{0}, {1}, {0}, {3}, {-0.0}, {7}, {15}, {7}, {1}};
        assertThat(TwoNearestNeighbours.dimension(repeated)).isEqualTo(TwoNearestNeighbours.dimension(LINE));
    }

    @Test
    void r2_distancesThatUnderflowWhenSquaredGiveANumber() throws InterruptedException {
        double[][] tiny = new double[LINE.length][1];
        for (int i = 0; i < tiny.length; i++) {
            tiny[i][0] = LINE[i][0] * 1e-200;
        }
        assertThat(TwoNearestNeighbours.dimension(tiny).orElseThrow())
                .isCloseTo(TwoNearestNeighbours.dimension(LINE).orElseThrow(), within(1e-12));
    }

    @Test
    void r5_tooFewPointsAndLatticesAreUndefinedNotNaN() throws InterruptedException {
        double[][] lattice = new double[25][];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = new double[] {i % 5, Math.floorDiv(i, 5)};
        }
        assertThat(TwoNearestNeighbours.dimension(lattice)).isEmpty();
        assertThat(TwoNearestNeighbours.dimension(new double[][] {{1, 2}, {3, 4}, {1, 2}}))
                .isEmpty();
        assertThat(TwoNearestNeighbours.dimension(new double[0][])).isEmpty();
        assertThat(TwoNearestNeighbours.dimension(new double[50][3])).isEmpty();
    }

    @Test
    void d3_coordinatesThatAreNoNumbersAreRefused() {
        assertThatThrownBy(() -> TwoNearestNeighbours.dimension(new double[][] {{1, 2}, {3, Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("point 1: coordinate 1 is NaN; a distance needs finite numbers");
    }
}
