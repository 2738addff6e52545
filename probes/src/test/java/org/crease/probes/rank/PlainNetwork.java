package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerMap.Window;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network evaluated by plain loops in double precision, with its whole Jacobian by the chain rule on full matrices: what
 * the probe is compared with. Slopes of smooth activations are central differences.
 */
final class PlainNetwork {
    private final int[] inputShape;
    private final List<Node> nodes = new ArrayList<>();

    private record Node(String name, List<String> inputs, LayerMap map, Activation activation, int[] shape) {}

    /** Values and Jacobian (units × features) of one node. */
    private record Dual(double[] values, double[][] jacobian) {}

    PlainNetwork(int... inputShape) {
        this.inputShape = inputShape;
    }

    static Activation activation(Activation.Kind kind) {
        return new Activation(kind, kind == Activation.Kind.LEAKY_RELU ? 0.01 : 0);
    }

    static INDArray array(double[] numbers, long... shape) {
        return Nd4j.createFromArray(numbers).castTo(DataType.FLOAT).reshape('c', shape);
    }

    /** Numbers that float32 holds exactly. */
    static double[] draw(int count, DoubleSupplier source) {
        return IntStream.range(0, count)
                .mapToDouble(i -> (float) source.getAsDouble())
                .toArray();
    }

    /** Evenly from ±bound. */
    static DoubleSupplier uniform(Random random, double bound) {
        return () -> bound * (2 * random.nextDouble() - 1);
    }

    PlainNetwork add(String name, List<String> inputs, LayerMap map, Activation activation) {
        nodes.add(new Node(name, inputs, map, activation, outputShape(inputs, map)));
        return this;
    }

    /** Adds a layer after the last one. */
    PlainNetwork then(String name, LayerMap map, Activation activation) {
        return add(name, List.of(last()), map, activation);
    }

    /** A dense layer given as rows, one a unit. */
    PlainNetwork dense(String name, Activation activation, double[] bias, double[]... rows) {
        double[] weights = new double[rows.length * rows[0].length];
        for (int out = 0; out < rows.length; out++) {
            for (int in = 0; in < rows[0].length; in++) {
                weights[in * rows.length + out] = rows[out][in];
            }
        }
        LayerMap map = new LayerMap.Dense(array(weights, rows[0].length, rows.length), array(bias, bias.length));
        return then(name, map, activation);
    }

    /** A dense layer with weights and biases evenly from ±1/√inputs. */
    PlainNetwork dense(String name, int units, Activation activation, Random random) {
        int inputs = product(shape(last()));
        DoubleSupplier source = uniform(random, 1 / Math.sqrt(inputs));
        LayerMap map = new LayerMap.Dense(
                array(draw(inputs * units, source), inputs, units), array(draw(units, source), units));
        return then(name, map, activation);
    }

    PlainNetwork convolution(
            String name, int channels, int kernel, int stride, int padding, Activation activation, Random random) {
        int[] image = shape(last());
        int fan = image[0] * kernel * kernel;
        DoubleSupplier source = uniform(random, 1 / Math.sqrt(fan));
        INDArray weights = array(draw(channels * fan, source), channels, image[0], kernel, kernel);
        LayerMap map = new LayerMap.Convolution(
                weights, array(draw(channels, source), channels), window(image, kernel, stride, padding));
        return then(name, map, activation);
    }

    PlainNetwork maxPooling(String name, int kernel, int stride, int padding) {
        LayerMap map = new LayerMap.MaxPooling(window(shape(last()), kernel, stride, padding));
        return then(name, map, Activation.IDENTITY);
    }

    PlainNetwork averagePooling(String name, int kernel, int stride, int padding) {
        LayerMap map = new LayerMap.AveragePooling(window(shape(last()), kernel, stride, padding));
        return then(name, map, Activation.IDENTITY);
    }

    static Window window(int[] image, int kernel, int stride, int padding) {
        int[] output = {(image[1] + 2 * padding - kernel) / stride + 1, (image[2] + 2 * padding - kernel) / stride + 1};
        return new Window(new int[] {kernel, kernel}, new int[] {stride, stride}, new int[] {padding, padding}, output);
    }

