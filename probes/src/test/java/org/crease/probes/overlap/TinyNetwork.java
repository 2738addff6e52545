package org.crease.probes.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** A network evaluated by plain loops in double precision, from weights that float32 holds. */
final class TinyNetwork {
    private final int features;
    private final List<LayerSnapshot> layers = new ArrayList<>();
    private final Map<String, Integer> units = new HashMap<>();

    TinyNetwork(int features) {
        this.features = features;
        units.put(LayerSnapshot.NETWORK_INPUT, features);
    }

    static INDArray array(double[]... rows) {
        double[] numbers = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return Nd4j.createFromArray(numbers)
                .castTo(DataType.FLOAT)
                .reshape('c', rows.length, rows.length == 0 ? 0 : rows[0].length);
    }

    private static INDArray vector(double... numbers) {
        return Nd4j.createFromArray(numbers).castTo(DataType.FLOAT);
    }

    /** A dense layer after the last one, given as rows, one a unit. */
    TinyNetwork dense(Activation activation, double[] bias, double[]... rows) {
        return dense("layer" + (layers.size() + 1), last(), activation, bias, rows);
    }

    TinyNetwork dense(String name, String input, Activation activation, double[] bias, double[]... rows) {
        LayerMap map = new LayerMap.Dense(array(rows).transpose().dup('c'), vector(bias));
        return add(name, List.of(input), map, activation, rows.length);
    }

    /** A dense layer with Gaussian weights and biases. */
    TinyNetwork random(int count, Activation activation, Random random) {
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = gaussians(size(last()), random);
        }
        return dense(activation, gaussians(count, random), rows);
    }

    TinyNetwork add(String name, List<String> inputs, LayerMap map, Activation activation, int count) {
        units.put(name, count);
        layers.add(new LayerSnapshot(name, inputs, map, activation, Nd4j.create(DataType.FLOAT, 0, count)));
        return this;
    }

    static double[] gaussians(int count, Random random) {
        return IntStream.range(0, count)
                .mapToDouble(i -> (float) random.nextGaussian())
                .toArray();
    }

    private String last() {
        return layers.isEmpty()
                ? LayerSnapshot.NETWORK_INPUT
                : layers.get(layers.size() - 1).name();
    }

    private int size(String name) {
        return Objects.requireNonNull(units.get(name));
    }

    Snapshot snapshot(double[]... points) {
        return snapshot(new int[points.length], points);
    }

    Snapshot snapshot(int[] labels, double[]... points) {
        List<LayerSnapshot> evaluated = layers.stream()
                .map(layer -> new LayerSnapshot(
                        layer.name(), layer.inputs(), layer.map(), layer.activation(), values(layer.name(), points)))
                .toList();
        int[] ids = IntStream.range(0, points.length).map(i -> 100 + i).toArray();
        INDArray inputs = points.length == 0 ? Nd4j.create(DataType.FLOAT, 0, features) : array(points);
        return new Snapshot(3, new ProbeSet(ids, inputs, labels), evaluated);
    }

    private INDArray values(String name, double[]... points) {
        return points.length == 0
                ? Nd4j.create(DataType.FLOAT, 0, size(name))
                : array(Arrays.stream(points).map(point -> value(name, point)).toArray(double[][]::new));
    }

    /** The value of a layer at a point. */
    double[] value(String name, double... point) {
        Map<String, double[]> values = new HashMap<>();
        values.put(LayerSnapshot.NETWORK_INPUT, point);
        for (LayerSnapshot layer : layers) {
            List<double[]> inputs = layer.inputs().stream()
                    .map(input -> Objects.requireNonNull(values.get(input)))
                    .toList();
            values.put(layer.name(), activated(layer.activation(), affine(layer, inputs)));
        }
        return Objects.requireNonNull(values.get(name));
    }

    private double[] affine(LayerSnapshot layer, List<double[]> inputs) {
        double[] value = new double[size(layer.name())];
        for (double[] input : inputs) {
            for (int out = 0; out < value.length; out++) {
                if (layer.map() instanceof LayerMap.Dense dense) {
                    value[out] += Objects.requireNonNull(dense.bias()).getDouble(out);
                    for (int in = 0; in < input.length; in++) {
                        value[out] += dense.weights().getDouble(in, out) * input[in];
                    }
                } else if (layer.map() instanceof LayerMap.Scaling scaling) {
                    value[out] += scaling.scale().getDouble(out) * input[out]
                            + scaling.shift().getDouble(out);
                } else {
                    value[out] += input[out];
                }
            }
        }
        return value;
    }

    private static double[] activated(Activation activation, double[] before) {
        return switch (activation.kind()) {
            case RELU -> Arrays.stream(before).map(x -> Math.max(0, x)).toArray();
            case LEAKY_RELU ->
                Arrays.stream(before)
                        .map(x -> x > 0 ? x : activation.slope() * x)
                        .toArray();
            case TANH -> Arrays.stream(before).map(Math::tanh).toArray();
            case SOFTMAX -> {
                double sum = Arrays.stream(before).map(Math::exp).sum();
                yield Arrays.stream(before).map(x -> Math.exp(x) / sum).toArray();
            }
            default -> before;
        };
    }
}
