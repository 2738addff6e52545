package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.Arrays;
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

/** Convolutions, max pooling and dense layers one after the other, unrolled by plain loops into stages for brute force. */
final class PooledNetwork {
    private final int[] inputShape;
    private final List<LayerSnapshot> layers = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private int[] shape;

    /**
     * Either an affine map with an activation or the largest of each window.
     *
     * @param rows of the map, one a unit; none for windows
     * @param windows input units of each window, in row-major order; none for a map
     */
    record Stage(String name, double[][] rows, double[] bias, Activation activation, int[][] windows) {}

    interface Weights {
        double next();
    }

    PooledNetwork(int... inputShape) {
        this.inputShape = inputShape;
        shape = inputShape;
    }

    static Weights uniform(Random random) {
        return () -> (float) (2 * random.nextDouble() - 1);
    }

    static Weights signs(Random random) {
        return () -> random.nextInt(3) - 1;
    }

    List<Stage> stages() {
        return stages;
    }

    String last() {
        return layers.get(layers.size() - 1).name();
    }

    PooledNetwork convolution(int channels, int kernel, int padding, Activation activation, Weights weights) {
        LayerMap.Window window = window(new int[] {kernel, kernel}, new int[] {1, 1}, new int[] {padding, padding});
        int taps = shape[0] * kernel * kernel;
        double[] kernels = draw(channels * taps, weights);
        double[] bias = draw(channels, weights);
        int positions = window.output()[0] * window.output()[1];
        double[][] rows = new double[channels * positions][units()];
        for (int out = 0; out < rows.length; out++) {
            int top = out % positions / window.output()[1] - padding;
            int left = out % window.output()[1] - padding;
            for (int tap = 0; tap < taps; tap++) {
                int channel = tap / (kernel * kernel);
                int y = top + tap / kernel % kernel;
                int x = left + tap % kernel;
                if (y >= 0 && y < shape[1] && x >= 0 && x < shape[2]) {
                    rows[out][(channel * shape[1] + y) * shape[2] + x] = kernels[out / positions * taps + tap];
                }
            }
        }
        LayerMap map = new LayerMap.Convolution(
                floats(kernels, channels, shape[0], kernel, kernel), floats(bias, channels), window);
        double[] biases = IntStream.range(0, rows.length)
                .mapToDouble(out -> bias[out / positions])
                .toArray();
        return add(map, activation, rows, biases, new int[0][], channels, window.output()[0], window.output()[1]);
    }

    PooledNetwork maxPooling(int[] kernel, int[] stride, int[] padding) {
        LayerMap.Window window = window(kernel, stride, padding);
        int positions = window.output()[0] * window.output()[1];
        int[][] windows = new int[shape[0] * positions][];
        for (int out = 0; out < windows.length; out++) {
            int top = out % positions / window.output()[1] * stride[0] - padding[0];
            int left = out % window.output()[1] * stride[1] - padding[1];
            List<Integer> under = new ArrayList<>();
            for (int y = Math.max(0, top); y < Math.min(shape[1], top + kernel[0]); y++) {
                for (int x = Math.max(0, left); x < Math.min(shape[2], left + kernel[1]); x++) {
                    under.add((out / positions * shape[1] + y) * shape[2] + x);
                }
            }
            windows[out] = under.stream().mapToInt(i -> i).toArray();
        }
        return add(
                new LayerMap.MaxPooling(window),
                Activation.IDENTITY,
                new double[0][],
                new double[0],
                windows,
                shape[0],
                window.output()[0],
                window.output()[1]);
    }

    PooledNetwork dense(int units, Activation activation, Weights weights) {
        double[][] rows = new double[units][];
        Arrays.setAll(rows, i -> draw(units(), weights));
        double[] bias = draw(units, weights);
        INDArray matrix =
                Nd4j.createFromArray(rows).castTo(DataType.FLOAT).transpose().dup('c');
        return add(new LayerMap.Dense(matrix, floats(bias, units)), activation, rows, bias, new int[0][], units);
    }

    private PooledNetwork add(
            LayerMap map, Activation activation, double[][] rows, double[] bias, int[][] windows, int... extents) {
        String name = "layer-" + (layers.size() + 1);
        String before = layers.isEmpty() ? LayerSnapshot.NETWORK_INPUT : last();
        layers.add(new LayerSnapshot(name, List.of(before), map, activation, empty(extents)));
        stages.add(new Stage(name, rows, bias, activation, windows));
        shape = extents;
        return this;
    }

    /** The network without its values: a partition looks at shapes alone. */
    Snapshot snapshot() {
        return new Snapshot(0, new ProbeSet(new int[1], empty(inputShape), new int[1]), layers);
    }

    private int units() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private LayerMap.Window window(int[] kernel, int[] stride, int[] padding) {
        int[] output = {
            (shape[1] + 2 * padding[0] - kernel[0]) / stride[0] + 1,
            (shape[2] + 2 * padding[1] - kernel[1]) / stride[1] + 1
        };
        return new LayerMap.Window(kernel, stride, padding, output);
    }

    private static INDArray empty(int... extents) {
        return Nd4j.zeros(
                DataType.FLOAT,
                IntStream.concat(IntStream.of(1), Arrays.stream(extents))
                        .asLongStream()
                        .toArray());
    }

    private static INDArray floats(double[] numbers, long... shape) {
        return Nd4j.createFromArray(numbers).castTo(DataType.FLOAT).reshape('c', shape);
    }

    private static double[] draw(int count, Weights weights) {
        return IntStream.range(0, count).mapToDouble(i -> weights.next()).toArray();
    }
}
