package org.crease.probes.partition;

import java.util.List;
import org.crease.probes.Setting;
import org.crease.probes.rank.Tolerance;
import org.jspecify.annotations.Nullable;

/** What the partition probe is asked for. */
public record PartitionSettings(
        @Setting(value = "Names of layers, or patterns with * and ?; each must match a layer", byDefault = "['*']")
        List<String> layers,

        @Setting("The window: [left, right, bottom, top]; by default around the probe set, or around the slice's three"
                + " points, with a margin of a quarter of a side")
        @Nullable
        List<Double> window,

        @Setting("A plane through input space, for networks of more than two features; by default all of the plane, for"
                + " networks of two")
        @Nullable
        SliceSettings slice,

        @Setting(value = "When a singular value counts as zero", byDefault = "float32")
        Tolerance tolerance,

        @Setting(
                value = "A region whose rank is below this is collapsed; by default the number of input features",
                min = 1)
        @Nullable
        Integer dimension,

        @Setting(
                value = "With more regions than this the partition of a layer is given up, and a note says so",
                byDefault = "100000",
                min = 1,
                max = 10_000_000)
        int maxRegions) {

    public PartitionSettings {
        layers = List.copyOf(layers);
        window = window == null ? null : List.copyOf(window);
    }

    /** Every default. */
    public static PartitionSettings defaults() {
        return new PartitionSettings(List.of("*"), null, null, new Tolerance.Float32(), null, 100_000);
    }

    /** The same with another window. */
    public PartitionSettings in(@Nullable List<Double> other) {
        return new PartitionSettings(layers, other, slice, tolerance, dimension, maxRegions);
    }

    /** The same on another plane. */
    public PartitionSettings on(@Nullable SliceSettings other) {
        return new PartitionSettings(layers, window, other, tolerance, dimension, maxRegions);
    }
}
