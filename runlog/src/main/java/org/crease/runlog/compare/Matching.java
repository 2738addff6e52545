package org.crease.runlog.compare;

import java.util.OptionalLong;
import java.util.SortedMap;

/** What makes checkpoints of several runs one and the same moment of training. */
public enum Matching {
    /** Equally many parameter updates. */
    STEP,
    /** Equally many whole passes over the data: for runs whose batches or data differ in size. */
    EPOCH;

    /**
     * The moment of a step; none where it has no match: for epochs, where a run has an earlier checkpoint of the same epoch,
     * or the step is in no checkpoint index.
     */
    OptionalLong moment(ComparedRun run, long step) {
        if (this == STEP) {
            return OptionalLong.of(step);
        }
        SortedMap<Long, Integer> epochs = run.epochs();
        Integer epoch = epochs.get(step);
        if (epoch == null || epochs.headMap(step).containsValue(epoch)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(epoch);
    }
}
