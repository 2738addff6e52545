package org.crease.trainer.config;

import org.crease.probes.Setting;

/** A data set and a target. */
public record TaskConfig(
        @Setting("The inputs, and what is known of them") DataConfig data,

        @Setting(value = "What is to be learnt", byDefault = "class")
        TargetConfig target,

        @Setting(value = "How inputs are scaled, by figures of the training split", byDefault = "none")
        Scaling standardize,

        @Setting(
                value = "Share of the data held out for testing, where the data set has no test split of its own",
                byDefault = "0.2",
                min = 0,
                max = 1,
                exclusive = true)
        double testShare) {

    /** How inputs are scaled. */
    public enum Scaling {
        /** As they are; images as values from 0 to 1. */
        NONE,
        /** Each feature to mean 0 and deviation 1. */
        Z_SCORE,
        /** All features together to mean 0 and deviation 1, as is usual for images. */
        GLOBAL_Z_SCORE,
        /** Each feature to the range from 0 to 1. */
        MIN_MAX
    }
}
