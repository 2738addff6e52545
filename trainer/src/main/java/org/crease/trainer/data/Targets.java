package org.crease.trainer.data;

import java.util.Arrays;
import java.util.List;
import org.crease.trainer.config.TargetConfig;
import org.crease.trainer.config.TargetConfig.Quantity;
import org.crease.trainer.config.TaskConfig.Scaling;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Source;
import org.crease.trainer.data.source.Table;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The targets of both splits. All figures that a target depends on, thresholds, means and deviations, are the training split's.
 *
 * @param train of shape (n, outputs)
 * @param test of shape (n, outputs)
 */
record Targets(Task.Kind kind, int outputs, boolean continuous, List<String> names, INDArray train, INDArray test) {
    private static final String CLASS_KEY = "task.target.class";
    private static final String REGRESSION_KEY = "task.target.regression.of";
    private static final String DISCRETIZED_KEY = "task.target.discretized";

    /**
     * Works out the targets.
     *
     * @param inputs the scaled training and test inputs, for autoencoders
     * @throws DataException when the data does not have what is asked
     */
    static Targets of(TargetConfig config, Source source, Splitter split, INDArray... inputs) {
        if (config instanceof TargetConfig.Regression regression) {
            return regression.of() == Quantity.INPUT ? input(inputs) : regression(regression, source, split);
        }
        if (config instanceof TargetConfig.Discretized discretized) {
            return discretized(discretized, source, split);
        }
        return classes(source, split);
    }

    private static Targets classes(Source source, Splitter split) {
        if (source.classNames().isEmpty()) {
            throw new DataException(CLASS_KEY + ": classes are asked for, but " + source.name() + " "
                    + source.noClasses() + "; ask for regression or discretized");
        }
        int[] train = split.train().labels();
        if (Arrays.stream(train).distinct().count() < 2) {
            throw new DataException("%s: all %d training samples of %s are of class '%s', expected at least two classes"
                    .formatted(
                            CLASS_KEY,
                            train.length,
                            source.name(),
                            source.classNames().get(train[0])));
        }
        int count = source.classNames().size();
        return new Targets(
                Task.Kind.CLASSES,
                count,
                false,
                source.classNames(),
                oneHot(train, count),
                oneHot(split.test().labels(), count));
    }

    private static Targets input(INDArray... inputs) {
        INDArray train = flat(inputs[0]);
        return new Targets(Task.Kind.NUMBERS, (int) train.size(1), true, List.of(), train, flat(inputs[1]));
    }

    private static INDArray flat(INDArray inputs) {
        return inputs.reshape('c', inputs.size(0), inputs.length() / inputs.size(0));
    }

    private static Targets regression(TargetConfig.Regression config, Source source, Splitter split) {
        Quantities quantities = new Quantities(source, REGRESSION_KEY);
        Table train = quantities.measure(config.of(), split.train());
        Table test = quantities.measure(config.of(), split.test());
        refuseConstant(train, source);
        Scaling scaling = config.standardize() ? Scaling.Z_SCORE : Scaling.NONE;
        return numbers(train, test, scaling, true, Quantities.names(config.of()), REGRESSION_KEY);
    }

    private static Targets discretized(TargetConfig.Discretized config, Source source, Splitter split) {
        Quantities quantities = new Quantities(source, DISCRETIZED_KEY + ".of");
        double[] train = quantities.measureOne(config.of(), split.train()).values();
        double[] test = quantities.measureOne(config.of(), split.test()).values();
        String key = DISCRETIZED_KEY + ".levels";
        Levels levels = config.cut() == TargetConfig.Cut.MEAN
                ? Levels.atMean(train, key)
                : Levels.fit(train, config.levels(), key);
        int[] trainLevels = Arrays.stream(train).mapToInt(levels::of).toArray();
        int[] testLevels = Arrays.stream(test).mapToInt(levels::of).toArray();
        if (config.as() == TargetConfig.Levels.NUMBERS) {
            return numbers(
                    table(trainLevels, levels.count()),
                    table(testLevels, levels.count()),
                    Scaling.Z_SCORE,
                    false,
                    List.of("level"),
                    DISCRETIZED_KEY);
        }
        return new Targets(
                Task.Kind.CLASSES,
                levels.count(),
                false,
                levels.names(),
                oneHot(trainLevels, levels.count()),
                oneHot(testLevels, levels.count()));
    }

    private static Targets numbers(
            Table train, Table test, Scaling scaling, boolean continuous, List<String> names, String key) {
        Scaler scaler = Scaler.fit(train, scaling);
        Float32 float32 = new Float32(key);
        return new Targets(
                Task.Kind.NUMBERS,
                train.width(),
                continuous,
                names,
                float32.array(train, scaler, train.width()),
                float32.array(test, scaler, test.width()));
    }

    private static void refuseConstant(Table train, Source source) {
        double[] values = train.values();
        for (int i = train.width(); i < values.length; i++) {
            if (values[i] != values[i % train.width()]) {
                return;
            }
        }
        throw new DataException("%s: is %s for all %d training samples of %s: there is nothing to learn"
                .formatted(REGRESSION_KEY, values[0], train.size(), source.name()));
    }

    private static Table table(int[] levels, int count) {
        return new Table(
                Arrays.stream(levels)
                        .mapToDouble(level -> (double) level / count)
                        .toArray(),
                1);
    }

    private static INDArray oneHot(int[] classes, int count) {
        float[] ones = new float[Math.multiplyExact(classes.length, count)];
        for (int i = 0; i < classes.length; i++) {
            ones[i * count + classes[i]] = 1;
        }
        return Nd4j.create(ones, new long[] {classes.length, count}, 'c');
    }
}
