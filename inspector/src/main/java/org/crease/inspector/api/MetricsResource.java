package org.crease.inspector.api;

import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.Points;
import org.crease.inspector.web.Columns;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A metric over steps, in columns. What is no number is null. Of more than a thousand points, or as many as are asked for,
 * come the lowest and the highest of as many buckets as fit.
 */
final class MetricsResource implements Resource {
    private static final int POINTS = 1000;
    private static final int FEWEST = 8;
    private static final int MOST = 20_000;

    private final Catalogue catalogue;

    MetricsResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        int most = query.number("points", POINTS, FEWEST, MOST);
        Points points = catalogue.run(query.required("run")).metric(query.required("metric"), most);
        ObjectNode reply = Json.object();
        reply.put("recorded", points.recorded());
        ArrayNode steps = reply.putArray("step");
        ArrayNode values = reply.putArray("value");
        for (int i = 0; i < points.steps().length; i++) {
            steps.add(points.steps()[i]);
            Columns.add(values, points.values()[i]);
        }
        return Reply.json(reply);
    }
}
