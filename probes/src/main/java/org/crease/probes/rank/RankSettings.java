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
        Integer maxInputs,

        @Setting(
                value = "Take for the dimension what two nearest neighbours say of the probe inputs, rounded",
                byDefault = "false")
        boolean estimateDimension,

        @Setting(
                value = "Count also the singular values above each of these shares of the largest one",
                byDefault = "[]",
                min = 0,
                max = 1,
                exclusive = true)
        List<Double> toleranceSweep,

        @Setting(value = "Whether to find the rank of each layer's own map too", byDefault = "true")
        boolean ownRank,

        @Setting(
                value = "Threads that regions are spread over; findings do not depend on it. Training needs a core too",
                byDefault = "1",
                min = 1,
                max = 1024)
        int threads) {

    /**
     * Checks what contradicts.
     *
     * @throws IllegalArgumentException when a dimension is both given and to be estimated, or a share of the sweep is not
     *     between 0 and 1
     */
    public RankSettings {
        layers = List.copyOf(layers);
        toleranceSweep = List.copyOf(toleranceSweep);
        if (dimension != null && estimateDimension) {
            throw new IllegalArgumentException(
                    "dimension is " + dimension + " and estimate-dimension is true; expected one of them");
        }
        for (double factor : toleranceSweep) {
            if (!(factor > 0 && factor < 1)) {
                throw new IllegalArgumentException("tolerance-sweep holds " + factor
                        + "; expected shares of the largest singular value, above 0" + " and below 1");
            }
        }
    }

    /** Without an estimate and a sweep, on one thread. */
    public RankSettings(
            List<String> layers, Tolerance tolerance, @Nullable Integer dimension, @Nullable Integer maxInputs) {
        this(layers, tolerance, dimension, maxInputs, false, List.of(), true, 1);
    }

    /** The shares of the sweep. */
    double[] factors() {
        return toleranceSweep.stream().mapToDouble(factor -> factor).toArray();
    }
}
