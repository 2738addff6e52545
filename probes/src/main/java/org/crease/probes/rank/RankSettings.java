package org.crease.probes.rank;

import java.util.List;
import org.crease.probes.Setting;
import org.jspecify.annotations.Nullable;

/** What the rank probe is asked for. */
public record RankSettings(
        @Setting(value = "Names of layers, or patterns with * and ?; each must match a layer", byDefault = "['*']")
        List<String> layers,

        @Setting(value = "When a singular value counts as zero", byDefault = "float32")
        Tolerance tolerance,

        @Setting(
                value = "An input whose rank is below this is collapsed; by default the number of input features",
                min = 1)
        @Nullable
        Integer dimension,

        @Setting(
                value = "Examine only this many of the probe inputs, drawn by the probe's seed; by default all",
                min = 1)
        @Nullable
        Integer maxInputs) {

    public RankSettings {
        layers = List.copyOf(layers);
    }
}
