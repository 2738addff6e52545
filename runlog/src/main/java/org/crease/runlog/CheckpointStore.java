package org.crease.runlog;

import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crease.probes.Array;
import org.crease.runlog.npy.ArrayBytes;
import org.crease.runlog.storage.AtomicFile;
import org.crease.runlog.storage.Confined;
import org.crease.runlog.storage.CorruptFileException;
import org.crease.runlog.storage.Digests;
import org.crease.runlog.storage.Directories;
import org.crease.runlog.storage.Fields;
import org.crease.runlog.storage.Json;
import org.crease.runlog.storage.JsonLines;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code checkpoints/}: a file a checkpoint and {@code index.jsonl}. A checkpoint counts once its line is in the index, and
 * that line is written after its file, and all metrics, findings and events before it, are on the device. Thread-safe.
 */
public final class CheckpointStore {
    private final Path root;
    private final Path directory;
    private final Path index;
    private final JsonLines lines;
    private final Runnable logs;

    /** @param logs forces the run's other logs to the device */
    CheckpointStore(Path root, Runnable logs) {
        this.root = root;
        this.directory = root.resolve("checkpoints");
        this.index = directory.resolve("index.jsonl");
        this.lines = new JsonLines(root, index);
        this.logs = logs;
    }

    /**
     * Writes a checkpoint; on return it is durable.
     *
     * @param score what {@link #keep} may rank by, or null
     * @throws IllegalStateException when the index has one of this step that was not removed
     */
    public synchronized CheckpointEntry write(Checkpoint checkpoint, @Nullable Double score) {
        CheckpointEntry there = byStep().get(checkpoint.step());
        if (there != null && !there.removed()) {
            throw new IllegalStateException(
                    "a checkpoint of step " + checkpoint.step() + " is in " + index + " already");
        }
        Directories.create(directory);
        String name = StepNames.checkpoint(checkpoint.step());
        MessageDigest digest = Digests.sha256();
        AtomicFile.write(directory.resolve(name), out -> {
            OutputStream digesting = new DigestOutputStream(out, digest);
            CheckpointFile.write(checkpoint, digesting);
        });
        CheckpointEntry entry = new CheckpointEntry(
                checkpoint.step(),
                checkpoint.epoch(),
                name,
                Digests.hex(digest),
                parametersSha256(checkpoint.parameters()),
                score,
                false);
        logs.run();
        append(List.of(entry));
        return entry;
    }

    /** The checkpoints by ascending step, removed ones included; none when there is no index. */
    public List<CheckpointEntry> entries() {
        return List.copyOf(byStep().values());
    }

    /**
     * Reads a checkpoint.
     *
     * @throws CorruptFileException when the file is missing, differs from what the index says, or is damaged
     * @throws IllegalArgumentException when it was removed
     */
    public Checkpoint read(CheckpointEntry entry) {
        if (entry.removed()) {
            throw new IllegalArgumentException("checkpoint of step " + entry.step() + " was removed to save space");
        }
        verify(entry);
        Path file = Confined.resolve(directory, entry.file(), index);
        Checkpoint checkpoint = CheckpointFile.read(root, file);
        if (checkpoint.step() != entry.step()
                || !parametersSha256(checkpoint.parameters()).equals(entry.parametersSha256())) {
            throw new CorruptFileException(
                    file,
                    "",
                    "is of step " + checkpoint.step() + " or has other parameters than the index says of step "
                            + entry.step());
        }
        return checkpoint;
    }

    /** Checks that a checkpoint's file has the SHA-256 that the index says. */
    public void verify(CheckpointEntry entry) {
        Path file = Confined.resolve(directory, entry.file(), index);
        String actual = Digests.sha256(root, file);
        if (!actual.equals(entry.sha256())) {
            throw new CorruptFileException(file, "", "has SHA-256 " + actual + ", expected " + entry.sha256());
        }
    }

    /** Forgets and deletes the checkpoints of later steps, and files that a dead writer left outside the index. */
    public synchronized void removeAfter(long step) {
        lines.retain(line -> line.integer("step") <= step);
        deleteUnnamed();
    }

    /**
     * Deletes the files of checkpoints that {@code wanted} rejects; the newest always stays. Nothing is deleted unless the
     * newest is whole on disk. The index keeps a line for each, marked removed before its file goes.
     */
    public synchronized void keep(Predicate<CheckpointEntry> wanted) {
        List<CheckpointEntry> present = new ArrayList<>(entries());
        present.removeIf(CheckpointEntry::removed);
        if (present.isEmpty()) {
            return;
        }
        CheckpointEntry newest = present.remove(present.size() - 1);
        present.removeIf(wanted);
        if (present.isEmpty()) {
            return;
        }
        verify(newest);
        append(present.stream().map(CheckpointEntry::asRemoved).toList());
        deleteUnnamed();
    }

    /** SHA-256 of an array's little-endian bytes, as in {@code parameters_sha256}. */
    public static String parametersSha256(Array parameters) {
        MessageDigest digest = Digests.sha256();
        ArrayBytes.update(digest, parameters);
        return Digests.hex(digest);
    }

    private void append(List<CheckpointEntry> entries) {
        lines.append(entries.stream().map(CheckpointStore::line).toList(), true);
    }

    private void deleteUnnamed() {
        Set<String> named = entries().stream()
                .filter(entry -> !entry.removed())
                .map(CheckpointEntry::file)
                .collect(Collectors.toSet());
        for (Path file : Directories.list(directory)) {
            boolean ours = StepNames.isCheckpoint(file) || AtomicFile.isTemporary(file);
            if (ours && !named.contains(file.getFileName().toString())) {
                Pruning.delete(file);
            }
        }
    }

    private Map<Long, CheckpointEntry> byStep() {
        Map<Long, CheckpointEntry> entries = new TreeMap<>();
        lines.read(CheckpointStore::parse).forEach(entry -> entries.put(entry.step(), entry));
        return entries;
    }

    void close() {
        lines.close();
    }

    private static ObjectNode line(CheckpointEntry entry) {
        ObjectNode object = Json.object();
        object.put("step", entry.step());
        object.put("epoch", entry.epoch());
        object.put("file", entry.file());
        object.put("sha256", entry.sha256());
        object.put("parameters_sha256", entry.parametersSha256());
        Double score = entry.score();
        if (score != null) {
            Json.putNumber(object, "score", score);
        }
        object.put("removed", entry.removed());
        return object;
    }

    private static CheckpointEntry parse(Fields line) {
        return new CheckpointEntry(
                line.integer("step"),
                line.smallInteger("epoch"),
                line.text("file"),
                line.text("sha256"),
                line.text("parameters_sha256"),
                line.numberOrNull("score"),
                line.flag("removed"));
    }
}
