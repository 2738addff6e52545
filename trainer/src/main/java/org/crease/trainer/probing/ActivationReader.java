package org.crease.trainer.probing;

import java.util.Map;
import org.crease.probes.snapshot.Activation;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** Reads the activation function that a layer applies. */
final class ActivationReader {
    /** By equality, which counts parameters: a ReLU cut off at six is another function. */
    private static final Map<IActivation, Activation.Kind> KINDS = Map.of(
            new ActivationIdentity(), Activation.Kind.IDENTITY,
            new ActivationReLU(), Activation.Kind.RELU,
            new ActivationSigmoid(), Activation.Kind.SIGMOID,
            new ActivationTanH(), Activation.Kind.TANH,
            new ActivationELU(), Activation.Kind.ELU,
            new ActivationGELU(), Activation.Kind.GELU,
            new ActivationSoftPlus(), Activation.Kind.SOFTPLUS,
            new ActivationSwish(), Activation.Kind.SWISH,
            new ActivationSoftmax(), Activation.Kind.SOFTMAX);

    private ActivationReader() {}

    /** Only some layers apply the function in their configuration: dropout, for one, has one there and ignores it. */
    static Activation read(Layer layer) {
        var conf = layer.conf().getLayer();
        if (conf instanceof ActivationLayer a) {
            return read(a.getActivationFn());
        } else if (conf instanceof DenseLayer d) {
            return read(d.getActivationFn());
        } else if (conf instanceof ConvolutionLayer c) {
            return read(c.getActivationFn());
        } else if (conf instanceof BaseOutputLayer o) {
            return read(o.getActivationFn());
        } else if (conf instanceof LossLayer l) {
            return read(l.getActivationFn());
        }
        return Activation.IDENTITY;
    }

    private static Activation read(IActivation function) {
        if (function instanceof ActivationLReLU leaky) {
            return new Activation(Activation.Kind.LEAKY_RELU, leaky.getAlpha());
        }
        return new Activation(KINDS.getOrDefault(function, Activation.Kind.OTHER), 0);
    }
}
