package org.crease.trainer.config;

import org.crease.probes.Setting;

/** The inputs that every probe of a run looks at: a seeded sample with stable ids. */
public record ProbeSetConfig(
        @Setting(value = "Number of inputs; the whole split where it has fewer", byDefault = "200", min = 1)
        int size,

        @Setting(value = "The split that they are drawn from", byDefault = "test")
        Split split,

        @Setting(value = "Whether every class gives equally many", byDefault = "true")
        boolean balanced) {

    /** A part of the data. */
    public enum Split {
        TRAIN,
        TEST
    }
}
