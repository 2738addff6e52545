package org.crease.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.crease.trainer.config.LayerConfig;
import org.crease.trainer.config.LayerConfig.ActivationFunction;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Convolutions by oneDNN against Deeplearning4j's plain path. */
class OneDnnTest {
    private static final String DISABLED = "org.eclipse.deeplearning4j.helpers.disable";

    @AfterEach
    void restore() {
        System.clearProperty(DISABLED);
    }

    @Test
    void convolutionsByOneDnnEqualThePlainPath() {
        assumeTrue(Backend.hasOneDnn(), "the native library on the class path has no oneDNN");
        DataSet data = data();
        ComputationGraph plain = network("true");
        ComputationGraph fast = network("false");
        assertThat(plain.getLayer("convolution-1").getHelper()).isNull();
        assertThat(fast.getLayer("convolution-1").getHelper()).isNotNull();
        assertThat(fast.params()).isEqualTo(plain.params());

        Map<String, INDArray> expected = plain.feedForward(data.getFeatures(), false);
        Map<String, INDArray> actual = fast.feedForward(data.getFeatures(), false);
        expected.forEach((layer, values) ->
                assertThat(values.distance2(actual.get(layer))).as(layer).isCloseTo(0, within(1e-4)));

        INDArray gradient = gradient(plain, data);
        assertThat(gradient.sub(gradient(fast, data)).amaxNumber().doubleValue())
                .isLessThan(1e-4 * gradient.amaxNumber().doubleValue());
    }

    private static ComputationGraph network(String helpersDisabled) {
        System.setProperty(DISABLED, helpersDisabled);
        return Nets.network(
                new long[] {2, 11, 9},
                Nets.TEN_CLASSES,
                Nets.convolution(6, 3, LayerConfig.Padding.SAME),
                Nets.pooling(LayerConfig.Kind.MAX, 2, 2, LayerConfig.Padding.VALID),
                Nets.convolution(5, 3, LayerConfig.Padding.VALID),
                new LayerConfig.BatchNorm(0.9, 1e-5),
                Nets.pooling(LayerConfig.Kind.AVERAGE, 2, 1, LayerConfig.Padding.SAME),
                Nets.dense(12, ActivationFunction.RELU));
    }

    private static DataSet data() {
        Nd4j.getRandom().setSeed(3);
        INDArray labels = Nd4j.zeros(16, 10);
        for (int i = 0; i < 16; i++) {
            labels.putScalar(i, i % 10, 1);
        }
        return new DataSet(Nd4j.randn(16, 2, 11, 9), labels);
    }

    private static INDArray gradient(ComputationGraph graph, DataSet data) {
        graph.setInput(0, data.getFeatures());
        graph.setLabels(data.getLabels());
        graph.computeGradientAndScore();
        return graph.gradient().gradient();
    }
}
