package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;

class VietorisRipsProperties {

    private static Diagrams diagrams(FiniteMetricSpace space) throws InterruptedException {
        return VietorisRips.upToDimension(1).diagrams(space);
    }

    /** Distance matrices of at most nine points, full of ties, with some pairs never joined; not metric. */
    @Provide
    Arbitrary<DistanceMatrix> tiedMatrices() {
        Arbitrary<Float> distances = Arbitraries.of(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, Float.POSITIVE_INFINITY);
        return Arbitraries.integers()
                .between(1, 9)
                .flatMap(n -> distances.array(float[].class).ofSize(n * (n - 1) / 2))
                .map(DistanceMatrix::ofLower);
    }

    @Provide
    Arbitrary<DistanceMatrix> genericMatrices() {
        return Arbitraries.integers()
                .between(1, 9)
                .flatMap(n ->
                        Arbitraries.floats().between(0, 1).array(float[].class).ofSize(n * (n - 1) / 2))
                .map(DistanceMatrix::ofLower);
    }

    @Property(tries = 1000)
    void p9_equalsReductionOfTheBoundaryMatrixWithTies(@ForAll("tiedMatrices") DistanceMatrix matrix)
            throws InterruptedException {
        assertThat(diagrams(matrix).byDimension())
                .isEqualTo(BruteForce.diagrams(matrix, 1, 2, Double.POSITIVE_INFINITY));
    }

    @Property(tries = 300)
    void p9_equalsReductionOverOtherFields(@ForAll("tiedMatrices") DistanceMatrix matrix, @ForAll("primes") int prime)
            throws InterruptedException {
        assertThat(VietorisRips.upToDimension(1).over(prime).diagrams(matrix).byDimension())
                .isEqualTo(BruteForce.diagrams(matrix, 1, prime, Double.POSITIVE_INFINITY));
    }

    /** The matrices above have too few points for torsion. */
    @Property(tries = 5)
    void p8_loopsAreThoseOfImplicitCohomologyOverOtherFields(@ForAll("primes") int prime) throws InterruptedException {
        DistanceMatrix plane = DistanceMatrix.of(Spaces.projectivePlane(60));
        assertThat(VietorisRips.upToDimension(1).over(prime).diagrams(plane).byDimension())
                .isEqualTo(VietorisRips.upToDimension(2)
                        .over(prime)
                        .diagrams(plane)
                        .byDimension()
                        .subList(0, 2));
    }

    @Provide
    Arbitrary<Integer> primes() {
        return Arbitraries.of(3, 5, 7);
    }

    @Property(tries = 1000)
    void p9_equalsReductionOfTheBoundaryMatrixWithoutTies(@ForAll("genericMatrices") DistanceMatrix matrix)
            throws InterruptedException {
        assertThat(diagrams(matrix).byDimension())
                .isEqualTo(BruteForce.diagrams(matrix, 1, 2, Double.POSITIVE_INFINITY));
    }

    @Property(tries = 500)
    void p9_equalsReductionUpToAThreshold(
            @ForAll("tiedMatrices") DistanceMatrix matrix, @ForAll @IntRange(max = 8) int threshold)
            throws InterruptedException {
        assertThat(VietorisRips.upToDimension(1)
                        .upToScale(threshold)
                        .diagrams(matrix)
                        .byDimension())
                .isEqualTo(BruteForce.diagrams(matrix, 1, 2, threshold));
    }

    @Property(tries = 200)
    void p9_equalsReductionOnAnyNumberOfThreads(
            @ForAll("tiedMatrices") DistanceMatrix matrix, @ForAll @IntRange(min = 1, max = 4) int threads)
            throws InterruptedException {
        assertThat(VietorisRips.upToDimension(1)
                        .withThreads(threads)
                        .diagrams(matrix)
                        .byDimension())
                .isEqualTo(BruteForce.diagrams(matrix, 1, 2, Double.POSITIVE_INFINITY));
    }

    /** So many edges that threads do share them. Neither metric, both full of ties. */
    @Property(tries = 4)
    void p2_numberOfThreadsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int threads)
            throws InterruptedException {
        for (DistanceMatrix matrix : List.of(Spaces.integers(200, 500, seed), tiedTorus(700, seed))) {
            assertThat(VietorisRips.upToDimension(1).withThreads(threads).diagrams(matrix))
                    .isEqualTo(VietorisRips.upToDimension(1).withThreads(1).diagrams(matrix));
        }
    }

    /** Lengths rounded to hundredths. */
    private static DistanceMatrix tiedTorus(int points, long seed) throws InterruptedException {
        DistanceMatrix torus = DistanceMatrix.of(Metric.euclidean().on(Spaces.noisyTorus(points, seed)));
        float[] lower = new float[torus.pairs()];
        for (int k = 0; k < lower.length; k++) {
            lower[k] = Math.round(torus.entry(k) * 100);
        }
        return DistanceMatrix.ofLower(lower);
    }

    @Property(tries = 30)
    void p2_orderOfThePointsDoesNotMatterAmongTies(@ForAll long seed) throws InterruptedException {
        FiniteMetricSpace matrix = Spaces.integers(40, 12, seed);
        assertThat(diagrams(matrix.subspace(Spaces.permutation(40, ~seed)))).isEqualTo(diagrams(matrix));
    }

    @Property(tries = 10)
    void p2_orderOfThePointsDoesNotMatterInALattice(@ForAll long seed) throws InterruptedException {
        FiniteMetricSpace cube = Spaces.lattice(4, 3);
        assertThat(diagrams(cube.subspace(Spaces.permutation(64, seed)))).isEqualTo(diagrams(cube));
    }

    @Property(tries = 5)
    void p2_orderOfThePointsDoesNotMatterInACloud(@ForAll long seed) throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(120, seed));
        assertThat(diagrams(torus.subspace(Spaces.permutation(120, ~seed)))).isEqualTo(diagrams(torus));
    }
}
