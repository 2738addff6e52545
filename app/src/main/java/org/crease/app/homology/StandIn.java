package org.crease.app.homology;

import java.util.Arrays;
import java.util.List;
import org.crease.app.homology.output.Addition;
import org.crease.app.homology.output.SixDigits;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.DistanceToMeasure;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Landmarks;
import org.crease.homology.metric.LazyWitness;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.SparseRips;
import org.crease.homology.metric.WeightedSpace;
import org.jspecify.annotations.Nullable;

/**
 * What the Vietoris-Rips engine gets in place of all points and their distances, and how near it comes to them.
 *
 * @param landmarks the points it is on, ascending; null where these are all
 * @param note how near it comes
 */
record StandIn(FiniteMetricSpace space, int @Nullable [] landmarks, Note note) {
    private static final int NU = 1; // of lazy witness complexes, as usual
    private static final String NO_BOUND = "no bound is known without the triangle inequality";

    /** Above the bars and in JSON. */
    record Note(List<String> heading, String json) implements Addition {}

    /**
     * The filtration that was chosen.
     *
     * @param space of all points
     * @param metric whether the triangle inequality holds, on which bounds rest
     */
    static StandIn of(Choice choice, FiniteMetricSpace space, boolean metric) throws InterruptedException {
        return switch (choice.complex()) {
            case RIPS -> ofLandmarks(space, choice.landmarks(), metric);
            case WITNESS -> ofWitnesses(space, choice.landmarks(), metric);
            case SPARSE_RIPS -> sparse(space, choice.epsilon());
            case DTM_RIPS -> weighted(space, choice.neighbours());
            case KNN_RIPS -> nearest(space, choice.neighbours());
            case ALPHA, CUBICAL -> throw new IllegalArgumentException(choice.complex() + " is not of distances");
        };
    }

    private static StandIn ofLandmarks(FiniteMetricSpace space, int count, boolean metric) throws InterruptedException {
        Landmarks chosen = ascending(Landmarks.maxMin(space, count, 0));
        double bound = metric ? 2 * chosen.coveringRadius() : Double.POSITIVE_INFINITY;
        String line = metric
                ? "bottleneck distance from the diagrams of all points at most " + SixDigits.of(bound)
                : NO_BOUND;
        Note note = new Note(
                List.of(on(chosen, space), line),
                complex("rips") + members(chosen, space) + ",\"bottleneck_bound\":" + number(bound) + "}");
        return new StandIn(space.subspace(chosen.indices()), chosen.indices(), note);
    }

    private static StandIn ofWitnesses(FiniteMetricSpace space, int count, boolean metric) throws InterruptedException {
        Landmarks chosen = ascending(Landmarks.maxMin(space, count, 0));
        LazyWitness witness = LazyWitness.of(space, chosen, NU);
        double from = metric ? 2 * witness.relaxation() : Double.POSITIVE_INFINITY;
        String bound = metric
                ? "within a factor of 3 of their Vietoris-Rips filtration from scale " + SixDigits.of(from) + " on"
                : NO_BOUND;
        Note note = new Note(
                List.of("lazy witness complex, nu 1, on " + on(chosen, space), bound),
                complex("witness") + members(chosen, space) + ",\"nu\":" + NU + ",\"factor\":"
                        + (metric ? "3.0" : "null") + ",\"from_scale\":" + number(from) + "}");
        return new StandIn(witness.space(), chosen.indices(), note);
    }

    private static StandIn sparse(FiniteMetricSpace space, double epsilon) throws InterruptedException {
        SparseDistances edges = SparseRips.of(space, epsilon);
        Note note = new Note(
                List.of("sparse Vietoris-Rips filtration; births and deaths are at most " + SixDigits.of(1 + epsilon)
                        + " times those of the whole"),
                complex("sparse-rips") + ",\"epsilon\":" + epsilon + ",\"factor\":" + (1 + epsilon) + ",\"edges\":"
                        + edges.pairs() + "}");
        return new StandIn(edges, null, note);
    }

    private static StandIn weighted(FiniteMetricSpace space, int neighbours) throws InterruptedException {
        double[] weights = DistanceToMeasure.ofNeighbours(neighbours).on(space);
        Note note = new Note(
                List.of("Vietoris-Rips filtration weighted by the distance to a measure over " + neighbours
                        + (neighbours == 1 ? " point" : " points")),
                complex("dtm-rips") + ",\"neighbours\":" + neighbours + "}");
        return new StandIn(WeightedSpace.of(space, weights, 1), null, note);
    }

    private static StandIn nearest(FiniteMetricSpace space, int neighbours) throws InterruptedException {
        SparseDistances graph =
                SparseDistances.ofNearest(space, neighbours, SparseDistances.Symmetry.UNION, Kernels.found());
        Note note = new Note(
                List.of("Vietoris-Rips filtration of the graph of " + neighbours
                        + (neighbours == 1 ? " nearest neighbour" : " nearest neighbours")),
                complex("knn-rips") + ",\"neighbours\":" + neighbours + ",\"edges\":" + graph.pairs() + "}");
        return new StandIn(graph, null, note);
    }

    /** So that orientations are the same by either numbers of points. */
    private static Landmarks ascending(Landmarks landmarks) {
        int[] indices = landmarks.indices().clone();
        Arrays.sort(indices);
        return new Landmarks(indices, landmarks.coveringRadius());
    }

    private static String on(Landmarks chosen, FiniteMetricSpace space) {
        return chosen.indices().length + " max-min landmarks of " + space.size() + " points, covering radius "
                + SixDigits.of(chosen.coveringRadius());
    }

    private static String complex(String name) {
        return "\"complex\":{\"name\":\"" + name + "\"";
    }

    private static String members(Landmarks chosen, FiniteMetricSpace space) {
        return ",\"points\":" + space.size() + ",\"landmarks\":"
                + Arrays.toString(chosen.indices()).replace(" ", "") + ",\"covering_radius\":"
                + number(chosen.coveringRadius());
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "null" : Double.toString(value);
    }
}
