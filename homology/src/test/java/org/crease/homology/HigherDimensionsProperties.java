package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.SparseDistances;

/** All dimensions, over fields of 2, 3 and 5 elements. */
class HigherDimensionsProperties extends SmallMatrices {
    private static final int ALL = 8;

    private static void assertEqualsBruteForce(DistanceMatrix matrix, int prime) throws InterruptedException {
        VietorisRips rips = VietorisRips.upToDimension(ALL).over(prime);
        List<PersistenceDiagram> expected = BruteForce.diagrams(matrix, ALL, prime, Double.POSITIVE_INFINITY);
        assertThat(rips.diagrams(matrix).byDimension()).isEqualTo(expected);
        SparseDistances sparse = SparseDistances.within(matrix, Double.POSITIVE_INFINITY);
        assertThat(rips.diagrams(sparse).byDimension()).isEqualTo(expected);
    }

    @Property(tries = 300)
    void p9_equalsReductionOfTheBoundaryMatrixWithTies(
            @ForAll("tiedMatrices") DistanceMatrix matrix, @ForAll("primes") int prime) throws InterruptedException {
        assertEqualsBruteForce(matrix, prime);
    }

    @Property(tries = 300)
    void p9_equalsReductionOfTheBoundaryMatrixOfGraphs(
            @ForAll("graphs") DistanceMatrix matrix, @ForAll("primes") int prime) throws InterruptedException {
        assertEqualsBruteForce(matrix, prime);
    }

    @Property(tries = 200)
    void p9_equalsReductionOfTheBoundaryMatrixWithoutTies(
            @ForAll("genericMatrices") DistanceMatrix matrix, @ForAll("primes") int prime) throws InterruptedException {
        assertEqualsBruteForce(matrix, prime);
    }

    @Property(tries = 200)
    void p9_equalsReductionUpToAThreshold(
            @ForAll("tiedMatrices") DistanceMatrix matrix,
            @ForAll @IntRange(max = 8) int threshold,
            @ForAll("primes") int prime)
            throws InterruptedException {
        assertThat(VietorisRips.upToDimension(3)
                        .over(prime)
                        .upToScale(threshold)
                        .diagrams(matrix)
                        .byDimension())
                .isEqualTo(BruteForce.diagrams(matrix, 3, prime, threshold));
    }

    /** Where all homology is computed, Betti numbers and simplices have the same alternating sum at every scale. */
    @Property(tries = 100)
    void p9_bettiNumbersAddUpToTheEulerCharacteristic(@ForAll long seed, @ForAll("primes") int prime)
            throws InterruptedException {
        DistanceMatrix matrix = Spaces.integers(12, 9, seed);
        Diagrams diagrams = VietorisRips.upToDimension(11).over(prime).diagrams(matrix);
        for (int scale = 0; scale < 9; scale++) {
            int alternating = 0;
            for (PersistenceDiagram diagram : diagrams.byDimension()) {
                alternating += (diagram.dimension() % 2 == 0 ? 1 : -1) * diagram.bettiNumber(scale);
            }
            assertThat(alternating).isEqualTo(eulerCharacteristic(matrix, scale));
        }
    }

    private static int eulerCharacteristic(DistanceMatrix matrix, int scale) {
        int sum = 0;
        for (int set = 1; set < 1 << matrix.size(); set++) {
            if (isSimplex(matrix, set, scale)) {
                sum += Integer.bitCount(set) % 2 == 1 ? 1 : -1;
            }
        }
        return sum;
    }

    private static boolean isSimplex(DistanceMatrix matrix, int set, int scale) {
        for (int i = 0; i < matrix.size(); i++) {
            for (int j = 0; j < i; j++) {
                if ((set >> i & set >> j & 1) != 0 && matrix.distance(i, j) > scale) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Cores are large here, so that most simplices are critical. */
    @Property(tries = 10)
    void p9_gradientAndCohomologyAgreeOnRandomWeights(@ForAll long seed, @ForAll("primes") int prime)
            throws InterruptedException {
        DistanceMatrix matrix = Spaces.integers(32, 100, seed);
        SortedEdges edges = SortedEdges.upTo(matrix, matrix.enclosingRadius(), 1);
        PrimeField field = PrimeField.of(prime);
        assertThat(VietorisRips.upToDimension(3).over(prime).diagrams(matrix).byDimension())
                .isEqualTo(new Cohomology(edges, new DenseGraph(32, edges), field).diagrams(3, Watch.none()));
    }

    /** Dimension 1 alone is computed in another way than the rest. */
    @Property(tries = 20)
    void p9_loopsAreTheSameWithAndWithoutHigherDimensions(@ForAll long seed) throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(60, seed));
        assertThat(VietorisRips.upToDimension(1).diagrams(torus).byDimension())
                .isEqualTo(VietorisRips.upToDimension(2)
                        .diagrams(torus)
                        .byDimension()
                        .subList(0, 2));
    }

    @Property(tries = 20)
    void p2_orderOfThePointsDoesNotMatterAmongTies(@ForAll long seed, @ForAll("primes") int prime)
            throws InterruptedException {
        FiniteMetricSpace matrix = Spaces.integers(25, 12, seed);
        VietorisRips rips = VietorisRips.upToDimension(3).over(prime);
        assertThat(rips.diagrams(matrix.subspace(Spaces.permutation(25, ~seed))))
                .isEqualTo(rips.diagrams(matrix));
    }
}
