package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.metric.SparseDistances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EstimateTest {

    /** A space, and how far to go. */
    record Work(String name, FiniteMetricSpace space, int dimension, double scale) {
        VietorisRips rips() {
            return VietorisRips.upToDimension(dimension).upToScale(scale).withThreads(1);
        }

        @Override
        public String toString() {
            return name + " up to dimension " + dimension;
        }
    }

    static List<Work> works() throws InterruptedException {
        List<Work> works = new ArrayList<>();
        for (int dimension = 1; dimension <= 3; dimension++) {
            double all = Double.POSITIVE_INFINITY;
            works.add(new Work("independent weights", Spaces.integers(90, 1_000_000, 3), dimension, all));
            works.add(new Work("torus", matrix(Spaces.noisyTorus(dimension == 3 ? 120 : 400, 1)), dimension, all));
            works.add(new Work("normal", matrix(Spaces.gaussian(dimension == 3 ? 150 : 400, 16, 2)), dimension, all));
            works.add(new Work("plane", matrix(Spaces.gaussian(500, 2, 2)), dimension, all));
            works.add(new Work("part of a torus", matrix(Spaces.noisyTorus(1500, 1)), dimension, 0.5));
            FiniteMetricSpace cloud = Metric.euclidean().on(Spaces.noisyTorus(2000, 1));
            works.add(new Work("near pairs", SparseDistances.within(cloud, 0.4), dimension, all));
        }
        return works;
    }

    private static DistanceMatrix matrix(PointCloud cloud) throws InterruptedException {
        return DistanceMatrix.of(Metric.euclidean().on(cloud));
    }

    /** What the work counts itself to hold is within the range. */
    @ParameterizedTest
    @MethodSource("works")
    void bytesHeldAreWithinTheRange(Work work) throws InterruptedException {
        Estimate estimate = work.rips().estimate(work.space());
        assertThat(estimate.bytes()).isBetween(estimate.leastBytes(), estimate.mostBytes());
        assertThat(work.rips().diagrams(work.space(), estimate.mostBytes())).isNotNull();
        assertThatThrownBy(() -> work.rips().diagrams(work.space(), estimate.leastBytes()))
                .isInstanceOf(BudgetExceededException.class);
    }

    /** Ten times the range is left to machines and to those that are busy. */
    @ParameterizedTest
    @MethodSource("works")
    void secondsAreOfTheRightSize(Work work) throws InterruptedException {
        Estimate estimate = work.rips().estimate(work.space());
        assertThat(estimate.seconds()).isBetween(estimate.shortest(), estimate.longest());
        assertThat(estimate.longest()).isLessThan(20 * estimate.seconds() + 0.01);
        work.rips().diagrams(work.space());
        long start = System.nanoTime();
        work.rips().diagrams(work.space());
        double seconds = (System.nanoTime() - start) * 1e-9;
        assertThat(seconds).isBetween(0.1 * estimate.shortest(), 10 * estimate.longest() + 0.1);
    }

    /** Each alone may be several times off: a third of the points has few. */
    @Test
    void criticalSimplicesOfIndependentWeightsAreForeseenOnAverage() throws InterruptedException {
        double logarithms = 0;
        for (int seed = 1; seed <= 6; seed++) {
            DistanceMatrix matrix = Spaces.integers(100, 1_000_000, seed);
            SortedEdges edges = SortedEdges.upTo(matrix, matrix.enclosingRadius(), 1);
            LuneGradient gradient =
                    LuneGradient.of(100, edges, 3, 1, Watch.none()).orElseThrow();
            long critical = gradient.collapses().stream()
                    .mapToLong(Collapse::criticalCliques)
                    .sum();
            double told = new RipsSample(matrix, 3, Double.POSITIVE_INFINITY)
                    .tally(100)
                    .criticals();
            logarithms += Math.log(told / critical);
        }
        assertThat(Math.exp(logarithms / 6)).isBetween(0.4, 2.5);
    }

    /** On complete graphs every walk tells the number exactly. */
    @Test
    void simplicesOfEquallyFarPointsAreBinomials() throws InterruptedException {
        FiniteMetricSpace space = FiniteMetricSpace.of(300, (i, j) -> 1);
        Estimate estimate = VietorisRips.upToDimension(2).estimate(space);
        assertThat(estimate.simplices()).isCloseTo(300 + 44_850 + 4_455_100 + 330_791_175.0, within(1.0));
    }

    @Test
    void simplicesWithoutASpaceAreAllSubsets() {
        assertThat(VietorisRips.upToDimension(1).estimate(10).simplices()).isEqualTo(10 + 45 + 120);
        assertThat(VietorisRips.upToDimension(5).estimate(3).simplices()).isEqualTo(7);
        assertThat(VietorisRips.upToDimension(5).estimate(0).simplices()).isZero();
        assertThat(VietorisRips.upToDimension(9).estimate(60_000).simplices())
                .isCloseTo(9.08216838605952e44, within(1e32));
    }

    /** A circle of 4000 points, each near 10 on either side: k + 1 consecutive ones span C(10, k) simplices of dimension k. */
    @Test
    void simplicesOfNearPointsOnACircleAreThoseOfTheClosedForm() throws InterruptedException {
        int points = 4000;
        FiniteMetricSpace circle = FiniteMetricSpace.of(points, (i, j) -> {
            int apart = Math.abs(i - j);
            return Math.min(apart, points - apart);
        });
        double expected = points * (1.0 + 10 + 45 + 120); // by the first point, the others among the next ten
        VietorisRips rips = VietorisRips.upToDimension(2);
        assertThat(rips.upToScale(10).estimate(circle).simplices()).isCloseTo(expected, within(0.25 * expected));
        assertThat(rips.estimate(SparseDistances.within(circle, 10)).simplices())
                .isCloseTo(expected, within(0.1 * expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void simplicesOfACloudAreCountedWithinATenth(int dimension) throws InterruptedException {
        DistanceMatrix matrix = matrix(Spaces.gaussian(150, 3, 5));
        float radius = matrix.enclosingRadius();
        double counted = 150;
        for (int a = 0; a < 150; a++) {
            for (int b = 0; b < a; b++) {
                if (matrix.distance(a, b) <= radius) {
                    counted++;
                    for (int c = 0; c < b; c++) {
                        if (Math.max(matrix.distance(a, c), matrix.distance(b, c)) <= radius) {
                            counted++;
                            for (int d = 0; d < c && dimension == 2; d++) {
                                boolean isNear = matrix.distance(a, d) <= radius
                                        && matrix.distance(b, d) <= radius
                                        && matrix.distance(c, d) <= radius;
                                counted += isNear ? 1 : 0;
                            }
                        }
                    }
                }
            }
        }
        // by 37 points of 150
        assertThat(VietorisRips.upToDimension(dimension).estimate(matrix).simplices())
                .isCloseTo(counted, within(0.35 * counted));
        assertThat(new CliqueWalks(new SpaceGraph(matrix, radius), dimension + 2, 3000).cliques(dimension + 2))
                .isCloseTo(brute(matrix, radius, dimension + 2), within(0.1 * counted));
    }

    private static double brute(DistanceMatrix matrix, float radius, int size) {
        return extensions(matrix, radius, new int[size], 0);
    }

    private static double extensions(DistanceMatrix matrix, float radius, int[] clique, int size) {
        if (size == clique.length) {
            return 1;
        }
        double count = 0;
        for (int point = size == 0 ? 0 : clique[size - 1] + 1; point < matrix.size(); point++) {
            boolean isNear = true;
            for (int k = 0; k < size; k++) {
                isNear &= matrix.distance(clique[k], point) <= radius;
            }
            if (isNear) {
                clique[size] = point;
                count += extensions(matrix, radius, clique, size + 1);
            }
        }
        return count;
    }

    @Test
    void fewPairsAreCountedAsTheyAre() throws InterruptedException {
        FiniteMetricSpace cloud = Metric.euclidean().on(PointCloud.of(new float[][] {{0}, {1}, {2}, {9}}));
        SparseDistances pairs = SparseDistances.within(cloud, 2);
        VietorisRips rips = VietorisRips.upToDimension(1);
        assertThat(rips.estimate(pairs).simplices()).isCloseTo(4 + 3 + 1, within(1e-9));
        assertThat(rips.upToScale(1).estimate(pairs).simplices()).isCloseTo(4 + 2, within(1e-9));
        assertThat(rips.estimate(pairs).bytes()).isLessThan(2000);
    }

    @Test
    void noiseIsToldFromCloudsOfLowDimension() throws InterruptedException {
        VietorisRips rips = VietorisRips.upToDimension(2);
        double plane = rips.estimate(matrix(Spaces.gaussian(200, 2, 1))).seconds();
        double noise = rips.estimate(Spaces.integers(200, 1_000_000, 1)).seconds();
        assertThat(noise).isGreaterThan(30 * plane);
    }

    @Test
    void theTimeOfSlowDistancesIsCounted() throws InterruptedException {
        FiniteMetricSpace slow = FiniteMetricSpace.of(300, (i, j) -> {
            long end = System.nanoTime() + 20_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return Math.abs(i - j);
        });
        for (int dimension = 0; dimension < 2; dimension++) {
            Estimate estimate =
                    VietorisRips.upToDimension(dimension).withThreads(1).estimate(slow);
            assertThat(estimate.seconds()).isBetween(0.9, 3.0); // 44 850 times 20 microseconds
        }
    }

    @Test
    void aDistanceThatIsNoneIsLeftToTheWorkToRefuse() throws InterruptedException {
        FiniteMetricSpace broken = FiniteMetricSpace.of(400, (i, j) -> i == 7 || j == 7 ? Double.NaN : 1);
        VietorisRips rips = VietorisRips.upToDimension(2);
        assertThat(rips.estimate(broken)).isEqualTo(rips.estimate(400));
        assertThatThrownBy(() -> rips.within(Budget.ofHeap()).diagrams(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void tinySpacesHaveEstimates(int dimension) throws InterruptedException {
        VietorisRips rips = VietorisRips.upToDimension(dimension);
        for (int size = 0; size < 4; size++) {
            Estimate estimate = rips.estimate(FiniteMetricSpace.of(size, (i, j) -> 1));
            assertThat(estimate.simplices()).isBetween((double) size, 15.0);
            assertThat(estimate.fits(new Budget(1_000_000, 1))).isTrue();
            Estimate apart = rips.estimate(new SparseDistances.Builder(size).build());
            assertThat(apart.simplices()).isBetween((double) size, 15.0);
        }
    }

    @Test
    void p7_estimatesStopWithin200Milliseconds() throws InterruptedException {
        var space = Metric.manhattan().on(Spaces.gaussian(3000, 200, 1));
        assertThat(Stopping.delay(() -> VietorisRips.upToDimension(2).estimate(space), 20))
                .isLessThan(200);
    }
}
