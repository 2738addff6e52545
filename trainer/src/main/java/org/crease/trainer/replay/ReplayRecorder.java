package org.crease.trainer.replay;

import java.util.ArrayList;
import java.util.List;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.FindingsLog;
import org.crease.trainer.probing.FindingSink;

/** Writes what a replay finds, and keeps what it could not examine. */
public final class ReplayRecorder implements FindingSink {
    private final FindingsLog log;
    private final List<String> failures = new ArrayList<>();

    public ReplayRecorder(FindingsLog log) {
        this.log = log;
    }

    @Override
    public void found(Snapshot snapshot, List<Finding> findings) {
        findings.forEach(log::append);
    }

    @Override
    public void failed(long step, String probe, RuntimeException cause) {
        failures.add("step " + step + ", probe " + probe + ": " + cause.getMessage());
    }

    /** What could not be examined, a line each. */
    public List<String> failures() {
        return List.copyOf(failures);
    }
}
