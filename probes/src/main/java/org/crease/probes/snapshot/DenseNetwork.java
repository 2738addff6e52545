package org.crease.probes.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A network of dense layers, one after another, whose weights are plain arrays: so that networks that nobody trained, or that
 * were trained elsewhere, can be probed. Instances are immutable.
 */
public final class DenseNetwork {
    private final int features;
    private final List<Layer> layers;

    private record Layer(String name, LayerMap.Dense map, Activation activation) {}

    private DenseNetwork(int features, List<Layer> layers) {
        this.features = features;
        this.layers = List.copyOf(layers);
    }

    /**
     * A network without layers.
     *
     * @param features of its input, at least 1
     */
    public static DenseNetwork taking(int features) {
        if (features < 1) {
            throw new IllegalArgumentException("number of features is " + features + "; it must be at least 1");
        }
        return new DenseNetwork(features, List.of());
    }

    /**
     * The same with another layer after the last.
     *
     * @param name unique within the network
     * @param weights a row a unit, each as long as the layer before has units; copied
     * @param bias one a unit; copied
     * @param activation identity, ReLU or leaky ReLU
     * @throws IllegalArgumentException when these do not fit each other
     */
    public DenseNetwork dense(String name, float[][] weights, float[] bias, Activation activation) {
        if (!activation.piecewiseLinear()) {
            throw new IllegalArgumentException(
                    "layer " + name + " has the activation " + activation.kind() + "; expected one of straight pieces");
        }
        if (layers.stream().anyMatch(layer -> layer.name().equals(name))) {
            throw new IllegalArgumentException("there are two layers named " + name + "; names must be unique");
        }
        if (weights.length == 0 || weights.length != bias.length) {
            throw new IllegalArgumentException("layer " + name + " has " + weights.length + " rows of weights and "
                    + bias.length + " biases; expected one of each a unit, and a unit");
        }
        List<Layer> more = new ArrayList<>(layers);
        INDArray matrix = Nd4j.create(rows(weights, units(), "layer " + name + ", unit "))
                .transpose()
                .dup('c');
        more.add(new Layer(name, new LayerMap.Dense(matrix, Nd4j.createFromArray(bias.clone())), activation));
        return new DenseNetwork(features, more);
    }

    /** Number of units of the last layer; of features, without one. */
    public int units() {
        return layers.isEmpty()
                ? features
                : Math.toIntExact(layers.get(layers.size() - 1).map().weights().size(1));
    }

    private static float[][] rows(float[][] rows, int length, String what) {
        for (int k = 0; k < rows.length; k++) {
            if (rows[k].length != length) {
                throw new IllegalArgumentException(
                        what + k + " has " + rows[k].length + " numbers; expected " + length);
            }
        }
        return rows;
    }

    /**
     * The network at step 0 on these inputs, with ids from 0 and without labels; computed in float32.
     *
     * @throws IllegalArgumentException when an input has another number of features, or there are no layers
     */
    public Snapshot on(float[]... inputs) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("network has no layers; expected at least one");
        }
        INDArray values = inputs.length == 0
                ? Nd4j.create(DataType.FLOAT, 0, features)
                : Nd4j.create(rows(inputs, features, "input "));
        int[] ids = IntStream.range(0, inputs.length).toArray();
        int[] labels = IntStream.generate(() -> -1).limit(inputs.length).toArray();
        ProbeSet probeSet = new ProbeSet(ids, values, labels);
        List<LayerSnapshot> snapshots = new ArrayList<>();
        String before = LayerSnapshot.NETWORK_INPUT;
        for (Layer layer : layers) {
            values = inputs.length == 0
                    ? Nd4j.create(DataType.FLOAT, 0, layer.map().weights().size(1))
                    : activated(MapEvaluation.apply(layer.map(), List.of(values)), layer.activation());
            snapshots.add(new LayerSnapshot(layer.name(), List.of(before), layer.map(), layer.activation(), values));
            before = layer.name();
        }
        return new Snapshot(0, probeSet, snapshots);
    }

    private static INDArray activated(INDArray values, Activation activation) {
        return switch (activation.kind()) {
            case RELU -> Transforms.relu(values).dup('c');
            case LEAKY_RELU -> Transforms.leakyRelu(values, activation.slope()).dup('c');
            default -> values.dup('c');
        };
    }
}
