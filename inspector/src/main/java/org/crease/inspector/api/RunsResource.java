package org.crease.inspector.api;

import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.RecordedRun;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.Manifest;
import org.crease.runlog.storage.FormatException;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The table of all runs. */
final class RunsResource implements Resource {
    private final Catalogue catalogue;

    RunsResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        ObjectNode reply = Json.object();
        ArrayNode rows = reply.putArray("runs");
        for (String name : catalogue.names()) {
            rows.add(row(name));
        }
        return Reply.json(reply);
    }

    private ObjectNode row(String name) {
        ObjectNode row = Json.object();
        row.put("run", name);
        try {
            RecordedRun run = catalogue.run(name);
            Manifest manifest = run.manifest();
            row.put("status", Statuses.of(manifest, run.held()));
            row.put("continuity", manifest.continuity());
            row.put("step", manifest.step());
            row.put("updated", manifest.updated().toString());
            Json.putNumbers(row, "metrics", manifest.metrics());
        } catch (FormatException damaged) {
            row.put("status", "unreadable");
            row.put("problem", damaged.getMessage());
        }
        return row;
    }
}
