package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.DistanceToMeasure;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.WeightedSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedRipsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    /** The time at which balls touch, by halving: sum of radii (t^p - w^p)^(1/p) against the distance. */
    private static double touch(double a, double b, double distance, double p) {
        double low = Math.max(a, b);
        double high = low + distance;
        for (int k = 0; k < 200; k++) {
            double middle = (low + high) / 2;
            if (radius(middle, a, p) + radius(middle, b, p) >= distance) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 2 * high;
    }

    private static double radius(double t, double weight, double p) {
        if (Double.isInfinite(p)) {
            return t;
        }
        return Math.pow(Math.max(0, Math.pow(t, p) - Math.pow(weight, p)), 1 / p);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, INF})
    void pointsAreJoinedWhenTheirBallsTouch(double p) {
        Random random = new Random(5);
        for (int k = 0; k < 200; k++) {
            double a = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            double b = random.nextInt(4) == 0 ? a : random.nextDouble();
            float distance = random.nextInt(9) == 0 ? 0 : 2 * random.nextFloat();
            WeightedSpace space = WeightedSpace.of(DistanceMatrix.ofLower(distance), new double[] {a, b}, p);
            assertThat((double) space.distance(0, 1)).isCloseTo(touch(a, b, distance, p), within(1e-6));
            assertThat(space.distance(0, 1)).isGreaterThanOrEqualTo(space.birth(0));
            assertThat((double) space.birth(1)).isCloseTo(2 * b, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, INF})
    void withoutWeightsItIsTheSpaceItself(double p) throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(60, 3));
        WeightedSpace weighted = WeightedSpace.of(torus, new double[60], p);
        VietorisRips rips = VietorisRips.upToDimension(2);
        assertThat(rips.diagrams(weighted)).isEqualTo(rips.diagrams(torus));
    }

    @Test
    void theYoungerComponentDies() throws InterruptedException {
        // a line of points at 0, 1 and 3 with weights 1, 0 and 2
        WeightedSpace space = WeightedSpace.of(DistanceMatrix.ofLower(1, 3, 2), new double[] {1, 0, 2}, 1);
        PersistenceDiagram expected =
                new PersistenceDiagram.Builder(0).add(0, INF).add(4, 4).build();
        // 0 and 1 join at 0 + 1 + 1 = 2, when 0 is born; 1 and 3 at 4 = 2 * 2
        assertThat(VietorisRips.upToDimension(0).diagrams(space).of(0)).isEqualTo(expected);
        WeightedSpace far =
                WeightedSpace.of(DistanceMatrix.ofLower(8, 9, 20), new double[] {1, 0, 2}, Double.POSITIVE_INFINITY);
        PersistenceDiagram bars = VietorisRips.upToDimension(0).diagrams(far).of(0);
        assertThat(bars.toArray()).containsExactly(0, INF, 2, 8, 4, 9);
        assertThat(VietorisRips.upToDimension(1).diagrams(far).of(0)).isEqualTo(bars);
    }

    @Test
    void onePointIsBornAtTwiceItsWeight() throws InterruptedException {
        WeightedSpace point = WeightedSpace.of(DistanceMatrix.ofLower(), new double[] {3}, 2);
        for (int dimension = 0; dimension < 3; dimension++) {
            Diagrams diagrams = VietorisRips.upToDimension(dimension).diagrams(point);
            assertThat(diagrams.of(0).toArray()).containsExactly(6, INF);
            assertThat(diagrams.threshold()).isEqualTo(6);
            assertThat(diagrams.complete()).isTrue();
            Diagrams before = VietorisRips.upToDimension(dimension).upToScale(5).diagrams(point);
            assertThat(before.of(0).size()).isZero();
            assertThat(before.complete()).isFalse();
        }
    }

    @Test
    void pointOfInfiniteWeightNeverComes() throws InterruptedException {
        WeightedSpace space = WeightedSpace.of(DistanceMatrix.ofLower(1, 1, 1), new double[] {0, INF, 1}, 2);
        for (int dimension = 0; dimension < 3; dimension++) {
            assertThat(VietorisRips.upToDimension(dimension)
                            .diagrams(space)
                            .of(0)
                            .toArray())
                    .containsExactly(0, INF);
        }
    }

    @Test
    void p4_weightsAndBirthsThatAreNoneAreRefused() {
        DistanceMatrix pair = DistanceMatrix.ofLower(1);
        assertThatThrownBy(() -> WeightedSpace.of(pair, new double[] {0, -1}, 1))
                .hasMessageContaining("weight of point 1 is -1.0");
        assertThatThrownBy(() -> WeightedSpace.of(pair, new double[] {Double.NaN, 0}, 1))
                .hasMessageContaining("weight of point 0 is NaN");
        assertThatThrownBy(() -> WeightedSpace.of(pair, new double[] {0, 3e38}, 1))
                .hasMessageContaining("weight of point 1 is 3.0E38");
        assertThatThrownBy(() -> WeightedSpace.of(pair, new double[] {1e38, 1.5e38}, 2)
                        .subspace(1, 0)
                        .subspace(2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> WeightedSpace.of(DistanceMatrix.ofLower(2e38f), new double[] {1e38, 1e38}, 1)
                        .distance(0, 1))
                .hasMessageContaining("does not fit into float32");
        assertThatThrownBy(() -> WeightedSpace.of(pair, new double[3], 1))
                .hasMessageContaining("3 weights of 2 points");
        assertThatThrownBy(() -> WeightedSpace.of(pair, new double[2], 3)).hasMessageContaining("p = 3.0");
        WeightedSpace early = weighted(DistanceMatrix.ofLower(1), 0, 2);
        assertThatThrownBy(() -> VietorisRips.upToDimension(1).diagrams(early))
                .hasMessageContaining("joined at 1.0")
                .hasMessageContaining("born at 2.0");
        WeightedSpace negative = weighted(DistanceMatrix.ofLower(1), 0, -2);
        assertThatThrownBy(() -> VietorisRips.upToDimension(0).diagrams(negative))
                .hasMessageContaining("birth of point 1 is -2.0");
    }

    /** Births and distances as they are. */
    private static WeightedSpace weighted(DistanceMatrix distances, float... births) {
        return new WeightedSpace() {
            @Override
            public int size() {
                return births.length;
            }

            @Override
            public float distance(int i, int j) {
                return distances.distance(i, j);
            }

            @Override
            public float birth(int point) {
                return births[point];
            }
        };
    }

    /** Small integers, so full of ties: births, and distances raised to them. */
    private static WeightedSpace random(int size, Random random) {
        float[] births = new float[size];
        for (int i = 0; i < size; i++) {
            births[i] = random.nextInt(12) == 0 ? Float.POSITIVE_INFINITY : random.nextInt(5);
        }
        float[] lower = new float[size * (size - 1) / 2];
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < i; j++) {
                float distance = random.nextInt(9) == 0 ? Float.POSITIVE_INFINITY : random.nextInt(8);
                lower[DistanceMatrix.index(i, j)] = Math.max(distance, Math.max(births[i], births[j]));
            }
        }
        return weighted(DistanceMatrix.ofLower(lower), births);
    }

    @Property(tries = 300)
    void p9_equalsReductionOfTheBoundaryMatrixWithBirths(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        WeightedSpace space = random(random.nextInt(9), random);
        int prime = random.nextBoolean() ? 2 : 3;
        double scale = random.nextBoolean() ? INF : random.nextInt(8);
        List<PersistenceDiagram> expected = BruteForce.diagrams(space, 3, prime, scale);
        for (int dimension = 0; dimension <= 3; dimension++) {
            assertThat(VietorisRips.upToDimension(dimension)
                            .over(prime)
                            .upToScale(scale)
                            .diagrams(space)
                            .byDimension())
                    .isEqualTo(expected.subList(0, dimension + 1));
        }
    }

    @Property(tries = 20)
    void p2_orderOfThePointsDoesNotMatterWithBirths(@ForAll long seed) throws InterruptedException {
        WeightedSpace space = random(25, new Random(seed));
        VietorisRips rips = VietorisRips.upToDimension(1);
        assertThat(rips.diagrams(space.subspace(Spaces.permutation(25, ~seed)))).isEqualTo(rips.diagrams(space));
    }

    @Property(tries = 15)
    void diagramsMoveByAtMostTwiceTheChangeOfWeights(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(40, seed));
        for (double p : new double[] {1, 2, INF}) {
            double[] weights = random.doubles(40, 0, 0.5).toArray();
            double[] moved = weights.clone();
            for (int k = 0; k < 40; k++) {
                moved[k] = Math.max(0, weights[k] + 0.1 * (2 * random.nextDouble() - 1));
            }
            Diagrams one = VietorisRips.upToDimension(1).diagrams(WeightedSpace.of(torus, weights, p));
            Diagrams other = VietorisRips.upToDimension(1).diagrams(WeightedSpace.of(torus, moved, p));
            for (int dimension = 0; dimension < 2; dimension++) {
                assertThat(new BottleneckDistance().between(one.of(dimension), other.of(dimension)))
                        .isLessThanOrEqualTo(0.2 + 1e-6);
            }
        }
    }

    @Test
    void distanceToMeasureOfALine() throws InterruptedException {
        FiniteMetricSpace line = DistanceMatrix.ofLower(1, 3, 2, 7, 6, 4); // points at 0, 1, 3, 7
        assertThat(DistanceToMeasure.ofNeighbours(1).on(line)).containsExactly(0, 0, 0, 0);
        assertThat(DistanceToMeasure.ofNeighbours(3).on(line))
                .containsExactly(Math.sqrt(10 / 3.0), Math.sqrt(5 / 3.0), Math.sqrt(13 / 3.0), Math.sqrt(52 / 3.0));
        assertThat(DistanceToMeasure.ofMass(0.75).on(line))
                .isEqualTo(DistanceToMeasure.ofNeighbours(3).on(line));
        // two and a half of the points: the third counts half
        assertThat(DistanceToMeasure.ofMass(0.625).on(line)[0]).isCloseTo(Math.sqrt((1 + 4.5) / 2.5), within(1e-12));
        assertThatThrownBy(() -> DistanceToMeasure.ofNeighbours(5).on(line))
                .hasMessageContaining("5 neighbours of 4 points");
        assertThatThrownBy(() -> DistanceToMeasure.ofNeighbours(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> DistanceToMeasure.ofMass(0)).hasMessageContaining("mass 0.0");
    }

    @Test
    void p9_distanceToMeasureFiltrationAgreesWithGudhi() throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(50, 8));
        WeightedSpace weighted =
                WeightedSpace.of(torus, DistanceToMeasure.ofNeighbours(6).on(torus), 1);
        List<PersistenceDiagram> ours =
                VietorisRips.upToDimension(2).over(3).diagrams(weighted).byDimension();
        List<PersistenceDiagram> theirs =
                OtherEngines.gudhiDistanceToMeasure(DistanceMatrix.of(torus), 6, 2, 3, folder);
        for (int dimension = 0; dimension <= 2; dimension++) {
            assertThat(new BottleneckDistance().between(ours.get(dimension), theirs.get(dimension)))
                    .isLessThan(1e-6);
            assertThat(ours.get(dimension).lifespans().countLongerThan(1e-4))
                    .isEqualTo(theirs.get(dimension).lifespans().countLongerThan(1e-4));
        }
    }
}
