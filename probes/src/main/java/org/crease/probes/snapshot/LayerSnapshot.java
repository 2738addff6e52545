package org.crease.probes.snapshot;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One layer: x ↦ activation(map(x)).
 *
 * @param name unique within the network
 * @param inputs names of the layers that it takes its input from, or {@link #NETWORK_INPUT}
 * @param map the affine (or, for pooling, piecewise linear) part
 * @param activation applied to the map's value, elementwise but for softmax
 * @param activations the layer's value on the probe set, shape (n, features) or (n, channels, height, width)
 */
public record LayerSnapshot(
        String name, List<String> inputs, LayerMap map, Activation activation, INDArray activations) {

    /** The name by which a layer refers to the network's input. */
    public static final String NETWORK_INPUT = "input";

    public LayerSnapshot {
        inputs = List.copyOf(inputs);
    }
}
