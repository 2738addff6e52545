package org.crease.app.homology;

import java.util.ArrayList;
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
 * @param name of the file
 * @param input what was read
 * @param space as the engine got it
 */
record Heading(String name, Input input, FiniteMetricSpace space, Diagrams diagrams) {

    /** In the words of Ripser. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (input instanceof Input.Points points) {
            lines.add("point cloud with " + points.size() + " points in dimension "
                    + points.cloud().dimension());
        }
        if (space instanceof SparseDistances sparse) {
            lines.add(sparse(sparse.pairs()));
        } else if (space instanceof DistanceMatrix matrix) {
            lines.addAll(lines(matrix));
        }
        return lines;
    }

    private List<String> lines(DistanceMatrix matrix) {
        float least = Float.POSITIVE_INFINITY;
        float most = 0;
        long joined = 0;
        for (int k = 0; k < matrix.pairs(); k++) {
            float distance = matrix.entry(k);
            least = Math.min(least, distance);
            most = distance < Float.POSITIVE_INFINITY ? Math.max(most, distance) : most;
            joined += distance <= diagrams.threshold() ? 1 : 0;
        }
        String dense = "distance matrix with " + matrix.size() + " points";
        if (matrix.pairs() == 0) {
            return List.of(dense);
        }
        String range = "value range: [" + SixDigits.of(least) + "," + SixDigits.of(most) + "]";
        String end = SixDigits.of(diagrams.threshold());
        return List.of(
                range, diagrams.complete() ? dense + ", using threshold at enclosing radius " + end : sparse(joined));
    }

    private String sparse(long entries) {
        long size = space.size();
        return "sparse distance matrix with " + size + " points and " + entries + "/" + size * (size - 1) / 2
                + " entries";
    }

    /** For people, in one line. */
    String line() {
        String what = input instanceof Input.Points points
                ? " points in dimension " + points.cloud().dimension()
                : " points";
        String end = Numbers.value(diagrams.threshold());
        return Printable.of(name) + ": " + Numbers.count(input.size()) + what + "; over Z/" + diagrams.field()
                + (diagrams.complete()
                        ? ", the whole filtration (nothing happens past " + end + ")"
                        : ", up to scale " + end);
    }
}
