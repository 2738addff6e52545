package org.crease.trainer.probing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.MapEvaluation;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Compares what a snapshot says of layers with the values that Deeplearning4j computes in them. */
final class Described {
    private static final double TOLERANCE = 2e-4;

    private Described() {}

    /** Normal numbers, the same each time. */
    static INDArray random(long... shape) {
        Random random = new Random(5);
        int length = 1;
        for (long extent : shape) {
            length *= (int) extent;
        }
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.create(values, shape, 'c');
    }

    static ProbeSet probeSet(INDArray inputs) {
        int count = (int) inputs.size(0);
        int[] ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = 2 * i;
        }
        return new ProbeSet(ids, inputs, new int[count]);
    }

    /** A snapshot of a copy of a network at its present parameters. */
    static Snapshot snapshot(ComputationGraph graph, INDArray inputs) {
        float[] parameters = HostArrays.floats(graph.params());
        return new Replica(graph.clone()).snapshot(3, parameters, probeSet(inputs));
    }

    static LayerSnapshot layer(Snapshot snapshot, String name) {
        return snapshot.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no layer " + name));
    }

    /** Each layer's activation function of its map of its inputs is its value. */
    static void assertExact(Snapshot snapshot) {
        Map<String, INDArray> values = new HashMap<>();
        values.put(LayerSnapshot.NETWORK_INPUT, snapshot.probeSet().inputs());
        for (LayerSnapshot layer : snapshot.layers()) {
            assertThat(layer.map()).as(layer.name()).isNotInstanceOf(LayerMap.Opaque.class);
            List<INDArray> inputs = layer.inputs().stream()
                    .map(name -> requireNonNull(values.get(name), name))
                    .toList();
            INDArray map = MapEvaluation.apply(layer.map(), inputs);
            assertThat(map.shape())
                    .as(layer.name())
                    .isEqualTo(layer.activations().shape());
            assertClose(layer, value(layer.activation(), HostArrays.floats(map), (int) map.size(1)));
            values.put(layer.name(), layer.activations());
        }
    }

    private static void assertClose(LayerSnapshot layer, double[] expected) {
        float[] actual = HostArrays.floats(layer.activations());
        for (int i = 0; i < actual.length; i++) {
            double error = Math.abs(actual[i] - expected[i]);
            if (!(error <= TOLERANCE * Math.max(1, Math.abs(expected[i])))) {
                throw new AssertionError("layer " + layer.name() + ", element " + i + ": Deeplearning4j has "
                        + actual[i] + ", the description gives " + expected[i]);
            }
        }
    }

    private static double[] value(Activation activation, float[] x, int width) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = activation.kind() == Activation.Kind.SOFTMAX ? Math.exp(x[i]) : value(activation, x[i]);
        }
        if (activation.kind() == Activation.Kind.SOFTMAX) {
            for (int row = 0; row < x.length; row += width) {
                double sum = 0;
                for (int i = row; i < row + width; i++) {
                    sum += y[i];
                }
                for (int i = row; i < row + width; i++) {
                    y[i] /= sum;
                }
            }
        }
        return y;
    }

    private static double value(Activation activation, double x) {
        return switch (activation.kind()) {
            case IDENTITY -> x;
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : activation.slope() * x;
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case ELU -> x > 0 ? x : Math.expm1(x);
            case GELU -> x / (1 + Math.exp(-1.702 * x));
            case SOFTPLUS -> Math.log1p(Math.exp(x));
            case SWISH -> x / (1 + Math.exp(-x));
            case SOFTMAX, OTHER -> throw new AssertionError("not elementwise, or not known: " + activation);
        };
    }
}
