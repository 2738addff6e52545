package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GeodesicDistanceTest {

    private static FiniteMetricSpace line(float... positions) {
        return Metric.euclidean().on(PointCloud.of(positions, positions.length, 1));
    }

    @Test
    void circleIsMeasuredAlongItsSides() throws InterruptedException {
        int corners = 24;
        float[][] points = new float[corners][];
        for (int k = 0; k < corners; k++) {
            double angle = 2 * Math.PI * k / corners;
            points[k] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        }
        DistanceMatrix along = GeodesicDistance.on(Metric.euclidean().on(PointCloud.of(points)), 2);
        double side = 2 * Math.sin(Math.PI / corners);
        assertThat((double) along.distance(0, 12)).isCloseTo(12 * side, within(1e-5));
        assertThat((double) along.distance(3, 22)).isCloseTo(5 * side, within(1e-5));
    }

    @Test
    void clustersThatNoNeighbourBridgesAreInfinitelyFar() throws InterruptedException {
        DistanceMatrix along = GeodesicDistance.on(line(0, 1, 10, 11), 1);
        assertThat(along.distance(0, 1)).isEqualTo(1);
        assertThat(along.distance(1, 2)).isInfinite();
    }

    @Test
    void neighbourhoodCountsInBothDirections() throws InterruptedException {
        // The nearest of 5 is 1; that of 1 is 0, yet 1 and 5 are joined.
        assertThat(GeodesicDistance.on(line(0, 1, 5), 1).distance(0, 2)).isEqualTo(5);
    }

    @Test
    void equallyNearNeighboursAreTakenByIndex() throws InterruptedException {
        float[][] star = {{0, 0}, {1, 0}, {0, 1}, {-1, 0}};
        DistanceMatrix along = GeodesicDistance.on(Metric.euclidean().on(PointCloud.of(star)), 1);
        assertThat(along.distance(1, 3)).isEqualTo(2);
    }

    @Test
    void asManyNeighboursAsPointsAreRefused() {
        assertThatThrownBy(() -> GeodesicDistance.on(line(0, 1, 2), 3))
                .hasMessage(
                        "graph of 3 nearest neighbours on 3 points; there must be at least 1 neighbour and more points"
                                + " than neighbours");
        assertThatThrownBy(() -> GeodesicDistance.on(line(0, 1, 2), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Against Floyd and Warshall's algorithm on the same graph. */
    @Test
    void pathsAreTheShortest() throws InterruptedException {
        int count = 60;
        int neighbours = 4;
        Random random = new Random(9);
        float[] coordinates = new float[2 * count];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = random.nextFloat();
        }
        FiniteMetricSpace space = Metric.euclidean().on(PointCloud.of(coordinates, count, 2));
        double[][] expected = floydWarshall(space, neighbours);
        DistanceMatrix along = GeodesicDistance.on(space, neighbours);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                assertThat(along.distance(i, j)).isEqualTo((float) expected[i][j]);
            }
        }
    }

    private static double[][] floydWarshall(FiniteMetricSpace space, int neighbours) {
        int count = space.size();
        double[][] length = new double[count][count];
        for (int i = 0; i < count; i++) {
            Arrays.fill(length[i], Double.POSITIVE_INFINITY);
            length[i][i] = 0;
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                if (i != j && rank(space, i, j) <= neighbours) {
                    length[i][j] = space.distance(i, j);
                    length[j][i] = length[i][j];
                }
            }
        }
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    length[i][j] = Math.min(length[i][j], length[i][k] + length[k][j]);
                }
            }
        }
        return length;
    }

    private static int rank(FiniteMetricSpace space, int i, int j) {
        int rank = 1;
        for (int k = 0; k < space.size(); k++) {
            if (k != i && k != j && space.distance(i, k) < space.distance(i, j)) {
                rank++;
            }
        }
        return rank;
    }
}
