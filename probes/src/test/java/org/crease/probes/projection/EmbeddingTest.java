package org.crease.probes.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;

/** Both methods against closed forms and against NumPy. */
class EmbeddingTest {

    /** Whole numbers over 8, exact in float32. */
    private static PointCloud made(int points, int dimension) {
        float[] coordinates = new float[points * dimension];
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < dimension; j++) {
                int number = (i * i * 7 + j * j * 13 + i * j * 29 + 3 * i) % 101 - 50;
                coordinates[i * dimension + j] = number / 8f;
            }
        }
        return PointCloud.of(coordinates, points, dimension);
    }

    private static void assertFirst(Embedding embedding, double tolerance, double[]... points) {
        for (int i = 0; i < points.length; i++) {
            for (int axis = 0; axis < points[i].length; axis++) {
                assertThat(embedding.axes()[axis][i]).isCloseTo(points[i][axis], within(tolerance));
            }
        }
    }

    private static void assertShares(Embedding embedding, double tolerance, double... shares) {
        assertThat(embedding.shares()).containsExactly(shares, within(tolerance));
    }

    /** The corners of a box centred anywhere: its axes are its sides', and variances are as their squares. */
    @Test
    void aBoxLiesAlongItsSides() throws InterruptedException {
        float[][] corners = new float[8][];
        for (int k = 0; k < 8; k++) {
            corners[k] = new float[] {5 + (k & 1) * 2, (k >> 1 & 1) * 6 - 9, (k >> 2) * 4};
        }
        for (Embedding embedding : new Embedding[] {
            PrincipalComponents.of(PointCloud.of(corners), 3),
            ClassicalScaling.of(Metric.euclidean().on(PointCloud.of(corners)), 3)
        }) {
            assertShares(embedding, 1e-6, 36.0 / 56, 16.0 / 56, 4.0 / 56);
            for (int k = 0; k < 8; k++) {
                assertThat(embedding.axes()[0][k]).isCloseTo((k >> 1 & 1) == 0 ? 3 : -3, within(1e-5));
                assertThat(embedding.axes()[1][k]).isCloseTo(k >> 2 == 0 ? 2 : -2, within(1e-5));
                assertThat(embedding.axes()[2][k]).isCloseTo((k & 1) == 0 ? 1 : -1, within(1e-5));
            }
        }
    }

    @Test
    void aLineHasOneCoordinateWhateverItsDirection() throws InterruptedException {
        float[][] points = {{0, 0, 0, 1}, {1, 2, 2, 1}, {2, 4, 4, 1}, {6, 12, 12, 1}};
        for (Embedding embedding : new Embedding[] {
            PrincipalComponents.of(PointCloud.of(points), 3),
            ClassicalScaling.of(Metric.euclidean().on(PointCloud.of(points)), 3)
        }) {
            assertShares(embedding, 1e-6, 1, 0, 0);
            assertThat(embedding.axes()[0]).containsExactly(new double[] {-6.75, -3.75, -0.75, 11.25}, within(1e-5));
            assertThat(embedding.axes()[1]).containsOnly(0);
            assertThat(embedding.axes()[2]).containsOnly(0);
            assertThat(embedding.spanned()).isEqualTo(1);
        }
    }

    /** Points all at distance 1 from each other have n - 1 axes of equal share. */
    @Test
    void aRegularSimplexHasNoPreferredAxis() throws InterruptedException {
        Embedding embedding = ClassicalScaling.of(FiniteMetricSpace.of(11, (i, j) -> i == j ? 0 : 1), 3);
        assertShares(embedding, 1e-12, 0.1, 0.1, 0.1);
        for (int k = 0; k < 3; k++) {
            double square = 0;
            for (double coordinate : embedding.axes()[k]) {
                square += coordinate * coordinate;
            }
            assertThat(square).isCloseTo(0.5, within(1e-12));
        }
    }

    /** Distances along a circle of four are not euclidean: eigenvalues are 2, 2, 0 and -1 by Fourier's transform. */
    @Test
    void negativeEigenvaluesCountAsWhatIsNotExplained() throws InterruptedException {
        Embedding embedding = ClassicalScaling.of(
                FiniteMetricSpace.of(4, (i, j) -> Math.min(Math.abs(i - j), 4 - Math.abs(i - j))), 3);
        assertShares(embedding, 1e-12, 0.4, 0.4, 0);
        assertThat(embedding.spanned()).isEqualTo(2);
    }

    @Test
    void coordinatesAndSharesAreNumPysWherePointsAreMany() throws InterruptedException {
        Embedding embedding = PrincipalComponents.of(made(40, 6), 3);
        assertShares(embedding, 1e-13, 0.28801374516364264, 0.2118949013359124, 0.1610733635850984);
        assertFirst(
                embedding,
                1e-11,
                new double[] {-2.2847554305153297, -0.17208695980449817, -7.0909487232589035},
                new double[] {-6.997759887706581, 3.922624681370281, -0.25697176985644093},
                new double[] {-6.329677156594443, -5.446445722353555, 0.6593824327271088},
                new double[] {7.79518193327263, 3.7035477952154525, -0.0014127809959310251});
    }

    @Test
    void coordinatesAndSharesAreNumPysWherePointsAreFew() throws InterruptedException {
        Embedding embedding = PrincipalComponents.of(made(7, 15), 3);
        assertShares(embedding, 1e-13, 0.34706941691728527, 0.24721461266883715, 0.16713672864352452);
        assertFirst(
                embedding,
                1e-11,
                new double[] {-3.899708762662049, 7.2997184143307905, -3.087675601481925},
                new double[] {-3.671243258976924, 10.328484321293216, 2.10326181048315},
                new double[] {-10.357240418416707, -4.77045118661409, 2.442769854203509},
                new double[] {12.154203294528964, -0.1371956449628548, -5.793705104156657});
    }

    @Test
    void coordinatesOfCosineDistancesAreNumPys() throws InterruptedException {
        Embedding embedding = ClassicalScaling.of(Metric.cosine().on(made(12, 4)), 3);
        assertShares(embedding, 1e-6, 0.3413122645954424, 0.2492111511175915, 0.10467124819636336);
        assertFirst(
                embedding,
                1e-5,
                new double[] {-0.7663705222815704, -0.18881661236607591, 0.2652206266405088},
                new double[] {-0.7787471376854119, 0.3005697463561306, -0.4496526784165229},
                new double[] {-0.5864994993556295, 0.3147337316487831, 0.17835770341690735});
    }

    @Test
    void aCloudOfFewerCoordinatesLeavesTheOthersZero() throws InterruptedException {
        Embedding embedding = PrincipalComponents.of(PointCloud.of(new float[][] {{0}, {1}, {5}}), 3);
        assertThat(embedding.axes()[0]).containsExactly(new double[] {-2, -1, 3}, within(1e-14));
        assertShares(embedding, 1e-14, 1, 0, 0);
        assertThat(embedding.rows()).hasSize(9);
        assertThat(embedding.rows()[3]).isCloseTo(-1, within(1e-14));
        assertThat(embedding.rows()[4]).isZero();
    }

    /** Ten points that differ by their rounding alone do so along no axis but the one they were made with. */
    @Test
    void whatIsButRoundingIsZero() throws InterruptedException {
        float[][] points = new float[10][];
        for (int i = 0; i < 10; i++) {
            points[i] = new float[] {i, (float) (i * Math.sqrt(2)), (float) (i * Math.PI), (float) (i / 3.0)};
        }
        assertThat(PrincipalComponents.of(PointCloud.of(points), 3).spanned()).isEqualTo(1);
        assertThat(ClassicalScaling.of(Metric.euclidean().on(PointCloud.of(points)), 3)
                        .spanned())
                .isEqualTo(1);
    }

    @Test
    void equalPointsHaveNothingToExplain() throws InterruptedException {
        float[][] points = {{0.1f, 0.7f}, {0.1f, 0.7f}, {0.1f, 0.7f}};
        for (Embedding embedding : new Embedding[] {
            PrincipalComponents.of(PointCloud.of(points), 2),
            ClassicalScaling.of(Metric.euclidean().on(PointCloud.of(points)), 2),
            PrincipalComponents.of(PointCloud.of(new float[][] {{3, 4}}), 2),
            ClassicalScaling.of(Metric.euclidean().on(PointCloud.of(new float[][] {{3, 4}})), 2),
        }) {
            assertThat(embedding.rows()).containsOnly(0);
            assertThat(embedding.shares()).containsOnly(Double.NaN);
        }
    }
}
