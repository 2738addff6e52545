package org.crease.app.homology;

import java.util.List;
import org.crease.app.homology.input.Input;
import org.crease.app.homology.output.SixDigits;
import org.crease.app.terminal.Numbers;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.SparseDistances;
import org.crease.runlog.storage.Printable;

/**
 * What stands above the bars.
 *
 * @param points in the words of Ripser, as are distances
 * @param distances as the engine got them; none where it got none
 * @param size how many points, or entries of an array, were read
 * @param unit what these are, for people
 */
record Heading(List<String> points, List<String> distances, int size, String unit) {

    /** Of points whose distances do not matter. */
    static Heading of(Input input) {
        return new Heading(points(input), List.of(), input.size(), unit(input));
    }

    /**
     * Of points and their distances.
     *
     * @param space as the engine got it
     */
    static Heading of(Input input, FiniteMetricSpace space, Diagrams diagrams) {
        return new Heading(points(input), distances(space, diagrams), input.size(), unit(input));
    }

    private static List<String> distances(FiniteMetricSpace space, Diagrams diagrams) {
        if (space instanceof SparseDistances sparse) {
            return List.of(sparse(space, sparse.pairs()));
        }
        return space instanceof DistanceMatrix matrix ? lines(matrix, diagrams) : List.of();
    }

    private static List<String> points(Input input) {
        return input instanceof Input.Points points
                ? List.of("point cloud with " + points.size() + " points in dimension "
                        + points.cloud().dimension())
                : List.of();
    }

    private static String unit(Input input) {
        return input instanceof Input.Points points
                ? " points in dimension " + points.cloud().dimension()
                : " points";
    }

    /** What was read, for people. */
    String what() {
        return Numbers.count(size) + unit;
    }

    private static List<String> lines(DistanceMatrix matrix, Diagrams diagrams) {
        String dense = "distance matrix with " + matrix.size() + " points";
        if (matrix.pairs() == 0) {
            return List.of(dense);
        }
        Range range = Range.of(matrix);
        String values = "value range: [" + SixDigits.of(range.least()) + "," + SixDigits.of(range.most()) + "]";
        String end = SixDigits.of(diagrams.threshold());
        return List.of(
                values,
                diagrams.complete()
                        ? dense + ", using threshold at enclosing radius " + end
                        : sparse(matrix, joined(matrix, diagrams.threshold())));
    }

    private static long joined(DistanceMatrix matrix, double threshold) {
        long joined = 0;
        for (int k = 0; k < matrix.pairs(); k++) {
            joined += matrix.entry(k) <= threshold ? 1 : 0;
        }
        return joined;
    }

    private static String sparse(FiniteMetricSpace space, long entries) {
        long size = space.size();
        return "sparse distance matrix with " + size + " points and " + entries + "/" + size * (size - 1) / 2
                + " entries";
    }

    /** For people, in one line. */
    String line(String name, Diagrams diagrams) {
        String end = Numbers.value(diagrams.threshold());
        return Printable.of(name) + ": " + what() + "; over Z/" + diagrams.field()
                + (diagrams.complete()
                        ? ", the whole filtration (nothing happens past " + end + ")"
                        : ", up to scale " + end);
    }
}