    String last() {
        return nodes.isEmpty()
                ? LayerSnapshot.NETWORK_INPUT
                : nodes.get(nodes.size() - 1).name();
    }

    Snapshot snapshot(double[]... points) {
        List<Map<String, Dual>> runs = new ArrayList<>();
        for (double[] point : points) {
            runs.add(run(point, false));
        }
        List<LayerSnapshot> layers = new ArrayList<>();
        for (Node node : nodes) {
            double[][] values = runs.stream()
                    .map(run -> run.getOrDefault(node.name(), new Dual(new double[0], new double[0][]))
                            .values())
                    .toArray(double[][]::new);
            layers.add(new LayerSnapshot(
                    node.name(), node.inputs(), node.map(), node.activation(), stacked(values, node.shape())));
        }
        int[] ids = IntStream.range(0, points.length).map(i -> 10 + i).toArray();
        return new Snapshot(7, new ProbeSet(ids, stacked(points, inputShape), new int[ids.length]), layers);
    }

    private static INDArray stacked(double[][] values, int[] shape) {
        long[] extents = new long[shape.length + 1];
        extents[0] = values.length;
        for (int i = 0; i < shape.length; i++) {
            extents[i + 1] = shape[i];
        }
        if (values.length == 0) {
            return Nd4j.create(DataType.FLOAT, extents);
        }
        double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
        return array(all, extents);
    }

    /** The Jacobian of a layer by the input, shape (units, features). */
    double[][] jacobian(double[] point, String layer) {
        return Objects.requireNonNull(run(point, true).get(layer)).jacobian();
    }

    private Map<String, Dual> run(double[] point, boolean tangents) {
        int features = tangents ? point.length : 0;
        double[][] identity = new double[point.length][features];
        for (int i = 0; i < features; i++) {
            identity[i][i] = 1;
        }
        Map<String, Dual> duals = new HashMap<>();
        duals.put(LayerSnapshot.NETWORK_INPUT, new Dual(point, identity));
        for (Node node : nodes) {
            List<Dual> inputs = node.inputs().stream()
                    .map(name -> Objects.requireNonNull(duals.get(name)))
                    .toList();
            duals.put(node.name(), value(node, inputs, features));
        }
        return duals;
    }

    private Dual value(Node node, List<Dual> inputs, int features) {
        double[][] matrix = matrix(node, inputs.get(0).values());
        double[] bias = bias(node);
        int units = product(node.shape());
        double[] values = new double[units];
        double[][] jacobian = new double[units][features];
        for (int out = 0; out < units; out++) {
            values[out] = bias[out];
            for (Dual input : inputs) {
                for (int in = 0; in < input.values().length; in++) {
                    if (matrix[out][in] != 0) {
                        values[out] += matrix[out][in] * input.values()[in];
                        for (int c = 0; c < features; c++) {
                            jacobian[out][c] += matrix[out][in] * input.jacobian()[in][c];
                        }
                    }
                }
            }
        }
        return activate(node.activation(), new Dual(values, jacobian));
    }

    private static Dual activate(Activation activation, Dual before) {
        int units = before.values().length;
        int features = before.jacobian()[0].length;
        double[] values = PlainActivation.apply(activation, before.values());
        double[][] slopes = PlainActivation.jacobian(activation, before.values());
        double[][] jacobian = new double[units][features];
        for (int out = 0; out < units; out++) {
            for (int in = 0; in < units; in++) {
                if (slopes[out][in] != 0) {
                    for (int c = 0; c < features; c++) {
                        jacobian[out][c] += slopes[out][in] * before.jacobian()[in][c];
                    }
                }
            }
        }
        return new Dual(values, jacobian);
    }

