package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointClasses;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.metric.QuotientMetric;
import org.crease.homology.metric.QuotientMetric.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known homology of pairs, found in samples of the space by the quotient metric and the Vietoris-Rips filtration. */
class QuotientHomologyTest {
    private static final double LONG = 0.3;

    /** Numbers of components, and of loops and voids that live long. */
    private static int[] shape(FiniteMetricSpace space, PointClasses classes, int dimension)
            throws InterruptedException {
        FiniteMetricSpace quotient =
                QuotientMetric.by(Rule.MIN).of(space, classes).distances();
        Diagrams diagrams = VietorisRips.upToDimension(dimension).diagrams(quotient);
        int[] numbers = new int[dimension + 1];
        numbers[0] = diagrams.of(0).infinite();
        for (int k = 1; k <= dimension; k++) {
            numbers[k] = diagrams.of(k).lifespans().countLongerThan(LONG);
        }
        return numbers;
    }

    private static PointClasses of(FiniteMetricSpace space, IntPredicate collapsed) {
        return PointClasses.of(
                space.size(), IntStream.range(0, space.size()).filter(collapsed).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void arcsOfACircleMadePointsKeepItsLoopAndMadeOnePointGiveOneEach(int arcs) throws InterruptedException {
        FiniteMetricSpace circle = Spaces.regularPolygon(120);
        int stride = 120 / arcs;
        int[][] classes = IntStream.range(0, arcs)
                .mapToObj(k ->
                        IntStream.range(k * stride, k * stride + stride / 10).toArray())
                .toArray(int[][]::new);
        PointClasses apart = PointClasses.of(120, classes);
        assertThat(shape(circle, apart, 1)).containsExactly(1, 1);
        assertThat(shape(circle, apart.merged(), 1)).containsExactly(1, arcs);
    }

    @Test
    void aSphereWithItsEquatorMadeAPointIsTwoSpheres() throws InterruptedException {
        int count = 300;
        float[][] points = new float[count][];
        for (int k = 0; k < count; k++) {
            // a Fibonacci spiral
            double z = 1 - (2 * k + 1.0) / count;
            double angle = k * Math.PI * (3 - Math.sqrt(5));
            double radius = Math.sqrt(1 - z * z);
            points[k] = new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle)), (float) z};
        }
        FiniteMetricSpace sphere = Metric.euclidean().on(PointCloud.of(points));
        assertThat(shape(sphere, PointClasses.of(count), 2)).containsExactly(1, 0, 1);
        assertThat(shape(sphere, of(sphere, k -> Math.abs(points[k][2]) < 0.12), 2))
                .containsExactly(1, 0, 2);
        assertThat(shape(sphere, of(sphere, k -> k == 5), 2)).containsExactly(1, 0, 1);
    }

    @Test
    void aTorusLosesTheLoopOfAMeridianMadeAPointAndNoneByADisc() throws InterruptedException {
        int side = 18;
        float[][] points = new float[side * side][];
        for (int k = 0; k < points.length; k++) {
            double u = 2 * Math.PI * Math.floorDiv(k, side) / side;
            double v = 2 * Math.PI * Math.floorMod(k, side) / side;
            points[k] =
                    new float[] {(float) Math.cos(u), (float) Math.sin(u), (float) Math.cos(v), (float) Math.sin(v)};
        }
        FiniteMetricSpace torus = Metric.euclidean().on(PointCloud.of(points));
        assertThat(shape(torus, PointClasses.of(points.length), 2)).containsExactly(1, 2, 1);
        assertThat(shape(torus, of(torus, k -> k < side), 2)).containsExactly(1, 1, 1);
        assertThat(shape(torus, of(torus, k -> torus.distance(0, k) < 0.8), 2)).containsExactly(1, 2, 1);
    }

    @Test
    void aDiscWithItsBoundaryMadeAPointIsASphere() throws InterruptedException {
        List<float[]> inside = new ArrayList<>();
        for (int i = -8; i <= 8; i++) {
            for (int j = -8; j <= 8; j++) {
                if (i * i + j * j <= 64) {
                    inside.add(new float[] {i / 8f, j / 8f});
                }
            }
        }
        float[][] points = inside.toArray(new float[0][]);
        FiniteMetricSpace disc = Metric.euclidean().on(PointCloud.of(points));
        PointClasses rim = of(disc, k -> Math.hypot(points[k][0], points[k][1]) > 0.87);
        assertThat(shape(disc, rim, 2)).containsExactly(1, 0, 1);
        Diagrams mean = VietorisRips.upToDimension(2)
                .diagrams(QuotientMetric.by(Rule.MEAN).of(disc, rim).distances());
        assertThat(mean.of(2).size()).isZero(); // far from all its members on average, the rim closes nothing
    }
}
