package org.crease.inspector.api;

import java.util.Map;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.Row;
import org.crease.inspector.runs.Table;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.Manifest;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table of all runs, or what has changed of it since a version that the asker has seen. */
final class RunsResource implements Resource {
    private final Catalogue catalogue;

    RunsResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        Table table = catalogue.table(query.text("since").isPresent() ? query.number("since") : 0);
        ObjectNode reply = Json.object();
        reply.put("version", table.version());
        reply.put("whole", table.whole());
        ArrayNode rows = reply.putArray("runs");
        table.rows().forEach(row -> rows.add(row(row)));
        ArrayNode gone = reply.putArray("gone");
        table.gone().forEach(gone::add);
        ArrayNode problems = reply.putArray("problems");
        table.problems().forEach(problems::add);
        return Reply.json(reply);
    }

    private static ObjectNode row(Row row) {
        ObjectNode node = Json.object();
        node.put("run", row.name());
        node.put("status", row.status());
        Manifest manifest = row.manifest();
        if (manifest != null) {
            node.put("continuity", manifest.continuity());
            node.put("seed", manifest.seed());
            node.put("created", manifest.created().toString());
            node.put("updated", manifest.updated().toString());
            node.put("reason", manifest.reason());
        }
        node.put("task", row.task());
        node.put("network", row.network());
        node.put("step", row.step());
        Json.putNumbers(node, "metrics", manifest == null ? Map.of() : row.metrics());
        ArrayNode tags = node.putArray("tags");
        row.marks().tags().forEach(tags::add);
        node.put("pinned", row.marks().pinned());
        node.put("hidden", row.marks().hidden());
        node.put("problem", row.problem());
        return node;
    }
}
