package org.crease.trainer.reproduction;

import java.util.List;
import org.crease.probes.Setting;
import org.crease.trainer.config.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Something that a sweep's table should show. A cell is named by values of the grid, as many as are needed to tell it from
 * others; of a measure that several layers have, the last layer's is meant where none is named.
 */
public sealed interface Fact {

    /** What should hold, in words. */
    String claim();

    /** Where that comes from; null for the source of the whole expectation. */
    @Nullable
    String source();

    /** The middle of a cell's repetitions. */
    enum Middle {
        MEAN,
        MEDIAN
    }

    /** The way of a trend. */
    enum Direction {
        FALLING,
        RISING
    }

    /** A number, or a row of numbers along one key. */
    record Equals(
            @Setting("What should hold, in words") String claim,

            @Setting("Where it comes from; without it, as the other facts") @Nullable
            String source,

            @Setting(value = "The cell, by values of the grid", byDefault = "{}")
            YamlNode at,

            @Setting("The key that runs through the numbers, where there are several; layer is one too") @Nullable
            String along,

            @Setting(value = "The values of that key, one a number", byDefault = "[]")
            List<YamlNode> through,

            @Setting("The layer; without it, the last") @Nullable
            String layer,

            @Setting("The measure") String measure,

            @Setting(value = "Whether the mean or the median of the repetitions is meant", byDefault = "mean")
            Middle middle,

            @Setting("The numbers expected") List<Double> values,

            @Setting(
                    value = "Standard deviations that came with them, one a number; without any, ours are taken",
                    byDefault = "[]",
                    min = 0)
            List<Double> deviations,

            @Setting(value = "How many repetitions they are means of; without it, they are exact", min = 1) @Nullable
            Integer repetitions,

            @Setting(value = "How many standard errors of the difference they may be off", min = 0, exclusive = true)
            @Nullable
            Double standardErrors,

            @Setting(
                    value = "How far they may be off; of this and standard-errors the one that allows more counts",
                    min = 0)
            @Nullable
            Double tolerance)
            implements Fact {
        public Equals {
            Cells.of(at);
            if (standardErrors == null && tolerance == null) {
                throw new IllegalArgumentException("standard-errors or tolerance must be given");
            } else if (standardErrors != null && middle == Middle.MEDIAN) {
                throw new IllegalArgumentException("standard-errors is for means; give a median a tolerance");
            } else if (values.size() != (along == null ? 1 : through.size())) {
                throw new IllegalArgumentException("values has " + values.size() + " numbers, but "
                        + (along == null
                                ? "one is expected; give along and through for more"
                                : "through has " + through.size()));
            } else if (!deviations.isEmpty() && deviations.size() != values.size()) {
                throw new IllegalArgumentException(
                        "deviations has " + deviations.size() + " numbers, but values has " + values.size());
            }
        }
    }

    /** A range, open to one side where an end is left out. */
    record Within(
            @Setting("What should hold, in words") String claim,

            @Setting("Where it comes from; without it, as the other facts") @Nullable
            String source,

            @Setting(value = "The cell, by values of the grid", byDefault = "{}")
            YamlNode at,

            @Setting("The layer; without it, the last") @Nullable
            String layer,

            @Setting("The measure") String measure,

            @Setting(value = "Whether the mean or the median of the repetitions is meant", byDefault = "mean")
            Middle middle,

            @Setting("The least it may be") @Nullable Double low,

            @Setting("The most it may be") @Nullable Double high)
            implements Fact {
        public Within {
            Cells.of(at);
            if (low == null && high == null) {
                throw new IllegalArgumentException("neither low nor high is given; anything would be within");
            }
        }
    }

    /** A way up or down along a key: no step the other way, and the last number beyond the first. */
    record Trend(
            @Setting("What should hold, in words") String claim,

            @Setting("Where it comes from; without it, as the other facts") @Nullable
            String source,

            @Setting(value = "The cells, by values of the grid", byDefault = "{}")
            YamlNode at,

            @Setting("Which way it goes") Direction direction,

            @Setting("The key that runs through its values, or layer")
            String along,

            @Setting("The layer; without it, the last") @Nullable
            String layer,

            @Setting("The measure") String measure,

            @Setting(value = "Whether the mean or the median of the repetitions is meant", byDefault = "mean")
            Middle middle,

            @Setting(value = "How much a step may go the wrong way", byDefault = "0", min = 0)
            double slack)
            implements Fact {
        public Trend {
            Cells.of(at);
        }
    }

    /** Cells, or measures of a cell, in strictly ascending order. */
    record Ordered(
            @Setting("What should hold, in words") String claim,

            @Setting("Where it comes from; without it, as the other facts") @Nullable
            String source,

            @Setting(value = "What all the cells share, by values of the grid", byDefault = "{}")
            YamlNode at,

            @Setting(value = "The cells in ascending order, each by values of the grid", byDefault = "[{}]")
            List<YamlNode> cells,

            @Setting("The layer; without it, the last") @Nullable
            String layer,

            @Setting("One measure, or several in ascending order")
            List<String> measures,

            @Setting(value = "Whether the mean or the median of the repetitions is meant", byDefault = "mean")
            Middle middle)
            implements Fact {
        public Ordered {
            Cells.of(at);
            cells.forEach(Cells::of);
            if (cells.size() * measures.size() < 2) {
                throw new IllegalArgumentException(
                        "cells and measures name one number only; an order needs two or more");
            }
        }
    }
}
