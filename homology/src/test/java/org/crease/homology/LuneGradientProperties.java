package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.Metric;

/** The ways to dimension 2 and above, each by itself: lunes as bits, lunes as lists, implicit cohomology on either graph. */
class LuneGradientProperties {

    @Provide
    Arbitrary<Integer> primes() {
        return Arbitraries.of(2, 3, 5);
    }

    /** Few lengths, and some pairs never joined: cores are of all kinds. */
    @Provide
    Arbitrary<DistanceMatrix> matrices() {
        Arbitrary<Float> distances = Arbitraries.of(1f, 2f, 3f, 4f, 5f, 6f, 7f, Float.POSITIVE_INFINITY);
        return Arbitraries.integers()
                .between(2, 10)
                .flatMap(n -> distances.array(float[].class).ofSize(n * (n - 1) / 2))
                .map(DistanceMatrix::ofLower);
    }

    private static List<PersistenceDiagram> byBits(
            DistanceMatrix matrix, SortedEdges edges, int dimension, int prime, int threads)
            throws InterruptedException {
        LuneGradient gradient = LuneGradient.dense(
                        matrix.size(), edges, dimension, Long.MAX_VALUE, threads, Watch.none())
                .orElseThrow();
        return new MorseFiltration(matrix.size(), edges, gradient, PrimeField.of(prime), dimension)
                .diagrams(Watch.none());
    }

    private static List<PersistenceDiagram> byLists(
            DistanceMatrix matrix, SortedEdges edges, int dimension, int prime, int threads)
            throws InterruptedException {
        LuneGradient gradient = LuneGradient.sparse(
                        matrix.size(), edges, dimension, Long.MAX_VALUE, threads, Watch.none())
                .orElseThrow();
        return new MorseFiltration(matrix.size(), edges, gradient, PrimeField.of(prime), dimension)
                .diagrams(Watch.none());
    }

    @Property(tries = 400)
    void p9_eachWayEqualsReductionOfTheBoundaryMatrix(
            @ForAll("matrices") DistanceMatrix matrix, @ForAll("primes") int prime) throws InterruptedException {
        int n = matrix.size();
        SortedEdges edges = SortedEdges.upTo(matrix, Double.POSITIVE_INFINITY, 1);
        List<PersistenceDiagram> expected = BruteForce.diagrams(matrix, 4, prime, Double.POSITIVE_INFINITY);
        assertThat(byBits(matrix, edges, 4, prime, 1)).isEqualTo(expected);
        assertThat(byLists(matrix, edges, 4, prime, 1)).isEqualTo(expected);
        PrimeField field = PrimeField.of(prime);
        assertThat(new Cohomology(edges, new DenseGraph(n, edges), field).diagrams(4, Watch.none()))
                .isEqualTo(expected);
        assertThat(new Cohomology(edges, new SparseGraph(n, edges), field).diagrams(4, Watch.none()))
                .isEqualTo(expected);
    }

    @Property(tries = 15)
    void p9_bitsAndListsAgreeWhereCoresAreLarge(@ForAll long seed, @ForAll("primes") int prime)
            throws InterruptedException {
        DistanceMatrix matrix = Spaces.integers(40, 60, seed);
        SortedEdges edges = SortedEdges.upTo(matrix, 30, 1);
        assertThat(byLists(matrix, edges, 3, prime, 1)).isEqualTo(byBits(matrix, edges, 3, prime, 1));
    }

    @Property(tries = 4)
    void p2_anyNumberOfThreadsGivesTheSame(@ForAll long seed) throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.noisyTorus(250, seed)));
        SortedEdges edges = SortedEdges.upTo(matrix, matrix.enclosingRadius(), 2);
        assertThat(edges.count()).isGreaterThan(8192);
        List<PersistenceDiagram> alone = byBits(matrix, edges, 2, 3, 1);
        assertThat(byBits(matrix, edges, 2, 3, 3)).isEqualTo(alone);
        assertThat(byLists(matrix, edges, 2, 3, 3)).isEqualTo(alone);
    }
}
