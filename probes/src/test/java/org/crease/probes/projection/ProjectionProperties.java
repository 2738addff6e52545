package org.crease.probes.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;

class ProjectionProperties {

    /** Normal, along axes of which each is 0.6 times as long as the one before, so that none changes places. */
    private static float[][] points(int size, int dimension, long seed) {
        Random random = new Random(seed);
        float[][] points = new float[size][dimension];
        for (float[] point : points) {
            for (int axis = 0; axis < dimension; axis++) {
                point[axis] = (float) (4 + 10 * Math.pow(0.6, axis) * random.nextGaussian());
            }
        }
        return points;
    }

    @Property(tries = 40)
    void scalingOfEuclideanDistancesIsPrincipalComponents(
            @ForAll @IntRange(min = 8, max = 60) int size,
            @ForAll @IntRange(min = 3, max = 90) int dimension,
            @ForAll long seed)
            throws InterruptedException {
        PointCloud cloud = PointCloud.of(points(size, dimension, seed));
        Embedding components = PrincipalComponents.of(cloud, 3);
        Embedding scaling = ClassicalScaling.of(Metric.euclidean().on(cloud), 3);
        for (int k = 0; k < 3; k++) {
            assertThat(scaling.shares()[k]).isCloseTo(components.shares()[k], within(1e-5));
            assertThat(difference(scaling.axes()[k], components.axes()[k])).isLessThan(0.02);
        }
    }

    /** As classes collapse: many equal points, at the corners of a regular simplex if equally many. */
    @Property(tries = 60)
    void cloudsOfFewDistinctPointsHaveTheSharesOfJacobi(
            @ForAll @IntRange(min = 3, max = 60) int size,
            @ForAll @IntRange(min = 1, max = 12) int corners,
            @ForAll boolean wide)
            throws InterruptedException {
        float[][] points = new float[size][wide ? 70 : 12];
        for (int i = 0; i < size; i++) {
            points[i][i % corners] = 3;
        }
        double[][] products = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                products[i][j] = i % corners == j % corners ? 9 : 0;
            }
        }
        centre(products);
        Eigenpairs expected = SymmetricJacobi.of(products);
        PointCloud cloud = PointCloud.of(points);
        for (Embedding embedding : List.of(
                PrincipalComponents.of(cloud, 3),
                ClassicalScaling.of(Metric.euclidean().on(cloud), 3))) {
            for (int k = 0; k < 3; k++) {
                if (corners == 1) {
                    assertThat(embedding.shares()[k]).isNaN();
                } else {
                    double share = expected.values()[k] / expected.traceNorm();
                    assertThat(embedding.shares()[k]).isCloseTo(share, within(1e-5));
                }
            }
        }
    }

    private static void centre(double[][] matrix) {
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < matrix.length; i++) {
                double sum = 0;
                for (int j = 0; j < matrix.length; j++) {
                    sum += pass == 0 ? matrix[i][j] : matrix[j][i];
                }
                for (int j = 0; j < matrix.length; j++) {
                    int row = pass == 0 ? i : j;
                    int column = pass == 0 ? j : i;
                    matrix[row][column] -= sum / matrix.length;
                }
            }
        }
    }

    /** The largest, up to sign: rounding may decide between two coordinates of nearly the largest magnitude. */
    private static double difference(double[] a, double[] b) {
        double same = 0;
        double opposite = 0;
        for (int i = 0; i < a.length; i++) {
            same = Math.max(same, Math.abs(a[i] - b[i]));
            opposite = Math.max(opposite, Math.abs(a[i] + b[i]));
        }
        return Math.min(same, opposite);
    }

    @Property(tries = 40)
    void anotherOrderOfThePointsIsAnotherOrderOfTheCoordinates(
            @ForAll @IntRange(min = 5, max = 40) int size,
            @ForAll @IntRange(min = 2, max = 60) int dimension,
            @ForAll long seed)
            throws InterruptedException {
        float[][] points = points(size, dimension, seed);
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        float[][] shuffled = order.stream().map(i -> points[i].clone()).toArray(float[][]::new);
        for (int method = 0; method < 2; method++) {
            Embedding plain = embedding(method, points);
            Embedding other = embedding(method, shuffled);
            for (int k = 0; k < 2; k++) {
                int axis = k;
                double[] moved =
                        order.stream().mapToDouble(i -> plain.axes()[axis][i]).toArray();
                assertThat(other.shares()[k]).isCloseTo(plain.shares()[k], within(1e-12));
                assertThat(difference(other.axes()[k], moved)).isLessThan(1e-8);
            }
        }
    }

    private static Embedding embedding(int method, float[][] points) throws InterruptedException {
        PointCloud cloud = PointCloud.of(points);
        return method == 0
                ? PrincipalComponents.of(cloud, 2)
                : ClassicalScaling.of(Metric.euclidean().on(cloud), 2);
    }

    @Property(tries = 40)
    void theLargestCoordinateIsPositiveAndCoordinatesAreCentred(
            @ForAll @IntRange(min = 2, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 40) int dimension,
            @ForAll long seed)
            throws InterruptedException {
        Embedding embedding = PrincipalComponents.of(PointCloud.of(points(size, dimension, seed)), 3);
        for (double[] axis : embedding.axes()) {
            double least = 0;
            double most = 0;
            double sum = 0;
            for (double coordinate : axis) {
                least = Math.min(least, coordinate);
                most = Math.max(most, coordinate);
                sum += coordinate;
            }
            assertThat(most).isGreaterThanOrEqualTo(-least * (1 - 1e-8));
            assertThat(sum).isCloseTo(0, within(1e-9));
        }
        assertThat(embedding.shares()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
}
