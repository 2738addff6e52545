package org.crease.probes.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LAPACK, some of whose kernels are wrong in this release on some processors, against rotations in plain Java. */
class SymmetricMatrixTest {

    /** Of both signs, with some eigenvalues far above the others. */
    private static double[][] symmetric(int size, long seed) {
        Random random = new Random(seed);
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double spike = 3 * Math.cos(0.1 * i) * Math.cos(0.1 * j) + Math.sin(0.3 * i) * Math.sin(0.3 * j);
                matrix[i][j] = random.nextGaussian() + spike;
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 33, 64, 100, 150})
    void eigenpairsAndTraceNormAreThoseOfJacobi(int size) throws InterruptedException {
        double[][] matrix = symmetric(size, size);
        Eigenpairs expected = SymmetricJacobi.of(matrix);
        int count = Math.min(3, size);
        Eigenpairs actual = SymmetricMatrix.of(matrix).largest(count);
        for (int k = 0; k < count; k++) {
            assertThat(actual.values()[k]).isCloseTo(expected.values()[k], within(1e-11 * size));
            assertThat(Math.abs(dot(actual.vectors()[k], expected.vectors()[k])))
                    .isCloseTo(1, within(1e-10));
        }
        assertThat(actual.traceNorm()).isCloseTo(expected.traceNorm(), within(1e-11 * expected.traceNorm()));
    }

    /** Past the size from which a call has a thread of its own, and past all blocks of LAPACK. */
    @Test
    void eigenpairsOfALargeMatrixAreEigenpairs() throws InterruptedException {
        double[][] matrix = symmetric(700, 1);
        Eigenpairs pairs = SymmetricMatrix.of(matrix).largest(3);
        assertThat(pairs.values()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        for (int k = 0; k < 3; k++) {
            for (int l = 0; l < 3; l++) {
                assertThat(dot(pairs.vectors()[k], pairs.vectors()[l])).isCloseTo(k == l ? 1 : 0, within(1e-12));
            }
            for (int i = 0; i < 700; i++) {
                assertThat(dot(matrix[i], pairs.vectors()[k]))
                        .isCloseTo(pairs.values()[k] * pairs.vectors()[k][i], within(1e-10));
            }
        }
    }

    @Test
    void equalEigenvaluesHaveOrthogonalEigenvectors() throws InterruptedException {
        double[][] matrix = new double[40][40];
        for (int i = 0; i < 40; i++) {
            Arrays.fill(matrix[i], -1.0 / 40);
            matrix[i][i] += 1;
        }
        Eigenpairs pairs = SymmetricMatrix.of(matrix).largest(3);
        for (int k = 0; k < 3; k++) {
            assertThat(pairs.values()[k]).isCloseTo(1, within(1e-13));
            for (int l = 0; l < 3; l++) {
                assertThat(dot(pairs.vectors()[k], pairs.vectors()[l])).isCloseTo(k == l ? 1 : 0, within(1e-12));
            }
        }
        assertThat(pairs.traceNorm()).isCloseTo(39, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 130, 400})
    void theGramMatrixIsThatOfAllProducts(int size) throws InterruptedException {
        Random random = new Random(size);
        double[][] vectors = new double[size][];
        for (int i = 0; i < size; i++) {
            vectors[i] = random.doubles(4000, -1, 1).toArray(); // several blocks of the largest
        }
        double[][] plain = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                plain[i][j] = dot(vectors[i], vectors[j]);
                plain[j][i] = plain[i][j];
            }
        }
        Eigenpairs gram = SymmetricMatrix.gram(vectors).largest(1);
        Eigenpairs expected = SymmetricMatrix.of(plain).largest(1);
        assertThat(gram.values()[0]).isCloseTo(expected.values()[0], within(1e-8));
        assertThat(gram.traceNorm()).isCloseTo(expected.traceNorm(), within(1e-7));
    }
}
