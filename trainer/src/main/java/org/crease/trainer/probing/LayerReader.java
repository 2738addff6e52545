package org.crease.trainer.probing;

import java.util.List;
import java.util.Map;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.util.ConvolutionUtils;
import org.jspecify.annotations.Nullable;
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
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Reads one vertex of a Deeplearning4j graph as the layer that probes see. What they have no map for becomes an opaque one. */
final class LayerReader {
    private LayerReader() {}

    /**
     * @param description the vertex in the network's configuration
     * @param inputs names of the vertices that it takes its input from
     * @param input the value of the first of them
     * @param value its own
     */
    static LayerSnapshot read(
            GraphVertex vertex,
            org.deeplearning4j.nn.conf.graph.GraphVertex description,
            List<String> inputs,
            INDArray input,
            INDArray value) {
        String name = vertex.getVertexName();
        INDArray activations = HostArrays.detached(value);
        if (vertex instanceof LayerVertex v) {
            Layer layer = v.getLayer();
            return new LayerSnapshot(name, inputs, map(layer, input, value), activation(layer), activations);
        }
        boolean sum = description instanceof ElementWiseVertex e && e.getOp() == ElementWiseVertex.Op.Add;
        LayerMap map = sum ? new LayerMap.Addition() : opaque(description);
        return new LayerSnapshot(name, inputs, map, Activation.IDENTITY, activations);
    }

    private static LayerMap opaque(Object what) {
        return new LayerMap.Opaque(what.getClass().getSimpleName());
    }

    private static LayerMap map(Layer layer, INDArray input, INDArray value) {
        var conf = layer.conf().getLayer();
        if (conf instanceof ConvolutionLayer c && conf.getClass() == ConvolutionLayer.class) {
            return convolution(layer, c, input, value);
        } else if (conf instanceof SubsamplingLayer s && conf.getClass() == SubsamplingLayer.class) {
            return pooling(s, input, value);
        } else if (conf instanceof BatchNormalization b) {
            return scaling(layer, b);
        } else if ((conf instanceof DenseLayer d && !d.hasLayerNorm()) || conf instanceof BaseOutputLayer) {
            return new LayerMap.Dense(parameter(layer, "W"), bias(layer));
        } else if (conf instanceof DropoutLayer || conf instanceof ActivationLayer) {
            return new LayerMap.Identity();
        }
        return opaque(conf);
    }

    private static INDArray parameter(Layer layer, String name) {
        return HostArrays.detached(layer.getParam(name));
    }

    private static @Nullable INDArray bias(Layer layer) {
        INDArray bias = layer.getParam("b");
        return bias == null ? null : HostArrays.detached(bias.reshape(bias.length()));
    }

    private static LayerMap convolution(Layer layer, ConvolutionLayer conf, INDArray input, INDArray value) {
        if (conf.getCnn2dDataFormat() != CNN2DFormat.NCHW || dilated(conf.getDilation())) {
            return opaque(conf);
        }
        LayerMap.Window window = window(
                conf.getKernelSize(), conf.getStride(), conf.getPadding(), conf.getConvolutionMode(), input, value);
        return new LayerMap.Convolution(parameter(layer, "W"), bias(layer), window);
    }

    private static LayerMap pooling(SubsamplingLayer conf, INDArray input, INDArray value) {
        if (conf.getCnn2dDataFormat() != CNN2DFormat.NCHW || dilated(conf.getDilation())) {
            return opaque(conf);
        }
        LayerMap.Window window = window(
                conf.getKernelSize(), conf.getStride(), conf.getPadding(), conf.getConvolutionMode(), input, value);
        return switch (conf.getPoolingType()) {
            case MAX -> new LayerMap.MaxPooling(window);
            case AVG -> conf.isAvgPoolIncludePadInDivisor() ? opaque(conf) : new LayerMap.AveragePooling(window);
            default -> opaque(conf);
        };
    }

    private static boolean dilated(int[] dilation) {
        return dilation[0] != 1 || dilation[1] != 1;
    }

    private static LayerMap.Window window(
            int[] kernel, int[] stride, int[] padding, @Nullable ConvolutionMode mode, INDArray input, INDArray value) {
        int[] out = {(int) value.size(2), (int) value.size(3)};
        int[] in = {(int) input.size(2), (int) input.size(3)};
        int[] before = mode == ConvolutionMode.Same
                ? ConvolutionUtils.getSameModeTopLeftPadding(out, in, kernel, stride, new int[] {1, 1})
                : padding.clone();
        return new LayerMap.Window(kernel.clone(), stride.clone(), before, out);
    }

    /** At inference x ↦ gamma (x - mean) / √(variance + epsilon) + beta, with the running mean and variance. */
    private static LayerMap scaling(Layer layer, BatchNormalization conf) {
        INDArray mean = layer.getParam("mean");
        INDArray variance = conf.isUseLogStd()
                ? Transforms.pow(
                        Transforms.pow(layer.getParam("log10stdev").mul(0).add(10), layer.getParam("log10stdev")), 2)
                : layer.getParam("var");
        INDArray scale = Transforms.sqrt(variance.add(conf.getEps())).rdiv(1);
        INDArray shift = mean.mul(scale).neg();
        if (conf.isLockGammaBeta()) {
            scale.muli(conf.getGamma());
            shift.muli(conf.getGamma()).addi(conf.getBeta());
        } else {
            scale.muli(layer.getParam("gamma"));
            shift.muli(layer.getParam("gamma")).addi(layer.getParam("beta"));
        }
        return new LayerMap.Scaling(flat(scale), flat(shift));
    }

    private static INDArray flat(INDArray array) {
        return HostArrays.detached(array.reshape(array.length()));
    }

    private static Activation activation(Layer layer) {
        var conf = layer.conf().getLayer();
        if (conf instanceof ActivationLayer a) {
            return activation(a.getActivationFn());
        } else if (conf instanceof BaseLayer b && !(conf instanceof BatchNormalization)) {
            return activation(b.getActivationFn());
        }
        return Activation.IDENTITY;
    }

    private static Activation activation(IActivation function) {
        if (function instanceof ActivationLReLU leaky) {
            return new Activation(Activation.Kind.LEAKY_RELU, leaky.getAlpha());
        }
        Activation.Kind kind = KINDS.getOrDefault(function.getClass(), Activation.Kind.OTHER);
        return new Activation(kind, 0);
    }

    private static final Map<Class<?>, Activation.Kind> KINDS = Map.of(
            ActivationIdentity.class, Activation.Kind.IDENTITY,
            ActivationReLU.class, Activation.Kind.RELU,
            ActivationSigmoid.class, Activation.Kind.SIGMOID,
            ActivationTanH.class, Activation.Kind.TANH,
            ActivationELU.class, Activation.Kind.ELU,
            ActivationGELU.class, Activation.Kind.GELU,
            ActivationSoftPlus.class, Activation.Kind.SOFTPLUS,
            ActivationSwish.class, Activation.Kind.SWISH,
            ActivationSoftmax.class, Activation.Kind.SOFTMAX);
}
