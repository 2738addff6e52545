package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Landmarks;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What theorems say of all spaces. */
class TheoremsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** Points that move by at most e change distances by at most 2 e, and diagrams by no more. */
    @Property(tries = 15)
    void p9_diagramsAreStableUnderNoise(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        PointCloud cloud = Spaces.noisyTorus(50, seed);
        double most = 0.01 + 0.2 * random.nextDouble();
        float[][] moved = new float[50][4];
        for (int i = 0; i < 50; i++) {
            double[] step = random.doubles(4, -1, 1).toArray();
            double length = Math.sqrt(step[0] * step[0] + step[1] * step[1] + step[2] * step[2] + step[3] * step[3]);
            for (int axis = 0; axis < 4; axis++) {
                moved[i][axis] = (float) (cloud.coordinate(i, axis) + most * step[axis] / length);
            }
        }
        VietorisRips rips = VietorisRips.upToDimension(2);
        Diagrams before = rips.diagrams(Metric.euclidean().on(cloud));
        Diagrams after = rips.diagrams(Metric.euclidean().on(PointCloud.of(moved)));
        for (int dimension = 0; dimension <= 2; dimension++) {
            assertThat(new BottleneckDistance().between(before.of(dimension), after.of(dimension)))
                    .isLessThanOrEqualTo(2 * most + 1e-5);
        }
    }

    /** No metric is needed: entries that change by at most e move diagrams by at most e. */
    @Property(tries = 15)
    void p9_diagramsAreStableInTheEntriesOfAnyMatrix(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        float[] one = new float[30 * 29 / 2];
        float[] other = new float[one.length];
        for (int k = 0; k < one.length; k++) {
            one[k] = random.nextInt(20);
            other[k] = Math.max(0, one[k] + 2 * random.nextFloat() - 1);
        }
        VietorisRips rips = VietorisRips.upToDimension(2).over(3);
        Diagrams before = rips.diagrams(DistanceMatrix.ofLower(one));
        Diagrams after = rips.diagrams(DistanceMatrix.ofLower(other));
        for (int dimension = 0; dimension <= 2; dimension++) {
            assertThat(new BottleneckDistance().between(before.of(dimension), after.of(dimension)))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 15)
    void p9_landmarksAreWithinTwiceTheirCoveringRadius(@ForAll long seed) throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(90, seed));
        Landmarks landmarks = Landmarks.maxMin(torus, 30, 0);
        VietorisRips rips = VietorisRips.upToDimension(2);
        Diagrams all = rips.diagrams(torus);
        Diagrams some = rips.diagrams(torus.subspace(landmarks.indices()));
        for (int dimension = 0; dimension <= 2; dimension++) {
            assertThat(new BottleneckDistance().between(all.of(dimension), some.of(dimension)))
                    .isLessThanOrEqualTo(2 * landmarks.coveringRadius());
        }
    }

    /** Quarter turns, reflections and whole steps are exact in float32: the same bars to the last bit. */
    @Property(tries = 30)
    void p9_isometriesChangeNothing(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        float[][] points = new float[40][];
        float[][] moved = new float[40][];
        int sign = random.nextBoolean() ? 1 : -1;
        int step = random.nextInt(100);
        for (int k = 0; k < 40; k++) {
            points[k] = new float[] {random.nextInt(50), random.nextInt(50), random.nextInt(50)};
            moved[k] = new float[] {step - points[k][1], points[k][2] + step, sign * points[k][0]};
        }
        VietorisRips rips = VietorisRips.upToDimension(2);
        assertThat(rips.diagrams(Metric.euclidean().on(PointCloud.of(moved))))
                .isEqualTo(rips.diagrams(Metric.euclidean().on(PointCloud.of(points))));
    }

    /** Powers of two scale exactly. */
    @Property(tries = 10)
    void p9_barsScaleWithTheSpace(@ForAll long seed) throws InterruptedException {
        DistanceMatrix matrix = Spaces.integers(25, 12, seed);
        FiniteMetricSpace larger = FiniteMetricSpace.of(25, (i, j) -> 8 * matrix.distance(i, j));
        Diagrams diagrams = VietorisRips.upToDimension(2).diagrams(matrix);
        Diagrams scaled = VietorisRips.upToDimension(2).diagrams(larger);
        for (int dimension = 0; dimension <= 2; dimension++) {
            double[] expected = diagrams.of(dimension).toArray();
            for (int k = 0; k < expected.length; k++) {
                expected[k] *= 8;
            }
            assertThat(scaled.of(dimension).toArray()).containsExactly(expected);
        }
    }

    /**
     * The larger distance of two factors makes their complexes multiply, up to homotopy, at each scale: bars of a product are
     * the scales at which bars of its factors are both there. H. Gakhar, J. Perea, <i>Künneth formulae in persistent homology</i>,
     * arXiv:1910.05656.
     */
    @ParameterizedTest
    @CsvSource({"5, 6, 2", "7, 8, 3", "6, 6, 5"})
    void p9_productOfCirclesHasTheBarsOfKuenneth(int corners, int others, int prime) throws InterruptedException {
        FiniteMetricSpace one = Spaces.regularPolygon(corners);
        FiniteMetricSpace other = Metric.manhattan().on(PointCloud.of(corners(others)));
        FiniteMetricSpace product = FiniteMetricSpace.of(
                corners * others,
                (i, j) -> Math.max(one.distance(i % corners, j % corners), other.distance(i / corners, j / corners)));
        VietorisRips rips = VietorisRips.upToDimension(3).over(prime);
        Diagrams first = rips.diagrams(one);
        Diagrams second = rips.diagrams(other);
        Diagrams diagrams = rips.diagrams(product);
        for (int dimension = 0; dimension <= 3; dimension++) {
            PersistenceDiagram.Builder expected = new PersistenceDiagram.Builder(dimension);
            for (int d = 0; d <= dimension; d++) {
                addIntersections(first.of(d), second.of(dimension - d), expected);
            }
            assertThat(diagrams.of(dimension)).isEqualTo(expected.build());
        }
        // where both are circles, their product is a torus
        double scale = Math.max(first.of(1).birth(0), second.of(1).birth(0));
        assertThat(scale).isLessThan(Math.min(first.of(1).death(0), second.of(1).death(0)));
        assertThat(diagrams.of(1).bettiNumber(scale)).isEqualTo(2);
        assertThat(diagrams.of(2).bettiNumber(scale)).isEqualTo(1);
    }

    private static float[][] corners(int count) {
        float[][] points = new float[count][];
        for (int k = 0; k < count; k++) {
            double angle = 0.1 + 2 * Math.PI * k / count;
            points[k] = new float[] {(float) (1.1 * Math.cos(angle)), (float) (1.1 * Math.sin(angle))};
        }
        return points;
    }

    private static void addIntersections(
            PersistenceDiagram one, PersistenceDiagram other, PersistenceDiagram.Builder into) {
        for (int a = 0; a < one.size(); a++) {
            for (int b = 0; b < other.size(); b++) {
                double birth = Math.max(one.birth(a), other.birth(b));
                into.add(birth, Math.max(birth, Math.min(one.death(a), other.death(b))));
            }
        }
    }

    /** A space and its double, at infinite distance: every bar twice. */
    @Property(tries = 20)
    void p9_homologyOfPiecesApartAddsUp(@ForAll long seed) throws InterruptedException {
        DistanceMatrix matrix = Spaces.integers(12, 9, seed);
        FiniteMetricSpace twice =
                FiniteMetricSpace.of(24, (i, j) -> i / 12 == j / 12 ? matrix.distance(i % 12, j % 12) : INF);
        Diagrams single = VietorisRips.upToDimension(2).diagrams(matrix);
        Diagrams both = VietorisRips.upToDimension(2).diagrams(twice);
        for (int dimension = 0; dimension <= 2; dimension++) {
            PersistenceDiagram.Builder expected = new PersistenceDiagram.Builder(dimension);
            PersistenceDiagram bars = single.of(dimension);
            for (int bar = 0; bar < 2 * bars.size(); bar++) {
                expected.add(bars.birth(bar / 2), bars.death(bar / 2));
            }
            assertThat(both.of(dimension)).isEqualTo(expected.build());
        }
        assertThat(single.of(0).lifespans().longest())
                .isCloseTo(both.of(0).lifespans().longest(), within(0.0));
    }

    /** Distances that violate the triangle inequality are taken as they are. */
    @ParameterizedTest
    @CsvSource({"100", "1000000"})
    void p4_triangleInequalityIsNotAskedFor(float far) throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.ofLower(1, far, 1, 1, far, 1); // a square of sides 1
        assertThat(VietorisRips.upToDimension(1).diagrams(matrix).of(1).toArray())
                .containsExactly(1, far);
    }

    /** P3: unequal numbers of infinite bars are infinitely far apart. */
    @ParameterizedTest
    @CsvSource({"0", "1"})
    void p3_diagramsWithUnequallyManyInfiniteBarsAreInfinitelyFarApart(int dimension) {
        PersistenceDiagram one =
                new PersistenceDiagram.Builder(dimension).add(0, INF).add(0, 1).build();
        PersistenceDiagram two = new PersistenceDiagram.Builder(dimension)
                .add(0, INF)
                .add(0, INF)
                .build();
        assertThat(new BottleneckDistance().between(one, two)).isInfinite();
    }
}
