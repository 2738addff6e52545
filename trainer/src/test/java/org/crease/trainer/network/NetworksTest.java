package org.crease.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crease.trainer.config.InitializationConfig;
import org.crease.trainer.config.LayerConfig;
import org.crease.trainer.config.LayerConfig.ActivationFunction;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

class NetworksTest {

    @Test
    void layersAreNamedAfterTheirKindAndCounted() {
        ComputationGraph graph = Nets.network(
                new long[] {1, 12, 12},
                Nets.TEN_CLASSES,
                Nets.convolution(4, 3, LayerConfig.Padding.SAME),
                Nets.pooling(LayerConfig.Kind.MAX, 2, 2, LayerConfig.Padding.VALID),
                new LayerConfig.Residual(List.of(Nets.convolution(4, 3, LayerConfig.Padding.SAME))),
                new LayerConfig.BatchNorm(0.9, 1e-5),
                Nets.dense(7, ActivationFunction.TANH),
                new LayerConfig.Dropout(0.5),
                new LayerConfig.Activation(ActivationFunction.ELU),
                Nets.dense(5, ActivationFunction.RELU));

        assertThat(names(graph))
                .containsExactly(
                        "input",
                        "convolution-1",
                        "pooling-1",
                        "convolution-2",
                        "residual-1",
                        "batch-norm-1",
                        "dense-1",
                        "dropout-1",
                        "activation-1",
                        "dense-2",
                        "output");
        assertThat(graph.numParams())
                .isEqualTo((9 * 4 + 4) + (4 * 4 * 9 + 4) + 4 * 4 + (4 * 36 * 7 + 7) + (7 * 5 + 5) + (5 * 10 + 10));
    }

    private static List<String> names(ComputationGraph graph) {
        return Arrays.stream(graph.topologicalSortOrder())
                .mapToObj(i -> graph.getVertices()[i].getVertexName())
                .toList();
    }

    @Test
    void pytorchDrawsWeightsAndBiasesFromTheSameInterval() {
        ComputationGraph graph =
                Nets.network(new long[] {400}, Nets.TEN_CLASSES, Nets.dense(300, ActivationFunction.RELU));
        INDArray weights = graph.getParam("dense-1_W");
        INDArray bias = graph.getParam("dense-1_b");
        double limit = 1 / Math.sqrt(400);

        assertThat(weights.maxNumber().doubleValue()).isBetween(0.999 * limit, limit);
        assertThat(weights.minNumber().doubleValue()).isBetween(-limit, -0.999 * limit);
        assertThat(weights.stdNumber().doubleValue()).isCloseTo(limit / Math.sqrt(3), within(0.01 * limit));
        assertThat(bias.maxNumber().doubleValue()).isBetween(0.9 * limit, limit);
        assertThat(graph.getParam("output_b").minNumber().doubleValue()).isNegative();
    }

    @Test
    void gaussiansHaveTheMomentsAskedFor() {
        INDArray normal = weights(new InitializationConfig.Normal(0.3, 0.1));
        assertThat(normal.meanNumber().doubleValue()).isCloseTo(0.3, within(0.002));
        assertThat(normal.stdNumber().doubleValue()).isCloseTo(0.1, within(0.002));
        assertThat(weights(new InitializationConfig.He()).stdNumber().doubleValue())
                .isCloseTo(Math.sqrt(2.0 / 400), within(0.001));
        assertThat(weights(new InitializationConfig.Xavier()).stdNumber().doubleValue())
                .isCloseTo(Math.sqrt(2.0 / 700), within(0.001));
        INDArray uniform = weights(new InitializationConfig.Uniform(2, 3));
        assertThat(uniform.minNumber().doubleValue()).isBetween(2.0, 2.001);
        assertThat(uniform.maxNumber().doubleValue()).isBetween(2.999, 3.0);
    }

    private static INDArray weights(InitializationConfig initialization) {
        return Nets.network(
                        initialization, new long[] {400}, Nets.TEN_CLASSES, Nets.dense(300, ActivationFunction.RELU))
                .getParam("dense-1_W");
    }

    @Test
    void aLayersWeightsDoNotDependOnTheOthers() {
        INDArray alone = Nets.network(new long[] {20}, Nets.TEN_CLASSES, Nets.dense(8, ActivationFunction.RELU))
                .getParam("dense-1_W")
                .dup();
        INDArray together = Nets.network(
                        new long[] {20},
                        Nets.TEN_CLASSES,
                        Nets.dense(8, ActivationFunction.TANH),
                        Nets.dense(9, ActivationFunction.RELU))
                .getParam("dense-1_W");
        assertThat(alone).isEqualTo(together);
    }

    @Test
    void layersThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Nets.network(
                        new long[] {1, 4, 4}, Nets.TEN_CLASSES, Nets.convolution(3, 9, LayerConfig.Padding.VALID)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("network: the layers do not fit together: ");
        assertThatThrownBy(() -> Nets.network(
                        new long[] {6},
                        Nets.TEN_CLASSES,
                        new LayerConfig.Residual(List.of(Nets.dense(5, ActivationFunction.RELU)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("network: ");
    }

    @ParameterizedTest
    @EnumSource(ActivationFunction.class)
    void everyActivationFunctionCanBeTrained(ActivationFunction function) {
        ComputationGraph graph = Nets.network(new long[] {3}, Nets.TEN_CLASSES, Nets.dense(4, function));
        assertThat(graph.outputSingle(Nd4j.ones(2, 3)).shape()).containsExactly(2, 10);
    }

    @Test
    void activationLayersLeaveTheirInputAlone() {
        LayerConfig tanh = new LayerConfig.Activation(ActivationFunction.TANH);
        ComputationGraph graph = Nets.network(
                new long[] {3},
                Nets.TEN_CLASSES,
                tanh,
                new LayerConfig.Residual(List.of(tanh, Nets.dense(3, ActivationFunction.RELU))));
        INDArray inputs = Nd4j.createFromArray(new float[][] {{1, -2, 3}, {0.5f, 4, -1}});
        INDArray kept = inputs.dup();

        INDArray output = graph.outputSingle(inputs);
        Map<String, INDArray> values = graph.feedForward(inputs, false);

        assertThat(inputs).isEqualTo(kept);
        INDArray first = Transforms.tanh(kept);
        INDArray block = Transforms.relu(
                Transforms.tanh(first).mmul(graph.getParam("dense-1_W")).addiRowVector(graph.getParam("dense-1_b")));
        assertThat(values.get("activation-1")).isEqualTo(first);
        assertThat(values.get("residual-1")).isEqualTo(first.add(block));
        assertThat(values.get("output")).isEqualTo(output);
    }
}
