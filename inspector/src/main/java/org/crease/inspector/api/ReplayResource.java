package org.crease.inspector.api;

import java.util.Map;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a run can be replayed from: its checkpoints, and probes to choose from. */
final class ReplayResource implements Resource {
    private final Catalogue catalogue;
    private final Map<String, String> presets;

    ReplayResource(Catalogue catalogue, Map<String, String> presets) {
        this.catalogue = catalogue;
        this.presets = presets;
    }

    @Override
    public Reply answer(Query query) {
        ObjectNode reply = Json.object();
        ArrayNode checkpoints = reply.putArray("checkpoints");
        for (CheckpointEntry entry : catalogue.run(query.required("run")).checkpoints()) {
            if (!entry.removed()) {
                checkpoints.addObject().put("step", entry.step()).put("epoch", entry.epoch());
            }
        }
        ArrayNode choices = reply.putArray("presets");
        presets.forEach((name, yaml) -> choices.addObject().put("name", name).put("probes", yaml));
        return Reply.json(reply);
    }
}
