package org.crease.benchmarks.regions;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerMap.Window;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.MapEvaluation;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Untrained networks: weights by He's rule, biases of a tenth's deviation, from a seed. */
final class Networks {
    private static final double BIAS = 0.1;

    private final Random random;
    private final INDArray inputs;
    private final List<LayerSnapshot> layers = new ArrayList<>();

    private Networks(INDArray inputs, Random random) {
        this.inputs = inputs;
        this.random = random;
    }

    /** Dense layers, all but the last with ReLU, at inputs of normal distribution. */
    static Snapshot dense(int inputs, long seed, int features, int... units) {
        Random random = new Random(seed);
        Networks network = new Networks(gaussian(random, 1, inputs, features), random);
        for (int layer = 0; layer < units.length; layer++) {
            network.dense(units[layer], layer + 1 < units.length);
        }
        return network.snapshot();
    }

    /** 28 x 28 images, 5 x 5 convolutions of 6 and 16 channels with 2 x 2 max pooling, dense layers of 120, 84 and 10 units. */
    static Snapshot leNet(int inputs, long seed) {
        return convolutional(inputs, seed, 28, new int[] {6, 16}, 5, 120, 84, 10);
    }

    /** 10 x 10 images, 3 x 3 convolutions of 4 and 8 channels with 2 x 2 max pooling, dense layers of 16 and 3 units. */
    static Snapshot small(int inputs, long seed) {
        return convolutional(inputs, seed, 10, new int[] {4, 8}, 3, 16, 3);
    }

    private static Snapshot convolutional(int inputs, long seed, int side, int[] channels, int kernel, int... units) {
        Random random = new Random(seed);
        Networks network = new Networks(gaussian(random, 1, inputs, 1, side, side), random);
        for (int count : channels) {
            network.convolution(count, kernel);
            network.pooling();
        }
        for (int layer = 0; layer < units.length; layer++) {
            network.dense(units[layer], layer + 1 < units.length);
        }
        return network.snapshot();
    }

    private void dense(int units, boolean relu) {
        INDArray before = last();
        int features = Math.toIntExact(before.length() / before.size(0));
        add(new LayerMap.Dense(weights(features, features, units), gaussian(random, BIAS, units)), relu);
    }

    private void convolution(int channels, int kernel) {
        INDArray before = last();
        int taps = Math.toIntExact(before.size(1)) * kernel * kernel;
        add(
                new LayerMap.Convolution(
                        weights(taps, channels, before.size(1), kernel, kernel),
                        gaussian(random, BIAS, channels),
                        window(kernel, 1)),
                true);
    }

    private void pooling() {
        add(new LayerMap.MaxPooling(window(2, 2)), false);
    }

    private Window window(int kernel, int stride) {
        int[] output = IntStream.of(2, 3)
                .map(axis -> Math.toIntExact((last().size(axis) - kernel) / stride + 1))
                .toArray();
        return new Window(new int[] {kernel, kernel}, new int[] {stride, stride}, new int[2], output);
    }

    private INDArray last() {
        return layers.isEmpty() ? inputs : layers.get(layers.size() - 1).activations();
    }

    private void add(LayerMap map, boolean relu) {
        String before = layers.isEmpty()
                ? LayerSnapshot.NETWORK_INPUT
                : layers.get(layers.size() - 1).name();
        String name = map.getClass().getSimpleName() + "-" + (layers.size() + 1);
        INDArray value = MapEvaluation.apply(map, List.of(last()));
        layers.add(new LayerSnapshot(
                name,
                List.of(before),
                map,
                relu ? Activation.RELU : Activation.IDENTITY,
                (relu ? Transforms.relu(value) : value).dup('c')));
    }

    private Snapshot snapshot() {
        int count = Math.toIntExact(inputs.size(0));
        return new Snapshot(0, new ProbeSet(IntStream.range(0, count).toArray(), inputs, new int[count]), layers);
    }

    private INDArray weights(int inputsOfUnit, long... shape) {
        return gaussian(random, Math.sqrt(2.0 / inputsOfUnit), shape);
    }

    private static INDArray gaussian(Random random, double deviation, long... shape) {
        long count = 1;
        for (long extent : shape) {
            count *= extent;
        }
        float[] numbers = new float[Math.toIntExact(count)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (deviation * random.nextGaussian());
        }
        return Nd4j.createFromArray(numbers).reshape('c', shape);
    }
}
