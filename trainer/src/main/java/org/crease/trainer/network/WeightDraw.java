package org.crease.trainer.network;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.crease.trainer.config.InitializationConfig;
import org.crease.trainer.seed.Streams;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Draws the weights of a network. Ours rather than Deeplearning4j's, because its draws depend on the native library's build
 * and its biases know constants only. Every layer has its own stream, {@code init/<layer>}, and elements are drawn in
 * row-major order of the weights' shape, inputs first for dense layers.
 */
final class WeightDraw {
    private final InitializationConfig common;
    private final Map<String, InitializationConfig> byLayer;
    private final Streams streams;

    WeightDraw(InitializationConfig common, Map<String, InitializationConfig> byLayer, Streams streams) {
        this.common = common;
        this.byLayer = byLayer;
        this.streams = streams;
    }

    void fill(ComputationGraph graph) {
        for (Layer layer : graph.getLayers()) {
            String name = layer.conf().getLayer().getLayerName();
            if (layer.numParams() > 0 && layer.getParam("W") != null) {
                fill(layer, byLayer.getOrDefault(name, common), streams.random("init/" + name));
            }
        }
    }

    private static void fill(Layer layer, InitializationConfig how, SplittableRandom random) {
        INDArray weights = layer.getParam("W");
        double inputs = weights.rank() == 2 ? weights.size(0) : (double) weights.length() / weights.size(0);
        double outputs = (double) weights.length() / inputs;
        draw(weights, Distribution.source(how, inputs, outputs, random));
        INDArray bias = layer.getParam("b");
        if (bias != null && how instanceof InitializationConfig.PyTorch) {
            draw(bias, Distribution.source(how, inputs, outputs, random));
        }
    }

    private static void draw(INDArray target, DoubleSupplier source) {
        float[] values = new float[Math.toIntExact(target.length())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) source.getAsDouble();
        }
        target.assign(Nd4j.create(values, target.shape(), 'c'));
    }
}
