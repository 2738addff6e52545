package org.crease.trainer.config;

import java.util.List;
import org.crease.probes.Setting;
import org.jspecify.annotations.Nullable;

/** When checkpoints are taken: whenever one of the rules says so, and always at the end. Probes run at each. */
public record CheckpointConfig(
        @Setting(value = "Whether the untrained network is one", byDefault = "true")
        boolean start,

        @Setting(value = "At these steps", byDefault = "[]", min = 0)
        List<Long> steps,

        @Setting(value = "Every so many steps; 0 for never", byDefault = "0", min = 0)
        long everySteps,

        @Setting(value = "Every so many epochs; 0 for never", byDefault = "1", min = 0)
        int everyEpochs,

        @Setting("At steps that grow geometrically: first, first * ratio, first * ratio^2, ...") @Nullable
        Geometric geometric,

        @Setting(value = "Keep this many of the newest on disk; 0 keeps all", byDefault = "0", min = 0)
        int keepLast,

        @Setting(value = "Besides, keep the one with the best test score", byDefault = "true")
        boolean keepBest) {

    /** A geometric series of steps. */
    public record Geometric(
            @Setting(value = "The first step", byDefault = "1", min = 1)
            long first,

            @Setting(value = "The ratio of each to the one before", byDefault = "2", min = 1, exclusive = true)
            double ratio) {}
}
