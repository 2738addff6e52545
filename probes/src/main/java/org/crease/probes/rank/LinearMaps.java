package org.crease.probes.rank;

import java.util.Arrays;
import org.crease.probes.snapshot.LayerMap;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The linear part of a layer's map, and the constant that it adds. */
final class LinearMaps {
    private LinearMaps() {}

    /** The linear part of any map but max pooling, which has one only at a point. */
    static LinearMap of(Layer layer) {
        LayerMap map = layer.map();
        if (map instanceof LayerMap.Dense dense) {
            return new DenseMap(weights(layer, dense.weights()), layer.inputUnits(), layer.units());
        } else if (map instanceof LayerMap.Convolution convolution) {
            double[] weights = weights(layer, convolution.weights());
            return new ConvolutionMap(weights, layer.shape()[0], layer.inputShape(), convolution.window());
        } else if (map instanceof LayerMap.AveragePooling pooling) {
            return new AveragePoolingMap(layer.inputShape(), pooling.window());
        } else if (map instanceof LayerMap.Scaling scaling) {
            double[] scale = weights(layer, scaling.scale());
            return new SumMap(scale, layer.units() / scale.length);
        } else if (map instanceof LayerMap.MaxPooling) {
            throw new IllegalArgumentException("layer " + layer.name() + ": max pooling is linear only at a point");
        }
        double[] ones = new double[layer.units()];
        Arrays.fill(ones, 1);
        return new SumMap(ones, 1);
    }

    /** The constant that a layer's map adds, one number a unit. */
    static double[] constant(Layer layer) {
        LayerMap map = layer.map();
        INDArray bias = map instanceof LayerMap.Dense dense
                ? dense.bias()
                : map instanceof LayerMap.Convolution convolution
                        ? convolution.bias()
                        : map instanceof LayerMap.Scaling scaling ? scaling.shift() : null;
        return constant(layer, bias);
    }

    private static double[] constant(Layer layer, @Nullable INDArray bias) {
        double[] constant = new double[layer.units()];
        if (bias != null) {
            double[] channels = weights(layer, bias);
            Arrays.setAll(constant, unit -> channels[unit / (constant.length / channels.length)]);
        }
        return constant;
    }

    /** Numbers of a map, refused unless finite. */
    static double[] weights(Layer layer, INDArray weights) {
        return Values.finite(Values.of(weights), "layer " + layer.name() + ": weights");
    }
}
