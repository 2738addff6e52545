package org.crease.trainer.config;

import org.crease.probes.Setting;

/** How weights are drawn. Biases start at zero, but with {@link PyTorch}. */
public sealed interface InitializationConfig {

    /** Gaussian. */
    record Normal(
            @Setting(value = "Mean", byDefault = "0") double mean,

            @Setting(value = "Standard deviation", byDefault = "1", min = 0)
            double deviation)
            implements InitializationConfig {}

    /** Evenly from an interval. */
    record Uniform(
            @Setting(value = "Lower end", byDefault = "0") double low,
            @Setting(value = "Upper end", byDefault = "1") double high)
            implements InitializationConfig {}

    /** Gaussian with variance 2 / (inputs + outputs). */
    record Xavier() implements InitializationConfig {}

    /** Gaussian with variance 2 / inputs. */
    record He() implements InitializationConfig {}

    /** PyTorch's default for linear and convolution layers: weights and biases evenly from ±1/√inputs. */
    @Variant("pytorch")
    record PyTorch() implements InitializationConfig {}
}
