package org.crease.trainer.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.crease.runlog.RunLock;
import org.crease.runlog.storage.Confined;
import org.crease.runlog.storage.Directories;
import org.crease.runlog.storage.Fields;
import org.crease.runlog.storage.Json;
import org.crease.runlog.storage.JsonLines;
import org.crease.runlog.storage.TooNewException;
import org.crease.trainer.sweep.plan.Cell;
import org.crease.trainer.sweep.plan.Measurement;
import org.crease.trainer.sweep.plan.SweepPlan;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results of a sweep on disk, repetition by repetition, so that a sweep which was stopped or killed goes on where it was:
 * {@code sweep.json} says which sweep it is, {@code results.jsonl} has a line with a checksum for each repetition. A line that a
 * kill tore is dropped, and its repetition done again.
 */
final class ResultLog implements AutoCloseable {
    static final int FORMAT = 1;
    private static final int LONGEST_HEAD = 1 << 20;
    private static final long SYNC = TimeUnit.SECONDS.toNanos(2);
    private static final long HELD = TimeUnit.MILLISECONDS.toNanos(100);

    private final RunLock lock;
    private final JsonLines lines;
    private final List<ObjectNode> held = new ArrayList<>();
    private long written = System.nanoTime();
    private long synced = written;

    private ResultLog(RunLock lock, JsonLines lines) {
        this.lock = lock;
        this.lines = lines;
    }

    /**
     * Opens a sweep's directory, or makes it.
     *
     * @throws IllegalArgumentException when it holds another sweep
     */
    static ResultLog open(SweepPlan plan, Path directory) {
        Directories.create(directory);
        RunLock lock = RunLock.acquire(directory);
        try {
            identify(plan, directory, directory.resolve("sweep.json"));
            return new ResultLog(lock, new JsonLines(directory, directory.resolve("results.jsonl")));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void identify(SweepPlan plan, Path directory, Path head) {
        if (!Files.exists(head)) {
            ObjectNode object = Json.object();
            object.put("format", FORMAT);
            object.put("name", plan.config().name());
            object.put("settings", plan.identity());
            Json.write(head, object);
            return;
        }
        Fields fields = Json.parse(Confined.read(directory, head, LONGEST_HEAD), head, "");
        if (fields.integer("format") > FORMAT) {
            throw new TooNewException(head, fields.integer("format"), FORMAT);
        } else if (!fields.text("settings").equals(plan.identity())) {
            throw new IllegalArgumentException(directory + " holds another sweep, " + fields.text("name")
                    + " with other settings; take another directory with --out, or remove this one");
        }
    }

    /** The measurements that are there, by the name of their cell and their repetition. */
    Map<String, Map<Integer, List<Measurement>>> read() {
        Map<String, Map<Integer, List<Measurement>>> results = new HashMap<>();
        lines.read(fields -> {
            List<Measurement> measured = new ArrayList<>();
            fields.numbers("values").forEach((key, value) -> measured.add(Measurement.of(key, value)));
            return results.computeIfAbsent(fields.text("cell"), unused -> new HashMap<>())
                    .put(fields.smallInteger("repetition"), measured);
        });
        return results;
    }

    /**
     * Takes one repetition's measurements. They are written within a tenth of a second of the next ones, surely on the device two
     * seconds later, and both after {@link #close}.
     */
    synchronized void append(Cell cell, int repetition, List<Measurement> measured) {
        Map<String, Double> values = new LinkedHashMap<>();
        measured.forEach(one -> values.put(one.key(), one.value()));
        ObjectNode object = Json.object();
        object.put("cell", cell.name());
        object.put("repetition", repetition);
        Json.putNumbers(object, "values", values);
        held.add(object);
        if (System.nanoTime() - written > HELD) {
            write();
        }
    }

    private void write() {
        boolean due = System.nanoTime() - synced > SYNC;
        lines.append(held, due);
        held.clear();
        written = System.nanoTime();
        synced = due ? written : synced;
    }

    @Override
    public synchronized void close() {
        try (lock;
                lines) {
            write();
        }
    }
}
