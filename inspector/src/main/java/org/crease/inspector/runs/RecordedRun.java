package org.crease.inspector.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.storage.LineTail;
import org.jspecify.annotations.Nullable;

/**
 * One run, as far as it has been written. Its logs are read once, and read on when they have grown; what is kept of them is
 * columns of numbers, 24 bytes a finding, 8 a scalar of it and 16 a metric. Thread-safe.
 */
public final class RecordedRun {
    private final String name;
    private final RunDirectory directory;
    private final LineTail metricsTail;
    private final MetricIndex metrics = new MetricIndex();
    private final Map<String, FindingTable> findings = new LinkedHashMap<>();
    private List<Object> seen = List.of();
    private long version;

    RecordedRun(String name, Path path, long version) {
        this.name = name;
        this.version = version;
        this.directory = RunDirectory.open(path);
        this.metricsTail = new LineTail(directory.path(), directory.path().resolve("metrics.jsonl"));
        findings.put("", new FindingTable(directory.path(), directory.path(), directory.findings()));
    }

    public String name() {
        return name;
    }

    /** The run's directory. */
    public Path path() {
        return directory.path();
    }

    public Manifest manifest() {
        return directory.manifest();
    }

    /** Where it stands, in a word: running, died, stopped, failed or done. */
    public String status() {
        return RunStatus.of(manifest(), held());
    }

    /** Whether a living process writes in it. */
    public boolean held() {
        return directory.holder() != null;
    }

    public String config() {
        return directory.config();
    }

    /** Whether the run kept the samples that its probes look at. */
    public boolean keepsProbeSet() {
        return directory.keepsProbeSet();
    }

    /**
     * The samples that the run's probes look at, as npz.
     *
     * @throws RefusedException when it kept none
     */
    public byte[] probeSet() {
        return directory.probeSetFile().orElseThrow(() -> RefusedException.missing("the run kept no probe set"));
    }

    public List<String> replays() {
        return directory.replays();
    }

    public List<CheckpointEntry> checkpoints() {
        return directory.checkpoints().entries();
    }

    /** A number that grows whenever anything was written to the run since it was asked last. Costs a few looks at files. */
    public synchronized long version() {
        boolean changed = metricsTail.read(metrics);
        for (FindingTable table : findings.values()) {
            changed |= table.refresh();
        }
        List<Object> now = List.of(held(), replays(), modified());
        if (changed || !now.equals(seen)) {
            seen = now;
            version++;
        }
        return version;
    }

    /** Names of the metrics, sorted. */
    public synchronized List<String> metrics() {
        metricsTail.read(metrics);
        return List.copyOf(metrics.names());
    }

    /** The newest value of each metric. */
    public synchronized Map<String, Double> lastMetrics() {
        metricsTail.read(metrics);
        return metrics.last();
    }

    /** The newest step of any metric; 0 when there is none. */
    public synchronized long lastStep() {
        metricsTail.read(metrics);
        return metrics.lastStep();
    }

    /**
     * A metric over steps; thinned when it has more points than are wanted, so that every peak stays.
     *
     * @throws RefusedException when there is none of that name
     */
    public synchronized Points metric(String metric, int most) {
        metricsTail.read(metrics);
        Series series = metrics.series(metric);
        if (series == null) {
            throw RefusedException.missing("the run has no metric of that name");
        }
        return series.points(most);
    }

    /** What each probe looked at, live or in a replay. */
    public synchronized List<Outline> probes(String replay, int mostSteps) {
        return table(replay).outlines(mostSteps);
    }

    /**
     * A scalar of a probe over steps and layers.
     *
     * @param mostSteps beyond them, evenly chosen ones, the first and the last among them
     * @throws RefusedException when there is no such probe
     */
    public synchronized Grid grid(String replay, String probe, String scalar, int mostSteps) {
        return table(replay).grid(probe, scalar, manifest().layers(), mostSteps);
    }

    /** What all probes found in a layer at a step. */
    public synchronized List<FindingEntry> findings(String replay, long step, String layer) {
        return table(replay).at(step, layer);
    }

    /**
     * A finding.
     *
     * @throws RefusedException when there is none
     */
    public synchronized FindingEntry finding(String replay, long step, String layer, String probe) {
        return table(replay).at(step, layer, probe);
    }

    /**
     * The findings of the run or of a replay of it, as they lie on disk.
     *
     * @param replay its name, or the empty text for what was found live
     * @throws RefusedException when there is no such replay
     */
    public synchronized FindingsLog findings(String replay) {
        return table(replay).log();
    }

    /** What is wrong with its files, in words; the page is shown all the same. */
    public synchronized List<String> problems() {
        List<String> problems = new ArrayList<>();
        add(problems, metrics.problem());
        findings.values().forEach(table -> add(problems, table.problem()));
        return problems;
    }

    /** About what is kept in memory. */
    synchronized long bytes() {
        return metrics.bytes()
                + findings.values().stream().mapToLong(FindingTable::bytes).sum();
    }

    private FindingTable table(String replay) {
        FindingTable table = findings.get(replay);
        if (table == null) {
            if (!directory.replays().contains(replay)) {
                throw RefusedException.missing("the run has no replay of that name");
            }
            Path root = directory.path().resolve("replays").resolve(replay);
            table = new FindingTable(directory.path(), root, directory.replay(replay));
            findings.put(replay, table);
        }
        table.refresh();
        return table;
    }

    private Object modified() {
        try {
            return Files.getLastModifiedTime(directory.path().resolve("manifest.json"), LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            return Objects.toString(gone.getMessage());
        }
    }

    private static void add(List<String> problems, @Nullable String problem) {
        if (problem != null) {
            problems.add(problem);
        }
    }
}
