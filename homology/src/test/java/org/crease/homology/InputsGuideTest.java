package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.DistanceToMeasure;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Landmarks;
import org.crease.homology.metric.LazyWitness;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.SparseRips;
import org.crease.homology.metric.WeightedSpace;
import org.junit.jupiter.api.Test;

/** What {@code docs/homology.md} says of inputs and budgets. */
class InputsGuideTest {

    @Test
    void inputsOfTheGuideWork() throws InterruptedException {
        var cloud = Spaces.noisyTorus(300, 1);
        VietorisRips rips = VietorisRips.upToDimension(1);
        // guide: begin
        FiniteMetricSpace space = Metric.manhattan().on(cloud); // or your own: Metric.of((x, y) -> ...)
        SparseDistances graph = SparseDistances.ofNearest(space, 8, SparseDistances.Symmetry.MUTUAL);
        WeightedSpace weighted =
                WeightedSpace.of(space, DistanceToMeasure.ofMass(0.05).on(space), 1); // outliers come late
        SparseDistances sparse = SparseRips.of(space, 0.5); // bars within a factor of 1.5
        LazyWitness witness = LazyWitness.of(space, Landmarks.maxMin(space, 60, 0), 1);
        List<Diagrams> diagrams = List.of(
                rips.diagrams(graph),
                rips.diagrams(weighted),
                rips.diagrams(sparse),
                rips.diagrams(witness.space()),
                rips.relativeDiagrams(space, 0, 1, 2)); // H(X, A), A the first three points
        // guide: end
        assertThat(graph.pairs()).isLessThanOrEqualTo(300 * 8 / 2);
        assertThat(diagrams.get(1).of(0).birth(0)).isPositive();
        assertThat(diagrams.get(3).of(1).lifespans().countLongerThan(0.6)).isBetween(2, 3);
        assertThat(diagrams.get(4).of(0).size()).isLessThanOrEqualTo(297);
    }

    @Test
    void budgetsOfTheGuideWork() throws InterruptedException {
        FiniteMetricSpace space = Metric.euclidean().on(Spaces.noisyTorus(300, 1));
        List<FiniteMetricSpace> layers = List.of(space, space.subspace(0, 1, 2));
        StringBuilder line = new StringBuilder();
        // guide: begin
        VietorisRips rips = VietorisRips.upToDimension(1)
                .reportingTo((fraction, doing) -> line.append(doing).append(' ').append(fraction));
        Estimate estimate = rips.estimate(space); // simplices, bytes, seconds and their range
        Budget budget = new Budget(200_000, 10); // bytes, seconds
        Approximation within = rips.within(budget).approximate(space); // says how many landmarks, and the bound
        List<Batch.Outcome> outcomes = Batch.of(rips).diagrams(layers); // all cores, in order, failures apart
        // guide: end
        assertThat(estimate.toString()).startsWith("about ");
        assertThat(within.isExact()).isFalse();
        assertThat(outcomes.get(1).diagrams().of(0).size()).isEqualTo(3);
        assertThat(within.toString()).startsWith("max-min landmarks, ");
    }
}
