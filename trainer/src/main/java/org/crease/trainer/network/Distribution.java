package org.crease.trainer.network;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.crease.trainer.config.InitializationConfig;

/** The distributions that weights are drawn from. */
public final class Distribution {
    private Distribution() {}

    /**
     * A source of weights.
     *
     * @param inputs number of inputs of a unit
     * @param outputs number of units that an input goes to
     */
    public static DoubleSupplier source(
            InitializationConfig how, double inputs, double outputs, SplittableRandom random) {
        if (how instanceof InitializationConfig.Normal n) {
            return () -> n.mean() + n.deviation() * random.nextGaussian();
        } else if (how instanceof InitializationConfig.Uniform u) {
            return () -> u.low() + (u.high() - u.low()) * random.nextDouble();
        } else if (how instanceof InitializationConfig.Xavier) {
            return gaussian(Math.sqrt(2 / (inputs + outputs)), random);
        } else if (how instanceof InitializationConfig.He) {
            return gaussian(Math.sqrt(2 / inputs), random);
        } else if (how instanceof InitializationConfig.PyTorch) {
            double limit = 1 / Math.sqrt(inputs);
            return () -> limit * (2 * random.nextDouble() - 1);
        }
        throw new IllegalStateException("no distribution for " + how);
    }

    private static DoubleSupplier gaussian(double deviation, SplittableRandom random) {
        return () -> deviation * random.nextGaussian();
    }
}
