package org.crease.trainer.network;

import org.crease.trainer.config.LayerConfig.ActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** Deeplearning4j's activation functions for ours. */
final class Activations {
    private static final double LEAKY_SLOPE = 0.01;

    private Activations() {}

    static IActivation of(ActivationFunction function) {
        return switch (function) {
            case IDENTITY -> new ActivationIdentity();
            case RELU -> new ActivationReLU();
            case LEAKY_RELU -> new ActivationLReLU(LEAKY_SLOPE);
            case SIGMOID -> new ActivationSigmoid();
            case TANH -> new ActivationTanH();
            case ELU -> new ActivationELU();
            case GELU -> new ActivationGELU();
            case SOFTPLUS -> new ActivationSoftPlus();
            case SWISH -> new ActivationSwish();
        };
    }
}
