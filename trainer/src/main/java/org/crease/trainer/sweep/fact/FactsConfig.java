package org.crease.trainer.sweep.fact;

import java.util.List;
import org.crease.probes.Setting;
import org.crease.trainer.config.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** A file of facts, beside the configuration that they are about. */
public record FactsConfig(
        @Setting("The paper, as the reader should cite it") String paper,
        @Setting("What is expected") List<FactConfig> expected) {

    /** One fact: a number, or a row of them along one key. */
    public record FactConfig(
            @Setting("Short name, unique in the file") String id,

            @Setting("What is claimed, in a sentence") String what,

            @Setting(value = "The cell: values by the grid's keys", byDefault = "{}")
            YamlNode cell,

            @Setting("The key that runs through the values, where there are several; layer is one too") @Nullable
            String along,

            @Setting("The values of that key, one for each expected value") @Nullable
            List<YamlNode> at,

            @Setting("The layer; without it, the last one") @Nullable
            String layer,

            @Setting("The measure, such as rank-min") String measure,

            @Setting(value = "What is told of the repetitions", byDefault = "mean")
            Told told,

            @Setting("The expected values: one, or one for each value of the key")
            List<Double> values,

            @Setting(value = "How far from it still counts as reproduced, in the measure's own unit", min = 0) @Nullable
            Double within,

            @Setting(
                    value =
                            "The same in standard errors of the difference: of our mean, and of the expected one, which is taken"
                                    + " to come from as many repetitions as repetitions says",
                    min = 0)
            @Nullable
            Double standardErrors,

            @Setting(
                    value = "How many repetitions the expected values are means of; without it, they are exact",
                    min = 1)
            @Nullable
            Integer repetitions,

            @Setting("Where the values come from") Source source) {

        public FactConfig {
            if (within == null && standardErrors == null) {
                throw new IllegalArgumentException("within or standard-errors must be given");
            } else if ((along == null) != (at == null)) {
                throw new IllegalArgumentException("along and at belong together");
            } else if (values.size() != (at == null ? 1 : at.size())) {
                throw new IllegalArgumentException("values has " + values.size() + " numbers, but "
                        + (at == null ? "one is expected; give along and at for more" : "at has " + at.size()));
            }
        }
    }

    /** What is told of the repetitions. */
    public enum Told {
        MEAN,
        MEDIAN,
        DEVIATION,
        MINIMUM,
        MAXIMUM
    }

    /** Where expected values come from. */
    public enum Source {
        /** Read off a figure of the paper. */
        FIGURE,
        /** Written in the paper. */
        TEXT,
        /** From a program of ours that follows the authors' settings, in another language. */
        REFERENCE,
        /** From a formula. */
        CLOSED_FORM
    }
}
