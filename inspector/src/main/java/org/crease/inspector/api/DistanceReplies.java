package org.crease.inspector.api;

import java.util.List;
import org.crease.inspector.distances.Diagram;
import org.crease.inspector.distances.DistanceKind;
import org.crease.inspector.distances.DistanceTable;
import org.crease.inspector.web.Columns;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Reply;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A matrix of distances in JSON: null where there is no diagram or was no time, {@code "Infinity"} for what no matching joins. */
final class DistanceReplies {
    private static final int MOST = 64;
    private static final int MOST_DIMENSIONS = 100;

    private DistanceReplies() {}

    /** The homology dimension that is asked for, 1 by default. */
    static int dimension(Query query) {
        return query.number("dimension", 1, 0, MOST_DIMENSIONS);
    }

    /**
     * Distances between diagrams by name.
     *
     * @throws RefusedException when there are none or too many
     */
    static Reply of(List<String> names, List<Diagram> diagrams, Query query, DistanceTable table) {
        if (diagrams.isEmpty()) {
            throw RefusedException.missing("there are no findings of that probe at that step");
        }
        if (diagrams.size() > MOST) {
            throw RefusedException.bad(diagrams.size() + " diagrams, at most " + MOST + " are compared at once");
        }
        DistanceKind kind = DistanceKind.of(query.text("kind").orElse(DistanceKind.SLICED_WASSERSTEIN.word()));
        DistanceTable.Answer answer = table.between(diagrams, kind);
        ObjectNode reply = Json.object();
        reply.put("kind", kind.word());
        reply.put("complete", answer.complete());
        ArrayNode labels = reply.putArray("name");
        names.forEach(labels::add);
        ArrayNode steps = reply.putArray("step");
        diagrams.forEach(diagram -> steps.add(diagram.finding().step()));
        ArrayNode dimensions = reply.putArray("dimensions");
        diagrams.get(0).dimensions().forEach(dimensions::add);
        ArrayNode rows = reply.putArray("value");
        for (double[] row : answer.values()) {
            ArrayNode cells = rows.addArray();
            for (double value : row) {
                cell(cells, value);
            }
        }
        return Reply.json(reply);
    }

    private static void cell(ArrayNode cells, double value) {
        if (Double.isInfinite(value)) {
            cells.add(Double.toString(value));
        } else {
            Columns.add(cells, value);
        }
    }
}
