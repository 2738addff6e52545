package org.crease.trainer.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.config.TaskConfig;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Samples;
import org.crease.trainer.data.source.Source;
import org.crease.trainer.seed.Streams;
import org.jspecify.annotations.Nullable;

/**
 * Divides a source into training and test samples. Looks at the data's classes, never at the target, so that twins get the
 * same samples.
 *
 * @param train what to learn from
 * @param test what to hold out
 */
record Splitter(Subset train, Subset test) {
    private static final String STREAM = "split";

    /**
     * Divides a source.
     *
     * @throws DataException when there are fewer samples than asked for
     */
    static Splitter split(Source source, TaskConfig config, Streams streams) {
        Samples test = source.test();
        Splitter whole = test == null
                ? holdOut(source, config.testShare(), streams)
                : new Splitter(all(source.train()), all(test));
        return config.data() instanceof DataConfig.Dataset limits
                ? new Splitter(
                        limit(whole.train, limits.train(), "train", limits.name(), streams),
                        limit(whole.test, limits.test(), "test", limits.name(), streams))
                : whole;
    }

    private static Subset all(Samples samples) {
        return new Subset(samples, IntStream.range(0, samples.size()).toArray());
    }

    private static Splitter holdOut(Source source, double share, Streams streams) {
        Samples samples = source.train();
        int size = samples.size();
        if (size < 2) {
            throw new DataException("%s: %s has %d sample, expected at least 2: one to learn from, one to test with"
                    .formatted(source.key(), source.name(), size));
        }
        int held = (int) Math.max(1, Math.min(size - 1, Math.round(size * share)));
        int[] test = Strata.of(samples, streams.random(STREAM)).inProportion(held);
        BitSet isTest = new BitSet(size);
        Arrays.stream(test).forEach(isTest::set);
        int[] train = IntStream.range(0, size).filter(row -> !isTest.get(row)).toArray();
        return new Splitter(new Subset(samples, train), new Subset(samples, test));
    }

    private static Subset limit(Subset all, int limit, String split, String name, Streams streams) {
        if (limit > all.size()) {
            throw new DataException(
                    "task.data.dataset.%s: %d samples asked for, %s has %d".formatted(split, limit, name, all.size()));
        }
        if (limit == 0 || limit == all.size()) {
            return all;
        }
        Samples shown = new Samples(all, classes(all), null, null);
        int[] chosen = Strata.of(shown, streams.random(STREAM + "/" + split)).evenly(limit);
        return new Subset(
                all.samples(), Arrays.stream(chosen).map(i -> all.rows()[i]).toArray());
    }

    private static int @Nullable [] classes(Subset subset) {
        return subset.samples().classes() == null ? null : subset.labels();
    }
}
