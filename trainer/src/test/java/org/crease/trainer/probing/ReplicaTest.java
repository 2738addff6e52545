package org.crease.trainer.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.crease.trainer.config.LayerConfig;
import org.crease.trainer.config.LayerConfig.ActivationFunction;
import org.crease.trainer.config.LayerConfig.Kind;
import org.crease.trainer.config.LayerConfig.Padding;
import org.crease.trainer.network.Nets;
import org.crease.trainer.network.Output;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every layer that {@code Networks} makes is described exactly. */
class ReplicaTest {
    private static final int INPUTS = 6;

    /** Trained for some steps, so that biases and running statistics are other than at the start. */
    private static ComputationGraph trained(ComputationGraph graph, INDArray inputs, int outputs) {
        INDArray targets = Nd4j.zeros(inputs.size(0), outputs);
        for (int i = 0; i < inputs.size(0); i++) {
            targets.putScalar(i, i % outputs, 1);
        }
        for (int step = 0; step < 5; step++) {
            graph.fit(new INDArray[] {inputs}, new INDArray[] {targets});
        }
        return graph;
    }

    private static Snapshot images(int height, int width, LayerConfig... layers) {
        INDArray inputs = Described.random(INPUTS, 2, height, width);
        ComputationGraph graph = Nets.network(new long[] {2, height, width}, Nets.TEN_CLASSES, layers);
        return Described.snapshot(trained(graph, inputs, 10), inputs);
    }

    private static Snapshot rows(Output output, LayerConfig... layers) {
        INDArray inputs = Described.random(INPUTS, 7);
        ComputationGraph graph = Nets.network(new long[] {7}, output, layers);
        return Described.snapshot(trained(graph, inputs, output.size()), inputs);
    }

    @ParameterizedTest
    @EnumSource(ActivationFunction.class)
    void everyActivationFunctionIsDescribed(ActivationFunction function) {
        Snapshot snapshot = rows(Nets.TEN_CLASSES, Nets.dense(9, function), new LayerConfig.Activation(function));
        Described.assertExact(snapshot);
        assertThat(Described.layer(snapshot, "dense-1").activation().kind().name())
                .isEqualTo(function.name());
    }

    @ParameterizedTest
    @EnumSource(Output.Kind.class)
    void outputsAreDescribed(Output.Kind kind) {
        Snapshot snapshot = rows(new Output(kind, 3), Nets.dense(5, ActivationFunction.RELU));
        Described.assertExact(snapshot);
        assertThat(Described.layer(snapshot, "output").activation().kind())
                .isEqualTo(kind == Output.Kind.CLASSES ? Activation.Kind.SOFTMAX : Activation.Kind.IDENTITY);
    }

