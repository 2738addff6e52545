package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crease.homology.Stopping.delay;

import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.DistanceToMeasure;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Landmarks;
import org.crease.homology.metric.LazyWitness;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.SparseRips;
import org.crease.homology.metric.WeightedSpace;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Representatives;
import org.crease.homology.representative.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptionTest {

    @Test
    void p7_distancesStopWithin200Milliseconds() throws InterruptedException {
        var space = Metric.euclidean().on(Spaces.gaussian(3000, 500, 1));
        assertThat(delay(() -> DistanceMatrix.of(space), 200)).isLessThan(200);
    }

    @Test
    void p7_spanningTreeStopsWithin200Milliseconds() throws InterruptedException {
        var space = Metric.euclidean().on(Spaces.gaussian(3000, 500, 1));
        assertThat(delay(() -> MinimumSpanningTree.of(space), 200)).isLessThan(200);
    }

    @Test
    void p7_loopsStopWithin200Milliseconds() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.gaussian(1500, 8, 1)));
        for (long before : new long[] {20, 150, 400}) {
            assertThat(delay(() -> VietorisRips.upToDimension(1).diagrams(matrix), before))
                    .isLessThan(200);
        }
    }

    @Test
    void p7_representativesStopWithin200Milliseconds() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.gaussian(1000, 8, 1)));
        for (long before : new long[] {20, 150, 400}) {
            assertThat(delay(() -> VietorisRips.upToDimension(1).representatives(matrix, BarSelection.all()), before))
                    .isLessThan(200);
        }
    }

    @Test
    void p7_verificationStopsWithin200Milliseconds() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.noisyTorus(600, 1)));
        Representatives found = VietorisRips.upToDimension(1).representatives(matrix, BarSelection.all());
        for (long before : new long[] {20, 150, 400}) {
            assertThat(delay(() -> Verification.verify(matrix, found), before)).isLessThan(200);
        }
    }

    @Test
    void p7_higherDimensionsStopWithin200Milliseconds() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.noisyTorus(1500, 1)));
        for (int threads = 1; threads <= 3; threads += 2) {
            VietorisRips rips = VietorisRips.upToDimension(2).over(3).withThreads(threads);
            for (long before : new long[] {20, 150, 400}) {
                assertThat(delay(() -> rips.diagrams(matrix), before)).isLessThan(200);
            }
        }
    }

    @Test
    void p7_implicitCohomologyStopsWithin200Milliseconds() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.gaussian(200, 3, 1)));
        SortedEdges edges = SortedEdges.upTo(matrix, Double.POSITIVE_INFINITY, 1);
        PrimeField field = PrimeField.of(3);
        for (long before : new long[] {20, 150, 400}) {
            assertThat(delay(
                            () -> new Cohomology(edges, new DenseGraph(200, edges), field).diagrams(2, Watch.none()),
                            before))
                    .isLessThan(200);
        }
    }

    @Test
    void p7_inputsThatLookAtAllPairsStopWithin200Milliseconds() throws InterruptedException {
        var space = Metric.manhattan().on(Spaces.gaussian(3000, 500, 1));
        assertThat(delay(() -> SparseRips.of(space, 0.5), 200)).isLessThan(200);
        assertThat(delay(() -> DistanceToMeasure.ofNeighbours(9).on(space), 200))
                .isLessThan(200);
        assertThat(delay(() -> SparseDistances.ofNearest(space, 9, SparseDistances.Symmetry.UNION), 200))
                .isLessThan(200);
        assertThat(delay(() -> Landmarks.random(space, 1500, 1), 200)).isLessThan(200);
        Landmarks landmarks = Landmarks.maxMin(space, 300, 0);
        assertThat(delay(() -> LazyWitness.of(space, landmarks, 1), 200)).isLessThan(200);
    }

    @Test
    void p7_pairsAndWeightedSpacesStopWithin200Milliseconds() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.gaussian(1500, 8, 1)));
        WeightedSpace weighted = WeightedSpace.of(matrix, new double[1500], 2);
        for (long before : new long[] {20, 150, 400}) {
            assertThat(delay(() -> VietorisRips.upToDimension(1).relativeDiagrams(matrix, 0, 7), before))
                    .isLessThan(200);
            assertThat(delay(() -> VietorisRips.upToDimension(1).diagrams(weighted), before))
                    .isLessThan(200);
        }
    }

    @Test
    void p7_sortingManyPairsStopsWithin200Milliseconds() throws InterruptedException {
        FiniteMetricSpace space = FiniteMetricSpace.of(2500, (i, j) -> i ^ j);
        for (long before : new long[] {50, 150, 300, 500}) {
            assertThat(delay(() -> SparseDistances.within(space, Double.POSITIVE_INFINITY), before))
                    .isLessThan(200);
        }
    }
}
