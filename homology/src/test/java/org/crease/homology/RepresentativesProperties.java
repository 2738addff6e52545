package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.WeightedSpace;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Representatives;
import org.crease.homology.representative.Verification;

/** Every representative shows its bar, by linear algebra over all simplices and by {@link Verification}. */
class RepresentativesProperties extends SmallMatrices {

    private static void assertProved(FiniteMetricSpace space, int dimension, int prime, double threshold)
            throws InterruptedException {
        VietorisRips rips = VietorisRips.upToDimension(dimension).over(prime).upToScale(threshold);
        Representatives found = rips.representatives(space, BarSelection.all());
        assertThat(found.diagrams()).isEqualTo(rips.diagrams(space));
        assertThat(diagrams(found, dimension)).isEqualTo(found.diagrams().byDimension());
        assertProved(space, prime, found);
    }

    private static void assertProved(FiniteMetricSpace space, int prime, Representatives found)
            throws InterruptedException {
        LinearAlgebra algebra = new LinearAlgebra(space, prime);
        Set<Object> births = new HashSet<>();
        for (Bar bar : found.bars()) {
            assertThat(algebra.isProved(bar, found.diagrams().threshold()))
                    .as("%s", bar)
                    .isTrue();
            assertThat(births.add(bar.birthSimplex())).isTrue();
        }
        Verification.verify(space, found);
    }

    private static List<PersistenceDiagram> diagrams(Representatives found, int dimension) {
        return IntStream.rangeClosed(0, dimension)
                .mapToObj(d -> {
                    PersistenceDiagram.Builder diagram = new PersistenceDiagram.Builder(d);
                    found.ofDimension(d).forEach(bar -> diagram.add(bar.birth(), bar.death()));
                    return diagram.build();
                })
                .toList();
    }

    @Property(tries = 300)
    void p9_loopsAreProvedWithTies(@ForAll("tiedMatrices") DistanceMatrix matrix, @ForAll("primes") int prime)
            throws InterruptedException {
        assertProved(matrix, 1, prime, Double.POSITIVE_INFINITY);
    }

    @Property(tries = 300)
    void p9_loopsAreProvedOfGraphs(@ForAll("graphs") DistanceMatrix matrix, @ForAll("primes") int prime)
            throws InterruptedException {
        assertProved(matrix, 1, prime, Double.POSITIVE_INFINITY);
    }

    @Property(tries = 200)
    void p9_loopsAreProvedWithoutTies(@ForAll("genericMatrices") DistanceMatrix matrix, @ForAll("primes") int prime)
            throws InterruptedException {
        assertProved(matrix, 1, prime, Double.POSITIVE_INFINITY);
    }

    @Property(tries = 200)
    void p9_barsAreProvedUpToAThreshold(
            @ForAll("tiedMatrices") DistanceMatrix matrix,
            @ForAll @IntRange(max = 3) int dimension,
            @ForAll @IntRange(max = 8) int threshold,
            @ForAll("primes") int prime)
            throws InterruptedException {
        assertProved(matrix, dimension, prime, threshold);
    }

    @Property(tries = 200)
    void p9_barsOfAllDimensionsAreProved(@ForAll("graphs") DistanceMatrix matrix, @ForAll("primes") int prime)
            throws InterruptedException {
        assertProved(matrix, 3, prime, Double.POSITIVE_INFINITY);
    }

    @Property(tries = 200)
    void p9_barsOfSparseDistancesAreProved(
            @ForAll("graphs") DistanceMatrix matrix,
            @ForAll @IntRange(max = 3) int dimension,
            @ForAll("primes") int prime)
            throws InterruptedException {
        assertProved(
                SparseDistances.within(matrix, Double.POSITIVE_INFINITY), dimension, prime, Double.POSITIVE_INFINITY);
    }

    @Property(tries = 100)
    void p9_barsOfWeightedSpacesAreProved(
            @ForAll("tiedMatrices") DistanceMatrix matrix,
            @ForAll @IntRange(max = 2) int dimension,
            @ForAll @IntRange(max = 8) int threshold,
            @ForAll long seed,
            @ForAll("primes") int prime)
            throws InterruptedException {
        Random random = new Random(seed);
        double[] weights = random.doubles(matrix.size(), 0, 5).toArray();
        assertProved(WeightedSpace.of(matrix, weights, 2), dimension, prime, threshold);
    }

    /** The way that is taken where most simplices are critical. */
    @Property(tries = 200)
    void p9_barsOfImplicitCohomologyAreProved(
            @ForAll("tiedMatrices") DistanceMatrix matrix,
            @ForAll @IntRange(max = 8) int threshold,
            @ForAll("primes") int prime)
            throws InterruptedException {
        SortedEdges edges = SortedEdges.upTo(matrix, threshold, 1);
        PrimeField field = PrimeField.of(prime);
        List<Bar> bars = new ArrayList<>();
        ComponentBars components =
                new ComponentBars(new float[matrix.size()], threshold, field, BarSelection.all(), bars);
        components.addAll(edges);
        RipsGraph graph = RipsGraph.of(matrix.size(), edges);
        CohomologyBars higher = new CohomologyBars(graph, field, BarSelection.all());
        List<PersistenceDiagram> diagrams = new Cohomology(edges, graph, field, higher).diagrams(3);
        bars.addAll(higher.bars(components));
        Representatives found = new Representatives(new Diagrams(prime, threshold, false, diagrams), bars);
        assertThat(diagrams(found, 3)).isEqualTo(BruteForce.diagrams(matrix, 3, prime, threshold));
        assertProved(matrix, prime, found);
    }

    /** Too large for linear algebra over all simplices. */
    @Property(tries = 20)
    void p9_loopsOfManyPointsAreVerified(@ForAll long seed, @ForAll("primes") int prime) throws InterruptedException {
        verifyAll(Metric.euclidean().on(Spaces.noisyTorus(150, seed)), 1, prime);
        verifyAll(Spaces.integers(60, 20, seed), 1, prime);
    }

    /** More loops than bits of two words, which are handed on together over Z/2. */
    @Property(tries = 5)
    void p9_hundredsOfLoopsAreVerified(@ForAll long seed, @ForAll("primes") int prime) throws InterruptedException {
        int loops = verifyAll(Spaces.integers(100, 1_000_000, seed), 1, prime)
                .ofDimension(1)
                .size();
        assertThat(loops).isGreaterThan(2 * Long.SIZE);
    }

    @Property(tries = 10)
    void p9_barsOfHigherDimensionsAreVerified(@ForAll long seed, @ForAll("primes") int prime)
            throws InterruptedException {
        verifyAll(Metric.euclidean().on(Spaces.noisyTorus(40, seed)), 2, prime);
        verifyAll(Spaces.integers(24, 20, seed), 3, prime);
    }

    private static Representatives verifyAll(FiniteMetricSpace space, int dimension, int prime)
            throws InterruptedException {
        VietorisRips rips = VietorisRips.upToDimension(dimension).over(prime);
        Representatives found = rips.representatives(space, BarSelection.all());
        assertThat(diagrams(found, dimension)).isEqualTo(rips.diagrams(space).byDimension());
        Verification.verify(space, found);
        return found;
    }
}
