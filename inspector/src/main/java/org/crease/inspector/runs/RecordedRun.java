package org.crease.inspector.runs;

import java.nio.file.Path;
import java.util.List;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.Manifest;
import org.crease.runlog.Metric;
import org.crease.runlog.RunDirectory;

/** One run, as far as it has been written. */
public final class RecordedRun {
    private final String name;
    private final RunDirectory directory;

    RecordedRun(String name, Path path) {
        this.name = name;
        this.directory = RunDirectory.open(path);
    }

    public String name() {
        return name;
    }

    public Manifest manifest() {
        return directory.manifest();
    }

    /** Whether a living process writes in it. */
    public boolean held() {
        return directory.holder() != null;
    }

    public String config() {
        return directory.config();
    }

    public List<Metric> metrics() {
        return directory.metrics().read();
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

    /**
     * The findings of the run or of a replay of it.
     *
     * @param replay its name, or the empty text for what was found live
     * @throws RefusedException when there is no such replay
     */
    public FindingsLog findings(String replay) {
        if (replay.isEmpty()) {
            return directory.findings();
        }
        if (!directory.replays().contains(replay)) {
            throw RefusedException.missing("the run has no replay of that name");
        }
        return directory.replay(replay);
    }

    /**
     * A finding.
     *
     * @throws RefusedException when there is none
     */
    public FindingEntry finding(String replay, long step, String layer, String probe) {
        return findings(replay).entries().stream()
                .filter(entry -> entry.step() == step
                        && entry.layer().equals(layer)
                        && entry.probe().equals(probe))
                .findFirst()
                .orElseThrow(() -> RefusedException.missing("there is no such finding"));
    }
}
