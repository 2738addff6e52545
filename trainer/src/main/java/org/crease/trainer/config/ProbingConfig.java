package org.crease.trainer.config;

import org.crease.probes.Setting;

/** How probes run beside the training. */
public record ProbingConfig(
        @Setting(value = "Number of checkpoints that may wait to be probed", byDefault = "4", min = 1)
        int queue,

        @Setting(value = "What happens when that many wait", byDefault = "block")
        WhenFull whenFull,

        @Setting(value = "What happens when a probe fails", byDefault = "isolate")
        OnError onError) {

    /** What happens when too many checkpoints wait to be probed. */
    public enum WhenFull {
        /** Training waits. */
        BLOCK,
        /** The checkpoint goes unprobed, which is logged; replay can probe it later. */
        SKIP
    }

    /** What happens when a probe fails. */
    public enum OnError {
        /** The failure is logged and told at the end; everything else goes on. */
        ISOLATE,
        /** The run fails. */
        FAIL
    }
}
