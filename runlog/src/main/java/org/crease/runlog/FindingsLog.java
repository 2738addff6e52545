package org.crease.runlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crease.probes.Finding;
import org.crease.runlog.npy.Npz;
import org.crease.runlog.storage.Confined;
import org.crease.runlog.storage.Directories;
import org.crease.runlog.storage.Fields;
import org.crease.runlog.storage.Json;
import org.crease.runlog.storage.JsonLines;
import org.crease.runlog.storage.Printable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code findings.jsonl} and the arrays under {@code findings/}. The npz is durable before the line that names it is
 * written, so a line never names a file that is not there. Thread-safe: files are written side by side, lines one by one.
 */
public final class FindingsLog implements AutoCloseable {
    private static final String FINDINGS = "findings";
    private static final int LARGEST_FILE = 1 << 30;

    private final Path root;
    private final Path index;
    private final JsonLines lines;
    private @Nullable Set<String> taken;

    FindingsLog(Path run, Path root) {
        this.root = root;
        this.index = root.resolve("findings.jsonl");
        this.lines = new JsonLines(run, index);
    }

    /** The findings in a directory that is no run, made when it is not there: for what was probed without being trained. */
    public static FindingsLog in(Path directory) {
        Directories.create(directory);
        try {
            Path real = directory.toRealPath();
            return new FindingsLog(real, real);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + Printable.of(directory.toString()) + ": " + e, e);
        }
    }

    /** Writes a finding: its arrays, then its line. */
    public void append(Finding finding) {
        String file = reserve(finding);
        Path path = root.resolve(file);
        try {
            Directories.create(root.resolve(FINDINGS).resolve(StepNames.directory(finding.step())));
            Npz.write(path, finding.arrays());
            lines.append(List.of(line(finding, file)), false);
        } catch (RuntimeException | Error e) {
            release(file);
            throw e;
        }
    }

    /** All findings, in the order in which they were written; none when there is no file. */
    public List<FindingEntry> entries() {
        return lines.read(FindingsLog::parse);
    }

    /**
     * The finding whose line lies at a place of the file.
     *
     * @throws org.crease.runlog.storage.CorruptFileException when there is none, or it is damaged
     */
    public FindingEntry entry(long offset, int length) {
        return parse(JsonLines.at(root, index, offset, length));
    }

    /**
     * Reads a finding with its arrays.
     *
     * @throws org.crease.runlog.storage.CorruptFileException when the npz is missing or damaged
     */
    public Finding read(FindingEntry entry) {
        Path file = Confined.resolve(root, entry.arrays(), index);
        return new Finding(
                entry.step(), entry.layer(), entry.probe(), entry.summary(), Npz.read(root, file), entry.notes());
    }

    /**
     * The npz of a finding as it lies on disk, for handing on.
     *
     * @throws org.crease.runlog.storage.CorruptFileException when it is missing or larger than 1 GiB
     */
    public byte[] file(FindingEntry entry) {
        return Confined.read(root, Confined.resolve(root, entry.arrays(), index), LARGEST_FILE);
    }

    /** Drops the findings of later steps: their lines first, then their files, and files that no line names. */
    public synchronized void truncateAfter(long step) {
        lines.retain(line -> line.integer("step") <= step);
        taken = null;
        Set<String> named = taken();
        for (Path directory : Directories.list(root.resolve(FINDINGS))) {
            if (StepNames.isDirectory(directory)) {
                Pruning.deleteUnnamed(root, directory, named);
            }
        }
    }

    /** Forces the lines appended so far to the device. */
    public void sync() {
        lines.sync();
    }

    @Override
    public void close() {
        lines.close();
    }

    private synchronized String reserve(Finding finding) {
        String stem = FINDINGS + "/" + StepNames.directory(finding.step()) + "/" + Names.file(finding.layer(), true)
                + "." + Names.file(finding.probe(), false);
        String file = stem + ".npz";
        for (int i = 2; !taken().add(file.toLowerCase(Locale.ROOT)); i++) {
            file = stem + "-" + i + ".npz";
        }
        return file;
    }

    private synchronized void release(String file) {
        taken().remove(file.toLowerCase(Locale.ROOT));
    }

    private synchronized Set<String> taken() {
        Set<String> files = taken;
        if (files == null) {
            files = new HashSet<>();
            for (FindingEntry entry : entries()) {
                files.add(entry.arrays().toLowerCase(Locale.ROOT));
            }
            taken = files;
        }
        return files;
    }

    private static ObjectNode line(Finding finding, String file) {
        ObjectNode object = Json.object();
        object.put("step", finding.step());
        object.put("layer", finding.layer());
        object.put("probe", finding.probe());
        Json.putNumbers(object, "summary", finding.summary());
        ArrayNode notes = object.putArray("notes");
        finding.notes().forEach(notes::add);
        object.put("arrays", file);
        return object;
    }

    private static FindingEntry parse(Fields line) {
        return new FindingEntry(
                line.integer("step"),
                line.text("layer"),
                line.text("probe"),
                line.numbers("summary"),
                line.has("notes") ? line.textList("notes") : List.of(),
                line.text("arrays"));
    }
}
