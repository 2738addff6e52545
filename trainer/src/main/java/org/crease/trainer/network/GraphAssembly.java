package org.crease.trainer.network;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crease.trainer.config.InitializationConfig;
import org.crease.trainer.config.LayerConfig;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.jspecify.annotations.Nullable;

/**
 * Adds configured layers to a Deeplearning4j graph, one after the other. Layers are named after their kind and counted, from
 * the input on: {@code dense-1}, {@code dense-2}, {@code convolution-1}, ..
 */
final class GraphAssembly {
    private final GraphBuilder graph;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<String, InitializationConfig> initializations = new LinkedHashMap<>();

    private enum Kind {
        DENSE,
        CONVOLUTION,
        POOLING,
        BATCH_NORM,
        DROPOUT,
        ACTIVATION,
        RESIDUAL
    }

    GraphAssembly(GraphBuilder graph) {
        this.graph = graph;
    }

    /** The initialisations that single layers asked for, by layer. */
    Map<String, InitializationConfig> initializations() {
        return initializations;
    }

    /** Adds layers behind the layer {@code input}; returns the name of the last. */
    String add(List<LayerConfig> layers, String input) {
        String last = input;
        for (LayerConfig layer : layers) {
            last = add(layer, last);
        }
        return last;
    }

    private String add(LayerConfig layer, String input) {
        if (layer instanceof LayerConfig.Dense l) {
            return add(Kind.DENSE, dense(l), input, l.initialization());
        } else if (layer instanceof LayerConfig.Convolution l) {
            return add(Kind.CONVOLUTION, convolution(l), input, l.initialization());
        } else if (layer instanceof LayerConfig.Pooling l) {
            return add(Kind.POOLING, pooling(l), input, null);
        } else if (layer instanceof LayerConfig.BatchNorm l) {
            return add(Kind.BATCH_NORM, batchNorm(l), input, null);
        } else if (layer instanceof LayerConfig.Dropout l) {
            return add(Kind.DROPOUT, new DropoutLayer.Builder(1 - l.rate()).build(), input, null);
        } else if (layer instanceof LayerConfig.Activation l) {
            return add(Kind.ACTIVATION, new SeparateActivation(Activations.of(l.function())), input, null);
        } else if (layer instanceof LayerConfig.Residual l) {
            String end = add(l.layers(), input);
            String name = name(Kind.RESIDUAL);
            graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), input, end);
            return name;
        }
        throw new IllegalStateException("no layer for " + layer);
    }

    private String add(
            Kind kind,
            org.deeplearning4j.nn.conf.layers.Layer layer,
            String input,
            @Nullable InitializationConfig initialization) {
        String name = name(kind);
        graph.addLayer(name, layer, input);
        if (initialization != null) {
            initializations.put(name, initialization);
        }
        return name;
    }

    private String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + counts.merge(kind, 1, Integer::sum);
    }

    private static DenseLayer dense(LayerConfig.Dense layer) {
        return new DenseLayer.Builder()
                .nOut(layer.units())
                .activation(Activations.of(layer.activation()))
                .build();
    }

    private static ConvolutionLayer convolution(LayerConfig.Convolution layer) {
        return new ConvolutionLayer.Builder(layer.kernel(), layer.kernel())
                .nOut(layer.filters())
                .stride(layer.stride(), layer.stride())
                .convolutionMode(mode(layer.padding()))
                .activation(Activations.of(layer.activation()))
                .build();
    }

    private static SubsamplingLayer pooling(LayerConfig.Pooling layer) {
        SubsamplingLayer.PoolingType type = layer.kind() == LayerConfig.Kind.MAX
                ? SubsamplingLayer.PoolingType.MAX
                : SubsamplingLayer.PoolingType.AVG;
        return new SubsamplingLayer.Builder(type)
                .kernelSize(layer.kernel(), layer.kernel())
                .stride(layer.stride(), layer.stride())
                .convolutionMode(mode(layer.padding()))
                .build();
    }

    private static BatchNormalization batchNorm(LayerConfig.BatchNorm layer) {
        return new BatchNormalization.Builder()
                .decay(layer.decay())
                .eps(layer.epsilon())
                .build();
    }

    private static ConvolutionMode mode(LayerConfig.Padding padding) {
        return padding == LayerConfig.Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate;
    }
}
