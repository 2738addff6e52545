package org.crease.trainer.data.toy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.config.DataConfig.TestFunction;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Samples;
import org.crease.trainer.data.source.Source;
import org.crease.trainer.data.source.Table;
import org.crease.trainer.data.source.Truth;

/** Draws inputs evenly from the domain of a test function: a cube, so its only Betti number that is not 0 is the first. */
public final class Functions {
    private static final String KEY = "task.data.function";

    private Functions() {}

    /**
     * Draws inputs and works out the function's value at each.
     *
     * @throws DataException when the function needs more dimensions
     */
    public static Source make(DataConfig.Function config, SplittableRandom random) {
        TestFunction function = config.function();
        String name = function.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (function == TestFunction.ROSENBROCK && config.dimension() < 2) {
            throw new DataException(KEY + ".dimension: " + name + " is constant in 1 dimension, needs at least 2");
        }
        Table inputs = inputs(config, TestFunctions.domain(function), random);
        Samples samples = new Samples(inputs, null, values(function, inputs), null);
        return new Source(
                name + " in " + config.dimension() + " dimensions",
                KEY,
                new long[] {config.dimension()},
                samples,
                null,
                List.of(),
                "is a function, without classes",
                true,
                Truth.of(Betti.of(1)),
                Map.of(),
                List.of());
    }

    private static Table inputs(DataConfig.Function config, double[] domain, SplittableRandom random) {
        double[] x = Table.zeros(KEY, config.points(), config.dimension());
        for (int i = 0; i < x.length; i++) {
            x[i] = Draws.even(random, domain[0], domain[1]);
        }
        return new Table(x, config.dimension());
    }

    private static double[] values(TestFunction function, Table inputs) {
        double[] values = new double[inputs.size()];
        double[] x = new double[inputs.width()];
        for (int i = 0; i < values.length; i++) {
            inputs.copy(i, x);
            values[i] = TestFunctions.value(function, x);
        }
        return values;
    }
}
