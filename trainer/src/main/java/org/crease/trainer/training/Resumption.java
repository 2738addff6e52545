package org.crease.trainer.training;

import java.util.List;
import org.crease.runlog.Checkpoint;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.storage.FormatException;
import org.crease.trainer.probing.HostArrays;
import org.crease.trainer.probing.ProbePipeline;
import org.jspecify.annotations.Nullable;

/**
 * Takes a run up where it was left: at its newest checkpoint that can be read. What was logged later is forgotten, since it
 * will be done again, and checkpoints that were not probed to the end are probed again. For a new run, does nothing.
 *
 * <p>Findings are written in the order of the steps, so only the last step that has any may lack some.
 */
final class Resumption {
    private final @Nullable Checkpoint newest;

    private Resumption(@Nullable Checkpoint newest) {
        this.newest = newest;
    }

    static Resumption of(RunDirectory run, TrainingObserver observer) {
        List<CheckpointEntry> entries = present(run);
        for (int i = entries.size() - 1; i >= 0; i--) {
            try {
                return new Resumption(run.checkpoints().read(entries.get(i)));
            } catch (FormatException e) {
                observer.warned(e.getMessage() + "; going back to the checkpoint before it");
            }
        }
        return new Resumption(null);
    }

    private static List<CheckpointEntry> present(RunDirectory run) {
        return run.checkpoints().entries().stream().filter(e -> !e.removed()).toList();
    }

    void restore(Learner learner, RunDirectory run) {
        if (newest != null) {
            learner.restore(newest);
        }
        run.rewindTo(newest == null ? -1 : newest.step());
    }

    void probeAgain(RunDirectory run, ProbePipeline pipeline) throws InterruptedException {
        long last = run.findings().entries().stream()
                .mapToLong(FindingEntry::step)
                .max()
                .orElse(-1);
        run.findings().truncateAfter(last - 1);
        for (CheckpointEntry entry : present(run)) {
            if (entry.step() >= last) {
                pipeline.offer(
                        entry.step(), HostArrays.parameters(run.checkpoints().read(entry)));
            }
        }
    }
}
