package org.crease.trainer.config;

import org.crease.probes.Setting;

/** How parameters are updated from gradients. */
public sealed interface OptimizerConfig {

    double learningRate();

    /** Plain stochastic gradient descent. */
    record Sgd(
            @Setting(value = "Learning rate", byDefault = "0.1", min = 0)
            double learningRate) implements OptimizerConfig {}

    /** Gradient descent with Nesterov momentum. */
    record Nesterov(
            @Setting(value = "Learning rate", byDefault = "0.1", min = 0)
            double learningRate,

            @Setting(value = "Momentum", byDefault = "0.9", min = 0, max = 1)
            double momentum)
            implements OptimizerConfig {}

    /** Adam. */
    record Adam(
            @Setting(value = "Learning rate", byDefault = "0.001", min = 0)
            double learningRate,

            @Setting(value = "Decay of the mean of gradients", byDefault = "0.9", min = 0, max = 1)
            double beta1,

            @Setting(value = "Decay of the mean of squared gradients", byDefault = "0.999", min = 0, max = 1)
            double beta2,

            @Setting(value = "Added to the denominator", byDefault = "1e-8", min = 0, exclusive = true)
            double epsilon)
            implements OptimizerConfig {}

    /** Adam with the infinity norm. */
    @Variant("adamax")
    record AdaMax(
            @Setting(value = "Learning rate", byDefault = "0.001", min = 0)
            double learningRate,

            @Setting(value = "Decay of the mean of gradients", byDefault = "0.9", min = 0, max = 1)
            double beta1,

            @Setting(value = "Decay of the infinity norm", byDefault = "0.999", min = 0, max = 1)
            double beta2)
            implements OptimizerConfig {}

    /** RMSProp. */
    @Variant("rmsprop")
    record RmsProp(
            @Setting(value = "Learning rate", byDefault = "0.001", min = 0)
            double learningRate,

            @Setting(value = "Decay of the mean of squared gradients", byDefault = "0.95", min = 0, max = 1)
            double decay)
            implements OptimizerConfig {}
}
