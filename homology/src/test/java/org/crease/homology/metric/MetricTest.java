package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
