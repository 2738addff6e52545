package org.crease.runlog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crease.runlog.storage.Fields;
import org.crease.runlog.storage.Json;
import org.crease.runlog.storage.JsonLines;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code metrics.jsonl}. A batch has reached the operating system when {@link #append} returns (it survives the death of
 * the process) and the device after {@link #sync}, which every checkpoint calls. Thread-safe.
 */
public final class MetricsLog implements AutoCloseable {
    private final JsonLines lines;

    MetricsLog(Path root) {
        this.lines = new JsonLines(root, root.resolve("metrics.jsonl"));
    }

    /** Appends metrics in one write. */
    public void append(List<Metric> metrics) {
        List<ObjectNode> objects = new ArrayList<>();
        for (Metric metric : metrics) {
            ObjectNode object = Json.object();
            object.put("step", metric.step());
            Json.putNumber(object, "epoch", metric.epoch());
            object.put("name", metric.name());
            Json.putNumber(object, "value", metric.value());
            object.put("time", metric.time().toString());
            objects.add(object);
        }
        lines.append(objects, false);
    }

    /** All metrics, in the order in which they were written; none when there is no file. */
    public List<Metric> read() {
        return lines.read(MetricsLog::parse);
    }

    /** Forces what was appended to the device. */
    public void sync() {
        lines.sync();
    }

    /** Drops the metrics of later steps, as a resumed run does first. */
    public void truncateAfter(long step) {
        lines.retain(line -> line.integer("step") <= step);
    }

    @Override
    public void close() {
        lines.close();
    }

    private static Metric parse(Fields line) {
        return new Metric(
                line.integer("step"),
                line.number("epoch"),
                line.text("name"),
                line.number("value"),
                line.instant("time"));
    }
}
