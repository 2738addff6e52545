package org.crease.trainer.training;

import java.util.List;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.probing.FindingEvents;
import org.crease.trainer.probing.FindingSink;

/** Writes findings to the run directory and to its event file, and tells the observer. */
final class FindingRecorder implements FindingSink {
    private final FindingsLog findings;
    private final FindingEvents events;
    private final TrainingObserver observer;

    FindingRecorder(RunDirectory run, TrainingObserver observer) {
        this.findings = run.findings();
        this.events = new FindingEvents(run.events());
        this.observer = observer;
    }

    @Override
    public void found(Snapshot snapshot, List<Finding> found) {
        found.forEach(findings::append);
        events.write(snapshot, found);
        observer.found(snapshot.step(), found);
    }

    @Override
    public void failed(long step, String probe, RuntimeException cause) {
        observer.warned("probe " + probe + " failed at step " + step + ": " + cause.getMessage());
    }
}
