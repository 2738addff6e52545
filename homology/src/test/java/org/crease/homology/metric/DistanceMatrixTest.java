package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceMatrixTest {

    @Test
    void rowsAndLowerTriangleAreTheSameMatrix() {
        DistanceMatrix rows = DistanceMatrix.ofRows(new float[][] {{0, 1, 2}, {1, 0, 3}, {2, 3, 0}});
        DistanceMatrix lower = DistanceMatrix.ofLower(1, 2, 3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(rows.distance(i, j)).isEqualTo(lower.distance(i, j));
            }
        }
        assertThat(rows.entry(DistanceMatrix.index(1, 2))).isEqualTo(3);
    }

    @Test
    void p4_asymmetryIsRefused() {
        assertThatThrownBy(() -> DistanceMatrix.ofRows(new float[][] {{0, 1}, {2, 0}}))
                .hasMessage("distance (1, 0) is 2.0 but (0, 1) is 1.0; the matrix must be symmetric");
    }

    @Test
    void p4_negativeDistanceIsRefused() {
        assertThatThrownBy(() -> DistanceMatrix.ofLower(1, 2, -0.5f))
                .hasMessage("distance (2, 1) is -0.5; it must be zero, positive or infinite");
    }

    @Test
    void p4_undefinedDistanceIsRefused() {
        float nan = Float.NaN;
        assertThatThrownBy(() -> DistanceMatrix.ofLower(1, nan, 2)).hasMessageContaining("distance (2, 0) is NaN");
        assertThatThrownBy(() -> DistanceMatrix.ofRows(new float[][] {{0, nan}, {nan, 0}}))
                .hasMessageContaining("distance (1, 0) is NaN");
    }

    @Test
    void p4_diagonalThatIsNotZeroIsRefused() {
        assertThatThrownBy(() -> DistanceMatrix.ofRows(new float[][] {{0, 1}, {1, 3}}))
                .hasMessage("distance of point 1 to itself is 3.0; the diagonal must be zero");
    }

    @Test
    void raggedRowsAreRefused() {
        assertThatThrownBy(() -> DistanceMatrix.ofRows(new float[][] {{0, 1}, {1}}))
                .hasMessage("row 1 of the distance matrix has 1 entries, the matrix 2 rows; it must be square");
    }

    @Test
    void lengthOfNoTriangleIsRefused() {
        assertThatThrownBy(() -> DistanceMatrix.ofLower(1, 2))
                .hasMessage(
                        "distance matrix has 2 entries below its diagonal; n points have n (n - 1) / 2, here 1 or 3");
        assertThatThrownBy(() -> DistanceMatrix.ofLower(1, 2, 3, 4))
                .hasMessage(
                        "distance matrix has 4 entries below its diagonal; n points have n (n - 1) / 2, here 3 or 6");
    }

    @Test
    void p5_morePointsThanPairsCanBeNumberedAreRefused() {
        FiniteMetricSpace huge = new FiniteMetricSpace() {
            @Override
            public int size() {
                return 65_537;
            }

            @Override
            public float distance(int i, int j) {
                return 0;
            }
        };
        assertThatThrownBy(() -> DistanceMatrix.of(huge))
                .hasMessage("distance matrix of 65537 points would have 2147516416 entries; the most is 65536 points");
    }

    @Test
    void enclosingRadiusIsTheReachOfTheMostCentralPoint() throws InterruptedException {
        assertThat(DistanceMatrix.ofLower(1, 3, 2).enclosingRadius()).isEqualTo(2);
        assertThat(DistanceMatrix.ofLower().enclosingRadius()).isZero();
        assertThat(DistanceMatrix.ofLower(Float.POSITIVE_INFINITY).enclosingRadius())
                .isInfinite();
    }

    /** Sizes around those of the tiles that distances are computed in. */
    @ParameterizedTest
    @CsvSource({"1, 3", "2, 1", "63, 5", "64, 256", "65, 257", "130, 511", "200, 0"})
    void distancesTogetherAreThoseOneByOneToTheLastBit(int size, int dimension) throws InterruptedException {
        Random random = new Random(size);
        float[] coordinates = new float[size * dimension];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = random.nextInt(5) == 0 ? 0 : (float) random.nextGaussian();
        }
        PointCloud cloud = PointCloud.of(coordinates, size, dimension);
        for (Metric metric : List.of(
                Metric.euclidean(),
                Metric.cosine(),
                Metric.squaredEuclidean(),
                Metric.manhattan(),
                Metric.chebyshev())) {
            FiniteMetricSpace space = metric.on(cloud);
            DistanceMatrix together = DistanceMatrix.of(space);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    assertThat(together.distance(i, j)).isEqualTo(space.distance(i, j));
                }
            }
        }
    }

    @Test
    void negativeZeroIsZero() {
        assertThat(Float.floatToRawIntBits(DistanceMatrix.ofLower(-0f).entry(0)))
                .isZero();
    }

    @Test
    void p2_teamComputesTheSameBits() throws InterruptedException {
        Random random = new Random(1);
        float[] coordinates = new float[500 * 40];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = (float) random.nextGaussian();
        }
        PointCloud cloud = PointCloud.of(coordinates, 500, 40);
        for (Metric metric : List.of(Metric.euclidean(), Metric.cosine())) {
            FiniteMetricSpace space = metric.on(cloud);
            DistanceMatrix alone = DistanceMatrix.of(space);
            DistanceMatrix together = DistanceMatrix.of(space, DistanceMatrixTest::onThreeThreads);
            for (int k = 0; k < alone.pairs(); k++) {
                assertThat(together.entry(k)).isEqualTo(alone.entry(k));
            }
        }
    }

    private static void onThreeThreads(Team.Work work) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            threads.add(new Thread(() -> {
                try {
                    work.run();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
