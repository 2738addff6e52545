package org.crease.inspector.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.RecordedRun;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A scalar of a probe over steps and layers: one column of values a layer, null where there is none. */
final class GridResource implements Resource {
    private final Catalogue catalogue;

    GridResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        RecordedRun run = catalogue.run(query.required("run"));
        String probe = query.required("probe");
        String scalar = query.required("scalar");
        TreeSet<Long> steps = new TreeSet<>();
        Map<String, Map<Long, Double>> layers = new LinkedHashMap<>();
        run.manifest().layers().forEach(layer -> layers.put(layer, new TreeMap<>()));
        for (FindingEntry entry : run.findings(query.text("replay").orElse("")).entries()) {
            Double value = entry.summary().get(scalar);
            if (entry.probe().equals(probe) && value != null) {
                steps.add(entry.step());
                layers.computeIfAbsent(entry.layer(), key -> new TreeMap<>()).put(entry.step(), value);
            }
        }
        layers.values().removeIf(Map::isEmpty);
        return Reply.json(grid(new ArrayList<>(steps), layers));
    }

    private static ObjectNode grid(List<Long> steps, Map<String, Map<Long, Double>> layers) {
        ObjectNode reply = Json.object();
        ArrayNode times = reply.putArray("step");
        steps.forEach(times::add);
        ArrayNode names = reply.putArray("layer");
        ArrayNode columns = reply.putArray("value");
        layers.forEach((layer, values) -> {
            names.add(layer);
            ArrayNode column = columns.addArray();
            steps.forEach(step -> Columns.add(column, values.getOrDefault(step, Double.NaN)));
        });
        return reply;
    }
}
