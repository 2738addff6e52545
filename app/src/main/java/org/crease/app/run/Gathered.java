package org.crease.app.run;

import java.util.ArrayList;
import java.util.List;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;
import org.crease.trainer.probing.FindingSink;

/** Keeps what is found and what could not be examined. */
final class Gathered implements FindingSink {
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Override
    public void found(Snapshot snapshot, List<Finding> found) {
        findings.addAll(found);
    }

    @Override
    public void failed(long step, String probe, RuntimeException cause) {
        failures.add("probe " + probe + ": " + cause.getMessage());
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> failures() {
        return failures;
    }
}
