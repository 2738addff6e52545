package org.crease.trainer.sweep.plan;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.trainer.config.Config;
import org.crease.trainer.sweep.plan.SubjectConfig.RandomNetworks;

/**
 * One combination of the grid's values.
 *
 * @param values what was chosen, by the titles of the grid's axes, in their order; numbers in their shortest form
 * @param name the settings and their values as one word, which names the cell's random streams: {@code inputs=10,layers.0=25}
 * @param work what is done in it
 */
public record Cell(Map<String, String> values, String name, Work work) {

    public Cell {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What a repetition does. */
    public sealed interface Work {
        /** Everything that its results follow from, but for random numbers. */
        String settings();
    }

    /** Looks at a random network. */
    public record NetworkWork(RandomNetworks config) implements Work {
        @Override
        public String settings() {
            return config.toString();
        }
    }

    /**
     * Trains.
     *
     * @param base the folder that file names in the configuration are relative to
     * @param epochs after which the training is looked at, ascending; none for its end
     * @param settings the configuration, written out, and the epochs
     */
    public record TrainingWork(Config config, Path base, List<Integer> epochs, String settings) implements Work {}
}