    @ParameterizedTest
    @EnumSource(Padding.class)
    void convolutionsOfAllPaddingsAndStridesAreDescribed(Padding padding) {
        for (int stride = 1; stride <= 3; stride++) {
            for (int kernel = stride; kernel <= 4; kernel++) {
                Described.assertExact(images(
                        9,
                        12,
                        new LayerConfig.Convolution(3, kernel, stride, padding, ActivationFunction.RELU, null),
                        Nets.dense(4, ActivationFunction.TANH)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void poolingsOfAllPaddingsAndOddSizesAreDescribed(Kind kind) {
        for (Padding padding : Padding.values()) {
            for (int kernel = 2; kernel <= 3; kernel++) {
                for (int stride = 1; stride <= kernel; stride++) {
                    Described.assertExact(images(11, 7, Nets.pooling(kind, kernel, stride, padding)));
                    Described.assertExact(images(8, 10, Nets.pooling(kind, kernel, stride, padding)));
                }
            }
        }
    }

    @Test
    void batchNormalisationOfImagesAndRowsIsDescribed() {
        Snapshot snapshot = images(
                6,
                5,
                Nets.convolution(4, 3, Padding.SAME),
                new LayerConfig.BatchNorm(0.5, 1e-3),
                Nets.dense(8, ActivationFunction.RELU),
                new LayerConfig.BatchNorm(0.5, 1e-5));
        Described.assertExact(snapshot);
        LayerMap.Scaling rows =
                (LayerMap.Scaling) Described.layer(snapshot, "batch-norm-2").map();
        assertThat(rows.scale().sub(1).amaxNumber().doubleValue()).isGreaterThan(0.1);
        assertThat(rows.shift().amaxNumber().doubleValue()).isGreaterThan(0.01);
    }

    @Test
    void residualBlocksAreDescribed() {
        Described.assertExact(images(
                5,
                5,
                Nets.convolution(2, 3, Padding.SAME),
                new LayerConfig.Residual(List.of(
                        Nets.convolution(2, 3, Padding.SAME),
                        new LayerConfig.BatchNorm(0.9, 1e-5),
                        Nets.convolution(2, 3, Padding.SAME))),
                new LayerConfig.Activation(ActivationFunction.RELU)));
        Described.assertExact(rows(
                Nets.TEN_CLASSES,
                new LayerConfig.Residual(List.of(Nets.dense(7, ActivationFunction.RELU))),
                Nets.dense(3, ActivationFunction.ELU)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.9})
    void dropoutIsTheIdentityWithoutActivation(double rate) {
        Snapshot snapshot = rows(
                Nets.TEN_CLASSES,
                Nets.dense(7, ActivationFunction.RELU),
                new LayerConfig.Dropout(rate),
                Nets.dense(6, ActivationFunction.RELU));
        Described.assertExact(snapshot);
        LayerSnapshot dropout = Described.layer(snapshot, "dropout-1");
        assertThat(dropout.map()).isInstanceOf(LayerMap.Identity.class);
        assertThat(dropout.activation()).isEqualTo(Activation.IDENTITY);
    }

    @Test
    void denseOnImagesFlattensByItself() {
        Snapshot snapshot = images(4, 3, Nets.dense(5, ActivationFunction.RELU));
        Described.assertExact(snapshot);
        assertThat(snapshot.layers()).extracting(LayerSnapshot::name).containsExactly("dense-1", "output");
    }

    @Test
    void valuesAreThoseOfTheNetworkItself() {
        INDArray inputs = Described.random(INPUTS, 2, 6, 6);
        ComputationGraph graph = Nets.network(
                new long[] {2, 6, 6},
                Nets.TEN_CLASSES,
                Nets.convolution(3, 3, Padding.VALID),
                new LayerConfig.BatchNorm(0.9, 1e-5),
                new LayerConfig.Dropout(0.5),
                Nets.dense(5, ActivationFunction.RELU));
        Snapshot snapshot = Described.snapshot(trained(graph, inputs, 10), inputs);
        Map<String, INDArray> expected = graph.feedForward(inputs, false);
        for (LayerSnapshot layer : snapshot.layers()) {
            assertThat(layer.activations()).isEqualTo(expected.get(layer.name()));
            assertThat(layer.activations().ordering()).isEqualTo('c');
            assertThat(layer.activations().isAttached()).isFalse();
        }
    }

    @Test
    void aSnapshotStaysWhenTheReplicaTakesOtherParameters() {
        INDArray inputs = Described.random(INPUTS, 7);
        ComputationGraph graph = Nets.network(
                new long[] {7}, Nets.TEN_CLASSES, Nets.dense(5, ActivationFunction.RELU), new LayerConfig.Dropout(0.5));
        float[] parameters = HostArrays.floats(graph.params());
        Replica replica = new Replica(graph);
        Snapshot first = replica.snapshot(1, parameters, Described.probeSet(inputs));
        Snapshot other = replica.snapshot(2, new float[parameters.length], Described.probeSet(inputs));
        assertThat(Described.layer(other, "dense-1").activations().sumNumber().doubleValue())
                .isZero();
        Described.assertExact(first);
        assertThat(replica.snapshot(1, parameters, Described.probeSet(inputs))
                        .layers()
                        .get(0)
                        .activations())
                .isEqualTo(first.layers().get(0).activations());
    }

    @Test
    void aWrongNumberOfParametersIsRefused() {
        ComputationGraph graph = Nets.network(new long[] {7}, Nets.TEN_CLASSES, Nets.dense(5, ActivationFunction.RELU));
        assertThatThrownBy(
                        () -> new Replica(graph).snapshot(12, new float[3], Described.probeSet(Described.random(1, 7))))
                .hasMessage("checkpoint of step 12 holds 3 parameters, the network has 100");
    }
}
