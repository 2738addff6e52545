package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Objects;
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FullRankTest {
    private static final Tolerance FLOAT32 = new Tolerance.Float32();

    private static double[] values(int count, double least) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Math.pow(least, i / (count - 1.0));
        }
        return values;
    }

    private static @Nullable Spectrum prove(double[][] rows, boolean single) throws InterruptedException {
        return single ? proveInSingle(rows) : proveInDouble(rows);
    }

    private static @Nullable Spectrum proveInDouble(double[][] rows) throws InterruptedException {
        int columns = rows[0].length;
        try (Matrix matrix = new Matrix(rows.length, columns)) {
            for (int i = 0; i < rows.length; i++) {
                matrix.setRow(i, rows[i], columns);
            }
            try (Matrix gram = SingularValues.gramOfRows(matrix)) {
                return FullRank.prove(new DoubleGram(gram, columns), rows.length, columns, FLOAT32, 0);
            }
        }
    }

    private static @Nullable Spectrum proveInSingle(double[][] rows) throws InterruptedException {
        int columns = rows[0].length;
        float[] numbers = new float[rows.length * columns];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = (float) rows[k / columns][k % columns];
        }
        try (FloatPointer matrix = new FloatPointer(numbers);
                FloatPointer triangle = new FloatPointer((long) rows.length * rows.length)) {
            return FullRank.prove(
                    new FloatGram(matrix, rows.length, columns, triangle), rows.length, columns, FLOAT32, 0);
        }
    }

    @Test
    void wellConditionedMatricesAreProvedAndTheirMarginIsClose() throws InterruptedException {
        for (boolean single : new boolean[] {true, false}) {
            for (double least : new double[] {0.2, 0.05}) {
                double[][] rows = KnownSpectrum.matrix(100, 150, values(100, least));
                Spectrum spectrum = Objects.requireNonNull(prove(rows, single));
                assertThat(spectrum.rank()).isEqualTo(100);
                double margin = Math.log10(least / (150 * Math.ulp(1f)));
                assertThat(spectrum.margin()).isCloseTo(margin, within(0.05));
            }
        }
    }

    /** With the least singular value at ten thresholds and below there is no proof, whatever the precision. */
    @Test
    void nothingIsProvedNearTheTolerance() throws InterruptedException {
        for (double least : new double[] {8 * 150 * Math.ulp(1f), 1e-5, 1e-9}) {
            double[][] rows = KnownSpectrum.matrix(100, 150, values(100, least));
            assertThat(prove(rows, true)).isNull();
            assertThat(prove(rows, false)).isNull();
        }
    }

    @Test
    void singularMatricesAreNeverProved() throws InterruptedException {
        for (boolean single : new boolean[] {true, false}) {
            double[] values = values(100, 0.2);
            values[99] = 0;
            assertThat(prove(KnownSpectrum.matrix(100, 150, values), single)).isNull();
            assertThat(prove(new double[40][50], single)).isNull();
        }
    }

    @Test
    void d3_magnitudesThatDoNotFitAreNotProved() throws InterruptedException {
        double[][] rows = KnownSpectrum.matrix(50, 60, values(50, 0.2));
        for (double scale : new double[] {1e-30, 1e25}) {
            double[][] scaled = new double[50][60];
            for (int i = 0; i < 50; i++) {
                for (int j = 0; j < 60; j++) {
                    scaled[i][j] = scale * rows[i][j];
                }
            }
            assertThat(prove(scaled, true)).isNull();
        }
    }

    /** The bound is one on the spectral norm; the Frobenius norm of the observed error is larger than that. */
    @Test
    void productsInSinglePrecisionStayWithinTheirBound() throws InterruptedException {
        Random random = new Random(3);
        PlainNetwork plain = new PlainNetwork(150);
        for (int layer = 0; layer < 4; layer++) {
            plain.dense("d" + layer, 300 - 60 * layer, Activation.RELU, random);
        }
        double[] point = PlainNetwork.draw(150, PlainNetwork.uniform(random, 3));
        Snapshot snapshot = plain.snapshot(point);
        Network network = new Network(snapshot);
        BitSet all = Codewords.all(4);
        Codewords codewords = Codewords.read(network, all, new int[1], Kernels.none());
        DenseChain chain = DenseChain.of(network, all);
        assertThat(chain.links()).hasSize(4);
        try (SingleProduct product = new SingleProduct(chain)) {
            for (int layer = 0; layer < 4; layer++) {
                BitSet live = codewords.patterns()[layer][0];
                double[] slopes = new double[network.layer(layer).units()];
                live.stream().forEach(unit -> slopes[unit] = 1);
                product.multiply(layer, slopes);
                double[][] exact = plain.jacobian(point, "d" + layer);
                double squares = 0;
                int row = 0;
                for (int unit : live.stream().toArray()) {
                    for (int column = 0; column < 150; column++) {
                        double difference = product.get(row, column) - exact[unit][column];
                        squares += difference * difference;
                    }
                    row++;
                }
                assertThat(Math.sqrt(squares)).isLessThanOrEqualTo(product.error());
            }
        }
    }

    @Test
    void lanczosFindsTheLargestEigenvalue() throws InterruptedException {
        double[] eigenvalues = {9, 7, 3, 3, 0.1, 0};
        double largest = Lanczos.largest(6, 6, x -> {
            double[] product = new double[6];
            for (int i = 0; i < 6; i++) {
                product[i] = eigenvalues[i] * x[i];
            }
            return product;
        });
        assertThat(largest).isCloseTo(9, within(1e-9));
        assertThat(Lanczos.largest(1, 6, x -> new double[] {4 * x[0]})).isCloseTo(4, within(1e-12));
        assertThat(Lanczos.largest(5, 6, x -> new double[5])).isZero();
    }
}
