package org.crease.app.partition;

import java.util.ArrayList;
import java.util.List;
import org.crease.app.command.UserError;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.probing.FindingSink;
import org.crease.trainer.replay.Replay;
import org.jspecify.annotations.Nullable;

/** One checkpoint of a run as a snapshot. */
final class RunSnapshot {
    private RunSnapshot() {}

    /**
     * The network at a checkpoint, seeing the run's probe set.
     *
     * @param step of the checkpoint; the last one where null
     */
    static Snapshot of(RunDirectory directory, Experiment experiment, @Nullable Long step) throws InterruptedException {
        List<Long> steps = directory.checkpoints().entries().stream()
                .filter(entry -> !entry.removed())
                .map(CheckpointEntry::step)
                .sorted()
                .toList();
        if (steps.isEmpty()) {
            throw new UserError(directory.path() + " has no checkpoint");
        }
        long chosen = step == null ? steps.get(steps.size() - 1) : step;
        if (!steps.contains(chosen)) {
            throw new UserError(directory.path() + " has no checkpoint of step " + chosen + "; it has "
                    + String.join(", ", steps.stream().map(String::valueOf).toList()));
        }
        List<Snapshot> snapshots = new ArrayList<>();
        new Replay(directory.checkpoints(), experiment.examination(List.of()))
                .run(candidate -> candidate == chosen, new FindingSink() {
                    @Override
                    public void found(Snapshot snapshot, List<Finding> findings) {
                        snapshots.add(snapshot);
                    }

                    @Override
                    public void failed(long failed, String probe, RuntimeException cause) {
                        throw cause;
                    }
                });
        return snapshots.get(0);
    }
}
