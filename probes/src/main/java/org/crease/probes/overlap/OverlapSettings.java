package org.crease.probes.overlap;

import java.util.List;
import org.crease.homology.metric.QuotientMetric;
import org.crease.probes.Setting;
import org.crease.probes.rank.Tolerance;
import org.jspecify.annotations.Nullable;

/** What the overlap probe is asked for. */
public record OverlapSettings(
        @Setting(value = "Names of layers, or patterns with * and ?; each must match a layer", byDefault = "['*']")
        List<String> layers,

        @Setting(
                value = "A region is made a point when its rank is below this; by default the number of input features",
                min = 1)
        @Nullable
        Integer minRank,

        @Setting(value = "When a singular value counts as zero", byDefault = "float32")
        Tolerance tolerance,

        @Setting(
                value =
                        "Inputs are glued when their values differ in no unit by more than this share of the largest value",
                byDefault = "1e-6",
                min = 0,
                max = 1)
        double equalWithin,

        @Setting(
                value = "Two regions are compared only when values of theirs are no further apart; by default all are",
                min = 0)
        @Nullable
        Double reach,

        @Setting(
                value = "Count also the pairs of regions whose images overlap where no input shows it; slow",
                byDefault = "false")
        boolean wholeRegions,

        @Setting(value = "How distances are measured, in the input space and in layers", byDefault = "euclidean")
        CloudMetric metric,

        @Setting(
                value =
                        "How far a class of glued inputs is from other points: as its nearest member, or its members' mean",
                byDefault = "min")
        QuotientMetric.Rule distance,

        @Setting(value = "Which bars make up a Betti number", byDefault = "persistent")
        BettiRule betti,

        @Setting(
                value = "The highest homology dimension: 1 for loops, 2 for voids too",
                byDefault = "1",
                min = 1,
                max = 2)
        int dimension,

        @Setting(value = "Leave out the inputs that the last layer puts into a wrong class", byDefault = "false")
        boolean correctOnly,

        @Setting(
                value = "Examine only this many of the probe inputs, drawn by the probe's seed; by default all",
                min = 1)
        @Nullable
        Integer maxInputs) {

    public OverlapSettings {
        layers = List.copyOf(layers);
    }

    /** Every default. */
    public static OverlapSettings defaults() {
        return new OverlapSettings(
                List.of("*"),
                null,
                new Tolerance.Float32(),
                1e-6,
                null,
                false,
                new CloudMetric.Euclidean(),
                QuotientMetric.Rule.MIN,
                new BettiRule.Persistent(0.1),
                1,
                false,
                null);
    }
}
