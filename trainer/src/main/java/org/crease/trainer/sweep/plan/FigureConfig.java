package org.crease.trainer.sweep.plan;

import java.util.List;
import org.crease.probes.Setting;
import org.jspecify.annotations.Nullable;

/** A figure of a sweep's table: means over the repetitions, by one key of the grid, a line for each value of another. */
public record FigureConfig(
        @Setting("Name of its files") String name,

        @Setting(value = "What stands above it", byDefault = "\"\"")
        String title,

        @Setting("The key along x: a name of the grid, or layer")
        String x,

        @Setting(
                "The key with a line for each value: a name of the grid, or layer; without it, a line for each measure")
        @Nullable
        String series,

        @Setting("The measures drawn, such as rank-min") List<String> measures,

        @Setting("The layer drawn; without it, the last one") @Nullable
        String layer,

        @Setting("What x shows; without it, the key") @Nullable
        String xTitle,

        @Setting("What y shows; without it, the measures") @Nullable
        String yTitle,

        @Setting("What the series are, above the legend; without it, the key") @Nullable
        String seriesTitle,

        @Setting(value = "How x is spaced", byDefault = "linear")
        Spacing xSpacing,

        @Setting(value = "How y is spaced", byDefault = "linear")
        Spacing ySpacing,

        @Setting(value = "What is drawn around each mean", byDefault = "deviation")
        Spread spread,

        @Setting(value = "Dashed lines", byDefault = "[]") List<TheoryConfig> theory,

        @Setting(value = "Shaded ranges of x", byDefault = "[]")
        List<ShadeConfig> shades) {

    /** Linear, or logarithmic. */
    public enum Spacing {
        LINEAR,
        LOG
    }

    /** What is drawn around a mean. */
    public enum Spread {
        /** Nothing. */
        NONE,
        /** One standard deviation up and down. */
        DEVIATION,
        /** The confidence interval of the mean. */
        INTERVAL,
        /** From the first quartile to the third. */
        QUARTILES
    }

    /** A line that theory gives. */
    public record TheoryConfig(
            @Setting("What it is called in the legend") String name,

            @Setting("Its height, such as min(r, 100 - r, m): numbers, names of the grid, + - * / ^ min max sqrt")
            String formula) {}

    /** A range of x that means something. */
    public record ShadeConfig(
            @Setting("What it is called in the legend") String name,
            @Setting("Where it begins") double from,
            @Setting("Where it ends") double to) {
        public ShadeConfig {
            if (from >= to) {
                throw new IllegalArgumentException("to must be greater than from, but they are " + to + " and " + from);
            }
        }
    }
}
