package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Filling;
import org.crease.homology.representative.Representatives;
import org.crease.homology.representative.Simplex;
import org.crease.homology.representative.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepresentativesTest {

    private static Representatives representatives(FiniteMetricSpace space, int dimension, int prime)
            throws InterruptedException {
        return VietorisRips.upToDimension(dimension).over(prime).representatives(space, BarSelection.all());
    }

    private static Set<Simplex> simplices(Chain chain) {
        return chain.coefficientBySimplex().keySet();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void cycleOfAPolygonIsThePolygon(int prime) throws InterruptedException {
        List<Bar> loops = representatives(Spaces.regularPolygon(12), 1, prime).ofDimension(1);
        assertThat(loops).hasSize(1);
        Set<Simplex> sides = IntStream.range(0, 12)
                .mapToObj(k -> Simplex.of(k, (k + 1) % 12))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(simplices(loops.get(0).cycle())).isEqualTo(sides);
    }

    /** A disc with a hole in the middle: its smallest filling is a triangulation, of as many triangles as corners less 2. */
    @Test
    void fillingOfAPolygonIsADisc() throws InterruptedException {
        Bar loop =
                representatives(Spaces.regularPolygon(12), 1, 3).ofDimension(1).get(0);
        Chain filling = Objects.requireNonNull(loop.filling()).chain();
        assertThat(filling.boundary()).isEqualTo(loop.cycle());
        assertThat(filling.size()).isGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void cycleOfAnOctahedronIsItsEightFaces(int prime) throws InterruptedException {
        float[][] corners = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
        FiniteMetricSpace octahedron = Metric.euclidean().on(PointCloud.of(corners));
        List<Bar> hollows = representatives(octahedron, 2, prime).ofDimension(2);
        assertThat(hollows).hasSize(1);
        Set<Simplex> faces = new TreeSet<>();
        for (int x = 0; x < 2; x++) {
            for (int y = 2; y < 4; y++) {
                faces.addAll(List.of(Simplex.of(x, y, 4), Simplex.of(x, y, 5)));
            }
        }
        assertThat(simplices(hollows.get(0).cycle())).isEqualTo(faces);
    }

    /** Two points near each other, two more, far from those. */
    @Test
    void componentsHaveTheirPoints() throws InterruptedException {
        FiniteMetricSpace line = Metric.euclidean().on(PointCloud.of(new float[][] {{0}, {10}, {1}, {12}}));
        List<Bar> components = representatives(line, 0, 3).ofDimension(0);
        assertThat(components).hasSize(4);
        assertThat(components.get(0).isInfinite()).isTrue();
        assertThat(simplices(components.get(0).cocycle())).hasSize(4);
        Bar right = components.get(1);
        assertThat(right.death()).isEqualTo(9);
        assertThat(right.birthSimplex()).isEqualTo(Simplex.of(1));
        assertThat(right.deathSimplex()).isEqualTo(Simplex.of(1, 2));
        assertThat(right.cocycle()).hasToString("[1] + [3]");
        assertThat(right.cycle()).hasToString("- [0] + [1]");
        assertThat(Objects.requireNonNull(right.filling()).chain()).hasToString("[0, 2] - [1, 2]");
    }

    /** The loop of a projective plane, doubled, is a boundary: over Z/3 so is the loop. */
    @Test
    void loopOfAProjectivePlaneIsFilledByHalvesOverOddFields() throws InterruptedException {
        FiniteMetricSpace plane = Spaces.projectivePlane(60);
        Representatives even = representatives(plane, 2, 2);
        Representatives odd = representatives(plane, 2, 3);
        Verification.verify(plane, even);
        Verification.verify(plane, odd);
        assertThat(even.ofDimension(1).get(0).length()).isGreaterThan(0.5f);
        assertThat(even.ofDimension(2).get(0).length()).isGreaterThan(0.3f);
        assertThat(odd.bars()).noneMatch(bar -> bar.dimension() == 2 && bar.length() > 0.3f);
    }

    @Test
    void sparseDistancesHaveTheSameBars() throws InterruptedException {
        DistanceMatrix torus = DistanceMatrix.of(Metric.euclidean().on(Spaces.noisyTorus(60, 3)));
        SparseDistances sparse = SparseDistances.within(torus, 1);
        Representatives dense = VietorisRips.upToDimension(1).upToScale(1).representatives(torus, BarSelection.all());
        Representatives found = VietorisRips.upToDimension(1).upToScale(1).representatives(sparse, BarSelection.all());
        assertThat(found.diagrams().byDimension()).isEqualTo(dense.diagrams().byDimension());
        assertThat(found.bars().stream().map(Bar::birthSimplex))
                .containsExactlyInAnyOrderElementsOf(
                        dense.bars().stream().map(Bar::birthSimplex).toList());
        assertThat(found.bars()).anyMatch(bar -> bar.dimension() == 1 && bar.isInfinite());
        Verification.verify(sparse, found);
        Verification.verify(torus, dense);
    }

    @Test
    void pairsWithinTheThresholdAreEnoughOfALargeCloud() throws InterruptedException {
        FiniteMetricSpace cloud = Metric.euclidean().on(Spaces.gaussian(1500, 3, 1));
        for (int dimension = 0; dimension < 3; dimension++) {
            VietorisRips rips = VietorisRips.upToDimension(dimension).upToScale(0.3);
            Representatives found = rips.representatives(cloud, BarSelection.all());
            assertThat(found.diagrams()).isEqualTo(rips.diagrams(cloud));
            Verification.verify(cloud, found);
        }
    }

    @Test
    void onlyBarsThatAreWantedAreGiven() throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(80, 1));
        BarSelection selection = BarSelection.longerThan(0.5)
                .inDimension(1)
                .or(BarSelection.longerThan(1e9).inDimension(0));
        VietorisRips rips = VietorisRips.upToDimension(1);
        Representatives found = rips.representatives(torus, selection);
        assertThat(found.ofDimension(0)).hasSize(1).allMatch(Bar::isInfinite);
        assertThat(found.ofDimension(1)).isNotEmpty().allMatch(bar -> bar.length() > 0.5);
        assertThat(found.diagrams()).isEqualTo(rips.diagrams(torus));
        assertThat(rips.representatives(torus, (dimension, birth, death) -> false)
                        .bars())
                .isEmpty();
    }

    @Test
    void everyCallGivesTheSame() throws InterruptedException {
        FiniteMetricSpace space = Spaces.integers(30, 9, 5);
        assertThat(representatives(space, 2, 3)).isEqualTo(representatives(space, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1.2, 3})
    void threadsChangeNothing(double scale) throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(250, 7));
        VietorisRips rips = VietorisRips.upToDimension(2).upToScale(scale);
        assertThat(terms(rips.withThreads(3).representatives(torus, BarSelection.longerThan(0.1))))
                .isEqualTo(terms(rips.withThreads(1).representatives(torus, BarSelection.longerThan(0.1))));
    }

    /** Of all chains, in their order. */
    private static List<String> terms(Representatives found) {
        return found.bars().stream()
                .flatMap(bar -> Stream.of(bar.cocycle(), bar.cycle()))
                .flatMap(chain -> IntStream.range(0, chain.size())
                        .mapToObj(term -> chain.coefficient(term) + " " + chain.simplex(term)))
                .toList();
    }

    /** Fillings are made by what bars share. */
    @Test
    void fillingsMayBeAskedForByManyThreadsAndAgain() throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(40, 2));
        Representatives found = representatives(torus, 2, 3);
        List<Bar> finite =
                found.bars().stream().filter(bar -> !bar.isInfinite()).toList();
        List<Chain> alone = finite.stream().map(RepresentativesTest::filling).toList();
        assertThat(finite.parallelStream().map(RepresentativesTest::filling).toList())
                .isEqualTo(alone);
        assertThat(representatives(torus, 2, 3).bars().parallelStream()
                        .filter(bar -> !bar.isInfinite())
                        .map(RepresentativesTest::filling)
                        .toList())
                .isEqualTo(alone);
    }

    private static Chain filling(Bar bar) {
        try {
            return Objects.requireNonNull(bar.filling()).chain();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An interruption leaves nothing behind in what bars share. */
    @Test
    void interruptedFillingCanBeMadeAgain() throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(100, 1));
        Representatives found = representatives(torus, 1, 3);
        Filling filling = Objects.requireNonNull(found.ofDimension(1).get(1).filling());
        Thread.currentThread().interrupt();
        assertThatThrownBy(filling::chain).isInstanceOf(InterruptedException.class);
        Verification.verify(torus, found);
    }

    /** Without ties, and where lunes have two pieces, nothing but signs depends on the order of the points. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void loopsAreTheSameForAnyOrderOfThePoints(long seed) throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(100, seed));
        int[] order = Spaces.permutation(100, ~seed);
        List<Bar> expected = representatives(torus, 1, 2).ofDimension(1);
        List<Bar> found = representatives(torus.subspace(order), 1, 2).ofDimension(1);
        assertThat(found).hasSameSizeAs(expected);
        for (int k = 0; k < found.size(); k++) {
            assertThat(renumbered(found.get(k).cycle(), order))
                    .isEqualTo(simplices(expected.get(k).cycle()));
            assertThat(renumbered(found.get(k).cocycle(), order))
                    .isEqualTo(simplices(expected.get(k).cocycle()));
        }
    }

    private static Set<Simplex> renumbered(Chain chain, int[] order) {
        return simplices(chain).stream()
                .map(simplex -> Simplex.of(
                        Arrays.stream(simplex.points()).map(k -> order[k]).toArray()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void spacesWithFewPointsHaveTheirBars() throws InterruptedException {
        for (int points = 0; points < 4; points++) {
            DistanceMatrix space = Spaces.integers(points, 5, points);
            for (int dimension = 0; dimension < 4; dimension++) {
                Representatives found = representatives(space, dimension, 2);
                assertThat(found.diagrams())
                        .isEqualTo(VietorisRips.upToDimension(dimension).diagrams(space));
                Verification.verify(space, found);
            }
        }
    }

    @Test
    void interruptionStopsTheSearch() {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(100, 1));
        for (int dimension = 0; dimension < 3; dimension++) {
            int of = dimension;
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> representatives(torus, of, 2)).isInstanceOf(InterruptedException.class);
        }
    }
}
