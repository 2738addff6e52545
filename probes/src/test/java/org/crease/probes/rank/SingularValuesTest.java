package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.crease.probes.ProbeException;
import org.junit.jupiter.api.Test;

class SingularValuesTest {

    private static Jacobian jacobian(double[][] rows) {
        Matrix matrix = new Matrix(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            matrix.setRow(i, rows[i], rows[i].length);
        }
        return new Jacobian(rows.length, Jacobian.all(rows.length), matrix);
    }

    private static Spectrum spectrum(double[][] rows, Tolerance tolerance) throws InterruptedException {
        try (Jacobian jacobian = jacobian(rows)) {
            return SingularValues.spectrum(jacobian, rows[0].length, tolerance);
        }
    }

    private static double[] geometric(int count, double last) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Math.pow(last, i / (count - 1.0));
        }
        return values;
    }

    @Test
    void ranksOfKnownSpectraOnEverySideAndSize() throws InterruptedException {
        int[][] shapes = {{5, 9}, {9, 5}, {100, 130}, {130, 100}, {90, 90}, {700, 610}};
        for (int[] shape : shapes) {
            int smaller = Math.min(shape[0], shape[1]);
            double[] values = geometric(smaller, 1e-9);
            double[][] rows = KnownSpectrum.matrix(shape[0], shape[1], values);
            for (double factor : new double[] {1.1e-2, 1.3e-4, 0.7e-7}) {
                Spectrum spectrum = spectrum(rows, new Tolerance.Relative(factor));
                Spectrum expected = Spectrum.of(values, factor);
                assertThat(spectrum.rank()).isEqualTo(expected.rank());
                assertThat(spectrum.margin()).isCloseTo(expected.margin(), within(1e-5));
            }
        }
    }

    @Test
    void float32ToleranceIsThatOfPyTorch() {
        assertThat(new Tolerance.Float32().threshold(3, 784, 2)).isEqualTo(784 * 1.1920928955078125e-7 * 2);
        assertThat(new Tolerance.Float64().threshold(784, 3, 2)).isEqualTo(784 * 2.220446049250313e-16 * 2);
    }

    @Test
    void float64ToleranceSeesWhatFloat32DoesNot() throws InterruptedException {
        double[][] rows = KnownSpectrum.matrix(120, 100, geometric(100, 1e-11));
        assertThat(spectrum(rows, new Tolerance.Float64()).rank()).isEqualTo(100);
        assertThat(spectrum(rows, new Tolerance.Float32()).rank())
                .isEqualTo(
                        Spectrum.of(geometric(100, 1e-11), 120 * Math.ulp(1f)).rank());
    }

    @Test
    void d3_extremeMagnitudesNeitherOverflowNorUnderflow() throws InterruptedException {
        for (double scale : new double[] {1e200, 1e-200}) {
            double[][] rows = KnownSpectrum.matrix(50, 40, geometric(30, 1e-2));
            for (double[] row : rows) {
                for (int j = 0; j < row.length; j++) {
                    row[j] *= scale;
                }
            }
            assertThat(spectrum(rows, new Tolerance.Float32()).rank()).isEqualTo(30);
        }
    }

    @Test
    void infiniteElementsAreRefused() {
        double[][] rows = {{1, 2}, {Double.POSITIVE_INFINITY, 1}};
        assertThatThrownBy(() -> spectrum(rows, new Tolerance.Float32()))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("Infinity");
    }

    @Test
    void triangleKeepsTheSingularValues() throws InterruptedException {
        double[][] rows = KnownSpectrum.matrix(7, 20, 9, 7, 5, 3, 1, 0.5, 0.25);
        Matrix triangle = SingularValues.triangle(jacobian(rows).rows());
        double[][] square = new double[7][7];
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                square[i][j] = triangle.get(i, j);
            }
        }
        assertThat(JacobiSvd.singularValues(square))
                .containsExactly(new double[] {9, 7, 5, 3, 1, 0.5, 0.25}, within(1e-12));
    }

    /** OpenBLAS 0.3.19 has wrong blocked QR factorisations on processors with AVX-512, which drivers of the SVD use too. */
    @Test
    void longMatricesHaveTheRankOfTheirDistinctRows() throws InterruptedException {
        Random random = new Random(9);
        for (boolean wide : new boolean[] {true, false}) {
            Matrix matrix = wide ? new Matrix(160, 400) : new Matrix(400, 160);
            for (int i = 0; i < 160; i++) {
                for (int j = 0; j < 400; j++) {
                    int row = wide ? i : j;
                    int column = wide ? j : i;
                    double twin = i < 80 ? 0 : wide ? matrix.get(i - 80, j) : matrix.get(j, i - 80);
                    matrix.set(row, column, i < 80 ? random.nextGaussian() : twin);
                }
            }
            try (Jacobian jacobian = new Jacobian(matrix.rows(), Jacobian.all(matrix.rows()), matrix)) {
                for (double factor : new double[] {1e-12, 1e-4}) {
                    Tolerance tolerance = new Tolerance.Relative(factor);
                    assertThat(SingularValues.spectrum(jacobian, matrix.columns(), tolerance)
                                    .rank())
                            .as("rank with %s", tolerance)
                            .isEqualTo(80);
                }
            }
        }
    }

    @Test
    void trianglesHaveTheSameProducts() throws InterruptedException {
        Random random = new Random(10);
        try (Matrix wide = new Matrix(200, 300)) {
            for (int i = 0; i < 200; i++) {
                wide.setRow(i, random.doubles(300, -1, 1).toArray(), 300);
            }
            try (Matrix triangle = SingularValues.triangle(wide.copy());
                    Matrix expected = SingularValues.gramOfRows(wide);
                    Matrix actual = SingularValues.gramOfRows(triangle)) {
                for (int i = 0; i < 200; i++) {
                    for (int j = i; j < 200; j++) {
                        assertThat(actual.get(i, j)).isCloseTo(expected.get(i, j), within(1e-10));
                    }
                }
            }
        }
    }
}
