package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {

    @Test
    void euclideanIsTheLengthOfTheDifference() {
        FiniteMetricSpace space =
                Metric.euclidean().on(PointCloud.of(new float[][] {{1, 2, 3, 0, 0}, {4, 6, 3, 0, 12}}));
        assertThat(space.distance(0, 1)).isEqualTo(13);
        assertThat(space.distance(1, 0)).isEqualTo(13);
        assertThat(space.distance(1, 1)).isZero();
        assertThat(space.size()).isEqualTo(2);
    }

    @Test
    void d3_tinyDistancesDoNotVanish() {
        float tiny = Float.MIN_VALUE;
        FiniteMetricSpace space = Metric.euclidean().on(PointCloud.of(new float[][] {{0}, {tiny}}));
        assertThat(space.distance(0, 1)).isEqualTo(tiny);
    }

    @Test
    void d3_distancesBeyondFloat32AreRefused() {
        PointCloud cloud = PointCloud.of(new float[][] {{3e38f}, {-3e38f}});
        assertThatThrownBy(() -> Metric.euclidean().on(cloud))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit into float32");
    }

    @Test
    void squaredEuclideanManhattanAndChebyshevOfOnePair() {
        PointCloud cloud = PointCloud.of(new float[][] {{1, 2, 3, 0, 0}, {4, 6, 3, 0, -12}});
        assertThat(Metric.squaredEuclidean().on(cloud).distance(0, 1)).isEqualTo(169);
        assertThat(Metric.manhattan().on(cloud).distance(1, 0)).isEqualTo(19);
        assertThat(Metric.chebyshev().on(cloud).distance(0, 1)).isEqualTo(12);
        assertThat(Metric.manhattan().on(cloud).distance(1, 1)).isZero();
    }

    @Test
    void pointsWithoutCoordinatesCoincide() {
        PointCloud cloud = PointCloud.of(new float[0], 2, 0);
        for (Metric metric : List.of(Metric.squaredEuclidean(), Metric.manhattan(), Metric.chebyshev())) {
            assertThat(metric.on(cloud).distance(0, 1)).isZero();
        }
    }

    @Test
    void d3_eachMetricRefusesWhatFloat32CannotHoldWithTheNumbers() {
        PointCloud cloud = PointCloud.of(new float[][] {{1e38f, 0, 0, 0}, {-1e38f, 0, 0, 0}});
        assertThat(Metric.chebyshev().on(cloud).distance(0, 1)).isEqualTo(2e38f);
        assertThatThrownBy(() -> Metric.manhattan().on(cloud))
                .hasMessageContaining("coordinates reach 9.99")
                .hasMessageContaining("dimension 4");
        assertThatThrownBy(() -> Metric.squaredEuclidean().on(PointCloud.of(new float[][] {{2e19f}, {0}})))
                .hasMessageContaining("above 3.4028235E38 they do not fit into float32");
        assertThatThrownBy(() -> Metric.chebyshev().on(PointCloud.of(new float[][] {{3e38f}, {0}})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void metricOfOnesOwnIsAskedAboutRows() throws InterruptedException {
        Metric canberra = Metric.of((x, y) -> {
            double sum = 0;
            for (int c = 0; c < x.length; c++) {
                double size = Math.abs(x[c]) + Math.abs(y[c]);
                sum += size == 0 ? 0 : Math.abs(x[c] - y[c]) / size;
            }
            return sum;
        });
        FiniteMetricSpace space = canberra.on(PointCloud.of(new float[][] {{1, 0}, {3, 0}, {1, 5}}));
        assertThat(space.distance(0, 1)).isEqualTo(0.5f);
        assertThat(DistanceMatrix.of(space).distance(0, 2)).isEqualTo(1);
        assertThat(space.subspace(2, 2).distance(0, 0)).isZero();
    }

    @Test
    void p4_metricOfOnesOwnIsRefusedWhereItIsNone() {
        FiniteMetricSpace space =
                FiniteMetricSpace.of(4, (i, j) -> i == 1 ? -1 : i == 2 ? Double.NaN : j == 0 ? 1e39 : 1 / 0.0);
        assertThatThrownBy(() -> space.distance(0, 1)).hasMessageContaining("distance (1, 0) is -1.0");
        assertThatThrownBy(() -> space.distance(2, 1)).hasMessageContaining("distance (2, 1) is NaN");
        assertThatThrownBy(() -> space.distance(0, 3))
                .hasMessage("distance (3, 0) is 1.0E39; above 3.4028235E38 it does not fit into float32");
        assertThat(space.distance(1, 3)).isInfinite();
        assertThat(space.distance(1, 1)).isZero();
        assertThatThrownBy(() -> FiniteMetricSpace.of(-1, (i, j) -> 0)).hasMessageContaining("-1");
    }

    @Test
    void cosineDependsOnTheAngleAlone() {
        FiniteMetricSpace space =
                Metric.cosine().on(PointCloud.of(new float[][] {{1, 0}, {0, 5}, {-2, 0}, {3, 3}, {1e-20f, 0}}));
        assertThat(space.distance(0, 1)).isEqualTo(1);
        assertThat(space.distance(0, 2)).isEqualTo(2);
        assertThat((double) space.distance(0, 3)).isCloseTo(1 - Math.sqrt(0.5), within(1e-7));
        assertThat(space.distance(0, 4)).isZero();
    }

    @Test
    void cosineKeepsDigitsAtSmallAngles() {
        FiniteMetricSpace space = Metric.cosine().on(PointCloud.of(new float[][] {{1, 0}, {1, 1e-6f}}));
        assertThat((double) space.distance(0, 1)).isCloseTo(5e-13, within(1e-18));
    }

    @Test
    void zeroVectorIsOrthogonalToAllButZero() {
        FiniteMetricSpace space = Metric.cosine().on(PointCloud.of(new float[][] {{0, 0}, {3, 4}, {0, 0}}));
        assertThat(space.distance(0, 1)).isEqualTo(1);
        assertThat(space.distance(0, 2)).isZero();
    }

    @Test
    void subspaceHasTheDistancesOfItsPoints() {
        FiniteMetricSpace line = Metric.euclidean().on(PointCloud.of(new float[][] {{0}, {1}, {3}, {7}}));
        FiniteMetricSpace some = line.subspace(3, 1);
        assertThat(some.size()).isEqualTo(2);
        assertThat(some.distance(0, 1)).isEqualTo(6);
        assertThatThrownBy(() -> line.subspace(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
