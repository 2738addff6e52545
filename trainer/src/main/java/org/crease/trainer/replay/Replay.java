package org.crease.trainer.replay;

import java.util.function.LongPredicate;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.CheckpointStore;
import org.crease.trainer.probing.Examination;
import org.crease.trainer.probing.FindingSink;
import org.crease.trainer.probing.HostArrays;

/** Probes, run again on the checkpoints of a run. The same path as live, so the same numbers. */
public final class Replay {
    private final CheckpointStore checkpoints;
    private final Examination examination;

    public Replay(CheckpointStore checkpoints, Examination examination) {
        this.checkpoints = checkpoints;
        this.examination = examination;
    }

    /**
     * Examines checkpoints in the order of their steps.
     *
     * @param steps which of them
     * @return number of checkpoints examined
     */
    public int run(LongPredicate steps, FindingSink sink) throws InterruptedException {
        int examined = 0;
        for (CheckpointEntry entry : checkpoints.entries()) {
            if (!entry.removed() && steps.test(entry.step())) {
                examination.examine(entry.step(), HostArrays.parameters(checkpoints.read(entry)), sink);
                examined++;
            }
        }
        return examined;
    }
}
