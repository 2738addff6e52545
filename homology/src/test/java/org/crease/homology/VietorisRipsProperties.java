package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

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
