package org.crease.trainer.probing;

import java.util.Arrays;
import java.util.List;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.util.ConvolutionUtils;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Reads one vertex of a Deeplearning4j graph as the layer that probes see. What they have no map for becomes an opaque one. */
final class LayerReader {
    private LayerReader() {}

    /**
     * Reads a vertex.
     *
     * @param description the vertex in the network's configuration
     * @param names of the vertices that it takes its input from
     * @param inputs their values
     * @param value its own
     */
    static LayerSnapshot read(
            GraphVertex vertex,
            org.deeplearning4j.nn.conf.graph.GraphVertex description,
            List<String> names,
            List<INDArray> inputs,
            INDArray value) {
        LayerMap map = vertex instanceof LayerVertex v
                ? map(v.getLayer(), v.getLayerPreProcessor(), inputs.get(0), value)
                : map(description, inputs, value);
        boolean applies = vertex instanceof LayerVertex && !(map instanceof LayerMap.Opaque);
        Activation activation = applies ? ActivationReader.read(vertex.getLayer()) : Activation.IDENTITY;
        return new LayerSnapshot(vertex.getVertexName(), names, map, activation, HostArrays.detached(value));
    }

    private static LayerMap map(
            org.deeplearning4j.nn.conf.graph.GraphVertex description, List<INDArray> inputs, INDArray value) {
        if (description instanceof ElementWiseVertex e && e.getOp() == ElementWiseVertex.Op.Add) {
            boolean equal = inputs.stream().allMatch(input -> Arrays.equals(input.shape(), value.shape()));
            return equal ? new LayerMap.Addition() : opaque(description);
        } else if (description instanceof PreprocessorVertex p
                && p.getPreProcessor() instanceof CnnToFeedForwardPreProcessor) {
            return new LayerMap.Flatten();
        }
        return opaque(description);
    }

    private static LayerMap opaque(Object what) {
        return new LayerMap.Opaque(what.getClass().getSimpleName());
    }

    private static LayerMap map(Layer layer, @Nullable InputPreProcessor before, INDArray input, INDArray value) {
        var conf = layer.conf().getLayer();
        LayerMap map = map(layer, input, value);
        if (before == null || keepsNumbers(before, map, input)) {
            return map;
        }
        return new LayerMap.Opaque(
                conf.getClass().getSimpleName() + " behind " + before.getClass().getSimpleName());
    }

    /** Whether a layer's map says the same without what is put before it: dense maps flatten images by themselves. */
    private static boolean keepsNumbers(InputPreProcessor before, LayerMap map, INDArray input) {
        if (before instanceof CnnToFeedForwardPreProcessor) {
            return map instanceof LayerMap.Dense || input.rank() == 2;
        }
        return before instanceof FeedForwardToCnnPreProcessor folding
                && input.rank() == 4
                && input.size(1) == folding.getNumChannels()
                && input.size(2) == folding.getInputHeight()
                && input.size(3) == folding.getInputWidth();
    }

    private static LayerMap map(Layer layer, INDArray input, INDArray value) {
        var conf = layer.conf().getLayer();
        if (conf.getClass() == ConvolutionLayer.class) {
            return convolution(layer, (ConvolutionLayer) conf, input, value);
        } else if (conf.getClass() == SubsamplingLayer.class) {
            return pooling((SubsamplingLayer) conf, input, value);
        } else if (conf.getClass() == BatchNormalization.class) {
            return scaling(layer, (BatchNormalization) conf, value);
        } else if (dense(conf) && value.rank() == 2) {
            return new LayerMap.Dense(parameter(layer, "W"), bias(layer));
        } else if (conf instanceof DropoutLayer || conf instanceof ActivationLayer || conf instanceof LossLayer) {
            return new LayerMap.Identity();
        }
        return opaque(conf);
    }

    private static boolean dense(org.deeplearning4j.nn.conf.layers.Layer conf) {
        return (conf instanceof DenseLayer d && conf.getClass() == DenseLayer.class && !d.hasLayerNorm())
                || conf.getClass() == OutputLayer.class
                || conf.getClass() == CenterLossOutputLayer.class;
    }

    private static INDArray parameter(Layer layer, String name) {
        return HostArrays.detached(layer.getParam(name));
    }

    private static @Nullable INDArray bias(Layer layer) {
        INDArray bias = layer.getParam("b");
        return bias == null ? null : HostArrays.detached(bias.reshape(bias.length()));
    }

    private static LayerMap convolution(Layer layer, ConvolutionLayer conf, INDArray input, INDArray value) {
        if (conf.getCnn2dDataFormat() != CNN2DFormat.NCHW || input.rank() != 4 || dilated(conf.getDilation())) {
            return opaque(conf);
        }
        LayerMap.Window window = window(
                conf.getKernelSize(), conf.getStride(), conf.getPadding(), conf.getConvolutionMode(), input, value);
        return new LayerMap.Convolution(parameter(layer, "W"), bias(layer), window);
    }

    private static LayerMap pooling(SubsamplingLayer conf, INDArray input, INDArray value) {
        if (conf.getCnn2dDataFormat() != CNN2DFormat.NCHW || input.rank() != 4 || dilated(conf.getDilation())) {
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
    private static LayerMap scaling(Layer layer, BatchNormalization conf, INDArray value) {
        boolean images = value.rank() == 4 && conf.getCnn2DFormat() == CNN2DFormat.NCHW;
        if (value.rank() != 2 && !images) {
            return opaque(conf);
        }
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
}