    /** The linear part as a full matrix (units × inputs); of max pooling, at these values. */
    private double[][] matrix(Node node, double[] values) {
        int[] in = shape(node.inputs().get(0));
        double[][] matrix = new double[product(node.shape())][product(in)];
        if (node.map() instanceof LayerMap.Dense dense) {
            for (int o = 0; o < matrix.length; o++) {
                for (int i = 0; i < matrix[0].length; i++) {
                    matrix[o][i] = dense.weights().getDouble(i, o);
                }
            }
        } else if (node.map() instanceof LayerMap.Convolution convolution) {
            fill(matrix, node, convolution.window(), in, (o, c, ky, kx, at) -> {
                matrix[o[0]][at] = convolution.weights().getDouble(o[1], c, ky, kx);
            });
        } else if (node.map() instanceof LayerMap.AveragePooling pooling) {
            int[] inside = new int[matrix.length];
            fill(matrix, node, pooling.window(), in, (o, c, ky, kx, at) -> inside[o[0]] += o[1] == c ? 1 : 0);
            fill(matrix, node, pooling.window(), in, (o, c, ky, kx, at) -> {
                matrix[o[0]][at] = o[1] == c ? 1.0 / inside[o[0]] : 0;
            });
        } else if (node.map() instanceof LayerMap.MaxPooling pooling) {
            int[] best = new int[matrix.length];
            Arrays.fill(best, -1);
            fill(matrix, node, pooling.window(), in, (o, c, ky, kx, at) -> {
                if (o[1] == c && (best[o[0]] < 0 || values[at] > values[best[o[0]]])) {
                    best[o[0]] = at;
                }
            });
            for (int o = 0; o < best.length; o++) {
                matrix[o][best[o]] = 1;
            }
        } else {
            for (int i = 0; i < matrix.length; i++) {
                matrix[i][i] = node.map() instanceof LayerMap.Scaling scaling
                        ? scaling.scale()
                                .getDouble(i
                                        / (matrix.length / (int) scaling.scale().length()))
                        : 1;
            }
        }
        return matrix;
    }

    private interface Tap {
        void at(int[] unitAndChannel, int inputChannel, int ky, int kx, int input);
    }

    private static void fill(double[][] matrix, Node node, Window window, int[] in, Tap tap) {
        int height = node.shape()[1];
        int width = node.shape()[2];
        for (int o = 0; o < matrix.length; o++) {
            int y0 = o / width % height * window.stride()[0] - window.padding()[0];
            int x0 = o % width * window.stride()[1] - window.padding()[1];
            for (int c = 0; c < in[0]; c++) {
                for (int ky = 0; ky < window.kernel()[0]; ky++) {
                    for (int kx = 0; kx < window.kernel()[1]; kx++) {
                        int y = y0 + ky;
                        int x = x0 + kx;
                        if (y >= 0 && y < in[1] && x >= 0 && x < in[2]) {
                            tap.at(new int[] {o, o / (height * width)}, c, ky, kx, (c * in[1] + y) * in[2] + x);
                        }
                    }
                }
            }
        }
    }

    private static double[] bias(Node node) {
        INDArray bias = node.map() instanceof LayerMap.Dense dense
                ? dense.bias()
                : node.map() instanceof LayerMap.Convolution convolution
                        ? convolution.bias()
                        : node.map() instanceof LayerMap.Scaling scaling ? scaling.shift() : null;
        double[] values = new double[product(node.shape())];
        if (bias != null) {
            Arrays.setAll(values, i -> bias.getDouble(i / (values.length / (int) bias.length())));
        }
        return values;
    }

    private int[] outputShape(List<String> inputs, LayerMap map) {
        int[] in = shape(inputs.get(0));
        if (map instanceof LayerMap.Dense dense) {
            return new int[] {(int) dense.weights().size(1)};
        } else if (map instanceof LayerMap.Convolution convolution) {
            int[] output = convolution.window().output();
            return new int[] {(int) convolution.weights().size(0), output[0], output[1]};
        } else if (map instanceof LayerMap.MaxPooling pooling) {
            return new int[] {
                in[0], pooling.window().output()[0], pooling.window().output()[1]
            };
        } else if (map instanceof LayerMap.AveragePooling pooling) {
            return new int[] {
                in[0], pooling.window().output()[0], pooling.window().output()[1]
            };
        }
        return map instanceof LayerMap.Flatten ? new int[] {product(in)} : in;
    }

    private int[] shape(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .map(Node::shape)
                .findFirst()
                .orElse(inputShape);
    }

    private static int product(int[] extents) {
        return Arrays.stream(extents).reduce(1, Math::multiplyExact);
    }
}
