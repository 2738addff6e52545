package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Dense layers one after the other, evaluated by plain loops: what a partition is compared with. */
final class DenseNetwork {
    private final int features;
    private final List<Layer> layers = new ArrayList<>();

    /**
     * A layer.
     *
     * @param weights one row a unit
     * @param bias one number a unit
     */
    record Layer(double[][] weights, double[] bias, Activation activation) {

        double[] before(double[] x) {
            double[] values = bias.clone();
            for (int unit = 0; unit < values.length; unit++) {
                for (int i = 0; i < x.length; i++) {
                    values[unit] += weights[unit][i] * x[i];
                }
            }
            return values;
        }
    }

    DenseNetwork(int features) {
        this.features = features;
    }

    static Activation leaky() {
        return new Activation(Activation.Kind.LEAKY_RELU, 0.125);
    }

    DenseNetwork add(Activation activation, double[] bias, double[]... weights) {
        layers.add(new Layer(weights, bias, activation));
        return this;
    }

    /** Units with weights and biases evenly from ±bound, rounded to float32. */
    DenseNetwork add(int units, Activation activation, double bound, Random random) {
        int inputs = layers.isEmpty() ? features : layers.get(layers.size() - 1).bias().length;
        double[][] weights = new double[units][];
        for (int unit = 0; unit < units; unit++) {
            weights[unit] = draw(inputs, bound, random);
        }
        return add(activation, draw(units, bound, random), weights);
    }

    private static double[] draw(int count, double bound, Random random) {
        return IntStream.range(0, count)
                .mapToDouble(i -> (float) (bound * (2 * random.nextDouble() - 1)))
                .toArray();
    }

    List<Layer> layers() {
        return layers;
    }

    static String name(int layer) {
        return "dense-" + (layer + 1);
    }

    /** The global codeword at a point, by the first layers. */
    BitSet codeword(double[] point, int count) {
        BitSet codeword = new BitSet();
        double[] x = point;
        int bit = 0;
        for (Layer layer : layers.subList(0, count)) {
            double[] before = layer.before(x);
            double slope = layer.activation().slope();
            if (layer.activation().kind() != Activation.Kind.IDENTITY) {
                for (double value : before) {
                    codeword.set(bit++, value > 0);
                }
                x = Arrays.stream(before).map(v -> v > 0 ? v : slope * v).toArray();
            } else {
                x = before;
            }
        }
        return codeword;
    }

    /** The network seen at points. */
    Snapshot snapshot(double[]... points) {
        List<LayerSnapshot> snapshots = new ArrayList<>();
        double[][] x = points;
        String before = LayerSnapshot.NETWORK_INPUT;
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            double slope = layer.activation().slope();
            boolean identity = layer.activation().kind() == Activation.Kind.IDENTITY;
            x = Arrays.stream(x)
                    .map(point -> Arrays.stream(layer.before(point))
                            .map(v -> v > 0 || identity ? v : slope * v)
                            .toArray())
                    .toArray(double[][]::new);
            INDArray weights = floats(layer.weights()).transpose().dup('c');
            LayerMap map = new LayerMap.Dense(
                    weights, Nd4j.createFromArray(layer.bias()).castTo(DataType.FLOAT));
            snapshots.add(new LayerSnapshot(name(l), List.of(before), map, layer.activation(), floats(x)));
            before = name(l);
        }
        int[] ids = IntStream.range(0, points.length).toArray();
        return new Snapshot(5, new ProbeSet(ids, floats(points), new int[ids.length]), snapshots);
    }

    private static INDArray floats(double[][] rows) {
        return Nd4j.createFromArray(rows).castTo(DataType.FLOAT);
    }
}
