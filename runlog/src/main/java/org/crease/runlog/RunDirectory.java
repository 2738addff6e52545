package org.crease.runlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.crease.runlog.events.EventLog;
import org.crease.runlog.storage.AtomicFile;
import org.crease.runlog.storage.Confined;
import org.crease.runlog.storage.Directories;
import org.crease.runlog.storage.Printable;
import org.jspecify.annotations.Nullable;

/**
 * A run on disk. Its files and what they survive are described in {@code docs/run-directory.md}. Opening reads the manifest
 * alone; each log is opened when it is first asked for something. Any number of processes may read; a writer holds the
 * {@link #lock()}.
 */
public final class RunDirectory implements AutoCloseable {
    /** Format version that is written, and the only one that is read so far. */
    public static final int FORMAT = 1;

    private static final int CONFIG_LIMIT = 4 << 20;
    private static final int MOST_TWINS = 100_000;
    private static final String CONFIG = "config.yaml";
    private static final String REPLAYS = "replays";

    private final Path path;
    private final MetricsLog metrics;
    private final FindingsLog findings;
    private final EventLog events;
    private final CheckpointStore checkpoints;
    private final TextLog text;
    private final Map<String, FindingsLog> replays = new ConcurrentHashMap<>();

    private RunDirectory(Path path) {
        this.path = path;
        this.metrics = new MetricsLog(path);
        this.findings = new FindingsLog(path, path);
        this.events = new EventLog(path);
        this.checkpoints = new CheckpointStore(path, this::sync);
        this.text = new TextLog(path);
    }

    /**
     * Makes a directory for a new run: {@code runs/name}, or {@code runs/name-2}, {@code -3} ... when that is taken. Two
     * processes that ask at once get two directories. It is a run once its manifest is written.
     *
     * @throws IllegalArgumentException when the name is not a plain directory name
     */
    public static RunDirectory create(Path runs, String name) {
        Names.check("run name", name);
        Directories.create(runs);
        try {
            Path real = runs.toRealPath();
            Path made = claim(real, name);
            Directories.sync(real);
            return new RunDirectory(made);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make run " + name + " in " + Printable.of(runs.toString()) + ": " + e, e);
        }
    }

    /**
     * Opens a run that is there.
     *
     * @throws NotARunException when the path is no directory or has no manifest
     * @throws org.crease.runlog.storage.FormatException when the manifest is damaged, too old or too new
     */
    public static RunDirectory open(Path run) {
        if (!Files.isDirectory(run)) {
            throw new NotARunException(run, Files.exists(run) ? "it is not a directory" : "there is nothing there");
        }
        if (!Files.exists(run.resolve(ManifestFile.NAME), LinkOption.NOFOLLOW_LINKS)) {
            throw new NotARunException(run, "it has no " + ManifestFile.NAME);
        }
        try {
            RunDirectory directory = new RunDirectory(run.toRealPath());
            directory.manifest();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open run " + Printable.of(run.toString()) + ": " + e, e);
        }
    }

    /**
     * The manifest of a run, for whoever wants nothing else of it.
     *
     * @throws org.crease.runlog.storage.FormatException when it is missing, damaged, too old or too new
     */
    public static Manifest manifestOf(Path run) {
        return ManifestFile.read(run);
    }

    /** The directory, absolute and without links. */
    public Path path() {
        return path;
    }

    /** The directory's name. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Reads the manifest anew. */
    public Manifest manifest() {
        return ManifestFile.read(path);
    }

    /** Replaces the manifest, durably. */
    public void write(Manifest manifest) {
        if (manifest.format() != FORMAT) {
            throw new IllegalArgumentException(
                    "manifest of format " + manifest.format() + ", " + FORMAT + " is written");
        }
        ManifestFile.write(path, manifest);
    }

    /** The resolved configuration, as YAML. */
    public String config() {
        return new String(Confined.read(path, path.resolve(CONFIG), CONFIG_LIMIT), StandardCharsets.UTF_8);
    }

    /** Writes the resolved configuration, durably. */
    public void writeConfig(String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(path.resolve(CONFIG), out -> out.write(bytes));
    }

    /** Keeps the probe set with the run, durably; replaces what was kept before. */
    public void write(RecordedProbeSet probeSet) {
        ProbeSetFile.write(path, probeSet);
    }

    /**
     * The probe set; empty for a run that kept none. Read anew at each call, all at once.
     *
     * @throws org.crease.runlog.storage.CorruptFileException when the file is damaged
     */
    public Optional<RecordedProbeSet> probeSet() {
        return ProbeSetFile.read(path);
    }

    /** Whether the run kept its probe set. */
    public boolean keepsProbeSet() {
        return ProbeSetFile.exists(path);
    }

    /**
     * The npz of the probe set as it lies on disk, for handing on; empty for a run that kept none.
     *
     * @throws org.crease.runlog.storage.CorruptFileException when it is larger than 256 MiB
     */
    public Optional<byte[]> probeSetFile() {
        return ProbeSetFile.bytes(path);
    }

    /**
     * Takes the right to write in this run.
     *
     * @throws RunLockedException when somebody has it
     */
    public RunLock lock() {
        return RunLock.acquire(path);
    }

    /** The living process that writes in this run, or null. */
    public RunLock.@Nullable Holder holder() {
        return RunLock.holder(path);
    }

    public MetricsLog metrics() {
        return metrics;
    }

    public FindingsLog findings() {
        return findings;
    }

    public CheckpointStore checkpoints() {
        return checkpoints;
    }

    public EventLog events() {
        return events;
    }

    /** What happened to the run, in words. */
    public TextLog text() {
        return text;
    }

    /** Names of the replays, sorted. */
    public List<String> replays() {
        return Directories.list(path.resolve(REPLAYS)).stream()
                .filter(replay -> Files.isRegularFile(replay.resolve("findings.jsonl"), LinkOption.NOFOLLOW_LINKS))
                .map(replay -> replay.getFileName().toString())
                .toList();
    }

    /**
     * The findings of a replay; its directory is made on the first append.
     *
     * @throws IllegalArgumentException when the name is not a plain directory name
     */
    public FindingsLog replay(String name) {
        Names.check("replay name", name);
        return replays.computeIfAbsent(
                name, key -> new FindingsLog(path, path.resolve(REPLAYS).resolve(key)));
    }

    /**
     * Brings every log back to a step, as a resumed run does before it goes on from the checkpoint of that step: later
     * metrics, findings and checkpoints go, readers of the event file are told to forget later events. Replays stay.
     */
    public void rewindTo(long step) {
        checkpoints.removeAfter(step);
        metrics.truncateAfter(step);
        findings.truncateAfter(step);
        events.resumeAfter(step);
    }

    /** Forces every log to the device. Each checkpoint does. */
    public void sync() {
        metrics.sync();
        findings.sync();
        replays.values().forEach(FindingsLog::sync);
        events.sync();
    }

    /** Forces every log to the device and closes it; a later append opens it again. */
    @Override
    public void close() {
        metrics.close();
        findings.close();
        replays.values().forEach(FindingsLog::close);
        events.close();
        text.close();
        checkpoints.close();
    }

    private static Path claim(Path runs, String name) throws IOException {
        FileAlreadyExistsException taken = null;
        for (int i = 1; i <= MOST_TWINS; i++) {
            try {
                return Files.createDirectory(runs.resolve(i == 1 ? name : name + "-" + i));
            } catch (FileAlreadyExistsException e) {
                taken = e;
            }
        }
        throw new IOException(name + " and " + MOST_TWINS + " numbered names are taken", taken);
    }
}
