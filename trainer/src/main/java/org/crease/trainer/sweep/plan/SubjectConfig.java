package org.crease.trainer.sweep.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.crease.probes.Setting;
import org.crease.trainer.config.InitializationConfig;
import org.crease.trainer.config.ProbeConfig;
import org.crease.trainer.config.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** What is done once a repetition. */
public sealed interface SubjectConfig {

    /** A ReLU network with random weights, looked at without training: each hidden layer is ReLU(W x + b). */
    record RandomNetworks(
            @Setting(value = "Number of inputs", min = 1) int inputs,

            @Setting(value = "Units of each hidden layer, from the first; give this or halvings", min = 1) @Nullable
            List<Integer> layers,

            @Setting(value = "Number of hidden layers, each half as wide as what it takes in", min = 1) @Nullable
            Integer halvings,

            @Setting(value = "How weights are drawn", byDefault = "pytorch")
            InitializationConfig weights,

            @Setting(value = "How biases are drawn", byDefault = "pytorch")
            InitializationConfig biases,

            @Setting(
                    value = "Rows of each weight matrix, drawn at random, that are multiplied by -1",
                    byDefault = "0",
                    min = 0)
            int flippedRows,

            @Setting(
                    value = "Columns of each weight matrix, drawn at random, that are multiplied by column-factor",
                    byDefault = "0",
                    min = 0)
            int scaledColumns,

            @Setting(value = "The factor of scaled-columns", byDefault = "-1")
            double columnFactor,

            @Setting(value = "The inputs that are shown to it", byDefault = "box")
            CloudConfig points,

            @Setting(value = "What is measured, layer by layer", byDefault = "[rank-min, rank-mean, rank-max]")
            List<Measure> measures,

            @Setting(value = "Probes that look at each network; what they summarise is measured too", byDefault = "[]")
            List<ProbeConfig> probes)
            implements SubjectConfig {

        public RandomNetworks {
            if ((layers == null) == (halvings == null)) {
                throw new IllegalArgumentException("exactly one of layers and halvings must be given");
            } else if (layers != null && layers.isEmpty()) {
                throw new IllegalArgumentException("layers is empty; a network needs a hidden layer");
            } else if (halvings != null && inputs >> halvings < 1) {
                throw new IllegalArgumentException(
                        inputs + " inputs cannot be halved " + halvings + " times (halvings) and leave a unit");
            } else if (measures.isEmpty() && probes.isEmpty()) {
                throw new IllegalArgumentException("measures and probes are empty; nothing would be measured");
            }
            for (int width : widths(inputs, layers, halvings)) {
                if (flippedRows > width) {
                    throw new IllegalArgumentException(
                            "flipped-rows is " + flippedRows + ", but a layer has " + width + " units");
                }
            }
            int narrowest = inputs;
            List<Integer> widths = widths(inputs, layers, halvings);
            for (int width : widths.subList(0, widths.size() - 1)) {
                narrowest = Math.min(narrowest, width);
            }
            if (scaledColumns > narrowest) {
                throw new IllegalArgumentException(
                        "scaled-columns is " + scaledColumns + ", but a weight matrix has " + narrowest + " columns");
            }
        }

        /** Units of each hidden layer. */
        public List<Integer> widths() {
            return widths(inputs, layers, halvings);
        }

        private static List<Integer> widths(int inputs, @Nullable List<Integer> layers, @Nullable Integer halvings) {
            if (layers != null) {
                return layers;
            }
            int count = halvings == null ? 0 : halvings;
            return IntStream.rangeClosed(1, count).mapToObj(k -> inputs >> k).toList();
        }
    }

    /** A training, as {@code crease train} does it; its metrics and findings, those at its end or by epoch, are measured. */
    record Trainings(
            @Setting("The configuration that is varied: a file, relative to this one, or its settings")
            YamlNode config,

            @Setting(
                    value =
                            "Look at each training after so many epochs, 0 for none yet, where it must take checkpoints; tables and"
                                    + " figures then have the key epoch. Without any, it is looked at at its end",
                    byDefault = "[]",
                    min = 0)
            List<Integer> epochs)
            implements SubjectConfig {

        /** What the key of tables and figures is called that tells the epochs. */
        public static final String EPOCH = "epoch";

        public Trainings {
            epochs = List.copyOf(epochs);
            for (int i = 1; i < epochs.size(); i++) {
                if (epochs.get(i) <= epochs.get(i - 1)) {
                    throw new IllegalArgumentException(
                            "epochs must ascend, but " + epochs.get(i) + " comes after " + epochs.get(i - 1));
                }
            }
        }
    }
}
