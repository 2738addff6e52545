package org.crease.inspector.logs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crease.inspector.runs.Points;
import org.crease.inspector.web.Columns;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.logdir.EventAccumulator;
import org.crease.runlog.logdir.Histogram;
import org.crease.runlog.logdir.LoggedRun;
import org.crease.runlog.logdir.Problem;
import org.crease.runlog.logdir.Scalars;
import org.crease.runlog.logdir.Tag;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page can ask about TensorBoard logs of others. */
public final class LogResources {
    private static final int MOST_POINTS = 2000;
    private static final int MOST_HISTOGRAMS = 200;

    private final ForeignLogs logs;

    private LogResources(ForeignLogs logs) {
        this.logs = logs;
    }

    /** Questions by path. */
    public static Map<String, Resource> of(ForeignLogs logs) {
        LogResources resources = new LogResources(logs);
        return Map.of(
                "/api/logs", resources::all,
                "/api/log", resources::tags,
                "/api/log-scalars", resources::scalars,
                "/api/log-histograms", resources::histograms);
    }

    private Reply all(Query unused) {
        ObjectNode reply = Json.object();
        ArrayNode array = reply.putArray("logs");
        for (LoggedRun log : logs.list()) {
            ObjectNode node = array.addObject();
            node.put("log", log.name());
            node.put("files", log.files());
            node.put("bytes", log.bytes());
            node.put("modified", log.modified().toString());
        }
        return Reply.json(reply);
    }

    private Reply tags(Query query) {
        EventAccumulator log = logs.log(query.required("log"));
        ObjectNode reply = Json.object();
        ArrayNode array = reply.putArray("tags");
        for (Tag tag : log.tags()) {
            ObjectNode node = array.addObject();
            node.put("tag", tag.name());
            node.put("kind", tag.kind().name().toLowerCase(Locale.ROOT));
            node.put("points", tag.logged());
            node.put("step", tag.step());
        }
        ArrayNode problems = reply.putArray("problems");
        for (Problem problem : log.problems()) {
            problems.add(problem.file() + ", byte " + problem.offset() + ": " + problem.reason());
        }
        return Reply.json(reply);
    }

    private Reply scalars(Query query) {
        EventAccumulator log = logged(query, Tag.Kind.SCALAR);
        Scalars scalars = log.scalars(query.required("tag"));
        Points points = Points.of(scalars.step(), scalars.value(), MOST_POINTS);
        ObjectNode reply = Json.object();
        reply.put("recorded", points.recorded());
        ArrayNode steps = reply.putArray("step");
        for (long step : points.steps()) {
            steps.add(step);
        }
        Columns.addAll(reply.putArray("value"), points.values());
        return Reply.json(reply);
    }

    private Reply histograms(Query query) {
        EventAccumulator log = logged(query, Tag.Kind.HISTOGRAM);
        List<Histogram> all = log.histograms(query.required("tag"));
        ObjectNode reply = Json.object();
        reply.put("recorded", all.size());
        ArrayNode array = reply.putArray("histograms");
        int shown = Math.min(all.size(), MOST_HISTOGRAMS);
        for (int i = 0; i < shown; i++) {
            Histogram histogram = all.get(shown == 1 ? 0 : i * (all.size() - 1) / (shown - 1));
            ObjectNode node = array.addObject();
            node.put("step", histogram.step());
            Columns.addAll(node.putArray("left"), histogram.left());
            Columns.addAll(node.putArray("right"), histogram.right());
            Columns.addAll(node.putArray("count"), histogram.count());
        }
        return Reply.json(reply);
    }

    private EventAccumulator logged(Query query, Tag.Kind kind) {
        EventAccumulator log = logs.log(query.required("log"));
        String name = query.required("tag");
        if (log.tags().stream().noneMatch(tag -> tag.name().equals(name) && tag.kind() == kind)) {
            throw RefusedException.missing("the log has nothing of that kind under that name");
        }
        return log;
    }
}
