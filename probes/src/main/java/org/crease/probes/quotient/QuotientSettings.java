package org.crease.probes.quotient;

import org.crease.homology.metric.QuotientMetric;
import org.crease.probes.Setting;
import org.crease.probes.cloud.CloudSettings;
import org.crease.probes.rank.Tolerance;
import org.jspecify.annotations.Nullable;

/** What the quotient probe is asked for. */
public record QuotientSettings(
        @Setting(value = "Which layers, and how each, and the network's input, becomes a point cloud", byDefault = "{}")
        CloudSettings cloud,

        @Setting(value = "What becomes of the collapsed regions", byDefault = "per-region")
        Collapse collapse,

        @Setting(
                value = "How far a collapsed region is from other points: as its nearest member, or its members' mean",
                byDefault = "min")
        QuotientMetric.Rule distance,

        @Setting(
                value = "A region is collapsed when its rank is below this; by default the number of input features",
                min = 1)
        @Nullable
        Integer minRank,

        @Setting(value = "When a singular value counts as zero", byDefault = "float32")
        Tolerance tolerance,

        @Setting(
                value = "The highest homology dimension: 0 for components, 1 for loops, 2 for voids too",
                byDefault = "1",
                min = 0,
                max = 2)
        int dimension,

        @Setting(
                value = "Whether births and deaths are divided by the largest finite one of all dimensions",
                byDefault = "true")
        boolean normalize,

        @Setting(
                value = "Betti numbers are counted at this share of the largest scale looked at",
                byDefault = "0.5",
                min = 0,
                max = 1)
        double scale) {

    /** Every default. */
    public static QuotientSettings defaults() {
        return new QuotientSettings(
                CloudSettings.defaults(),
                Collapse.PER_REGION,
                QuotientMetric.Rule.MIN,
                null,
                new Tolerance.Float32(),
                1,
                true,
                0.5);
    }
}
