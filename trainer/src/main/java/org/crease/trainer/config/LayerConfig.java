package org.crease.trainer.config;

import java.util.List;
import org.crease.probes.Setting;
import org.jspecify.annotations.Nullable;

/** One layer of a network. */
public sealed interface LayerConfig {

    /** x ↦ activation(x W + b). Images are flattened before it. */
    record Dense(
            @Setting(value = "Number of units", min = 1) int units,

            @Setting(value = "Activation function", byDefault = "relu")
            ActivationFunction activation,

            @Setting("How its weights are drawn, if not as the network's") @Nullable
            InitializationConfig initialization)
            implements LayerConfig {}

    /** Convolution over images. */
    record Convolution(
            @Setting(value = "Number of output channels", min = 1)
            int filters,

            @Setting(value = "Height and width of the kernel", byDefault = "3", min = 1)
            int kernel,

            @Setting(value = "Step of the kernel", byDefault = "1", min = 1)
            int stride,

            @Setting(value = "What lies beyond the image's edge", byDefault = "valid")
            Padding padding,

            @Setting(value = "Activation function", byDefault = "relu")
            ActivationFunction activation,

            @Setting("How its weights are drawn, if not as the network's") @Nullable
            InitializationConfig initialization)
            implements LayerConfig {}

    /** Pooling over images. */
    record Pooling(
            @Setting(value = "Largest or mean value", byDefault = "max")
            Kind kind,

            @Setting(value = "Height and width of the window", byDefault = "2", min = 1)
            int kernel,

            @Setting(value = "Step of the window", byDefault = "2", min = 1)
            int stride,

            @Setting(value = "What lies beyond the image's edge", byDefault = "valid")
            Padding padding)
            implements LayerConfig {}

    /** Batch normalisation, of each channel or feature. */
    record BatchNorm(
            @Setting(value = "Share of the old running mean kept at each step", byDefault = "0.9", min = 0, max = 1)
            double decay,

            @Setting(value = "Added to the variance", byDefault = "1e-5", min = 0, exclusive = true)
            double epsilon)
            implements LayerConfig {}

    /** Sets inputs to zero at random while training. */
    record Dropout(
            @Setting(value = "Share of the inputs set to zero", min = 0, max = 1, exclusive = true)
            double rate) implements LayerConfig {}

    /** An activation function on its own. */
    record Activation(@Setting("The function") ActivationFunction function) implements LayerConfig {}

    /** x ↦ x + layers(x); the layers must keep the shape. */
    record Residual(@Setting("The layers of the block") List<LayerConfig> layers) implements LayerConfig {}

    /** What lies beyond the image's edge. */
    enum Padding {
        /** Nothing: the window stays inside. */
        VALID,
        /** Zeros, as many as keep the image's size at stride 1. */
        SAME
    }

    /** What pooling keeps of a window. */
    enum Kind {
        MAX,
        AVERAGE
    }

    /** The activation functions. Leaky ReLU has slope 0.01 left of zero. */
    enum ActivationFunction {
        IDENTITY,
        RELU,
        LEAKY_RELU,
        SIGMOID,
        TANH,
        ELU,
        GELU,
        SOFTPLUS,
        SWISH
    }
}
