package org.crease.inspector.api;

import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.Grid;
import org.crease.inspector.runs.RecordedRun;
import org.crease.inspector.web.Columns;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scalar of a probe over steps and layers: one column of values a layer, null where there is none. Of more steps than are
 * asked for come evenly chosen ones, the first and the last among them.
 */
final class GridResource implements Resource {
    static final int COLUMNS = 400;
    private static final int MOST = 20_000;

    private final Catalogue catalogue;

    GridResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        RecordedRun run = catalogue.run(query.required("run"));
        Grid grid = run.grid(
                query.text("replay").orElse(""),
                query.required("probe"),
                query.required("scalar"),
                query.number("columns", COLUMNS, 2, MOST));
        ObjectNode reply = Json.object();
        reply.put("recorded", grid.recorded());
        ArrayNode times = reply.putArray("step");
        for (long step : grid.steps()) {
            times.add(step);
        }
        ArrayNode names = reply.putArray("layer");
        ArrayNode columns = reply.putArray("value");
        grid.rows().forEach((layer, values) -> {
            names.add(layer);
            ArrayNode column = columns.addArray();
            for (double value : values) {
                Columns.add(column, value);
            }
        });
        return Reply.json(reply);
    }
}
