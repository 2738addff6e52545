package org.crease.inspector.api;

import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.Metric;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A metric over steps, in columns. What is no number is null. */
final class MetricsResource implements Resource {
    private final Catalogue catalogue;

    MetricsResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        String name = query.required("metric");
        ObjectNode reply = Json.object();
        ArrayNode steps = reply.putArray("step");
        ArrayNode values = reply.putArray("value");
        for (Metric metric : catalogue.run(query.required("run")).metrics()) {
            if (metric.name().equals(name)) {
                steps.add(metric.step());
                Columns.add(values, metric.value());
            }
        }
        return Reply.json(reply);
    }
}
