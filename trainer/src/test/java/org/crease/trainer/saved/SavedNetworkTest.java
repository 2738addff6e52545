package org.crease.trainer.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.Activation.Kind;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.npy.Npz;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.experiment.Probes;
import org.crease.trainer.probing.Examination;
import org.crease.trainer.probing.FindingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedNetworkTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    /** Three points of the plane, folded by |x + y| and |x - y| in four units, then summed. */
    private static Map<String, Array> folding() {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("inputs", new Array(new float[] {1, 2, -1, 0.5f, 0, -3}, 3, 2));
        arrays.put("labels", new Array(new long[] {0, 1, 1}, 3));
        arrays.put("fold.weights", new Array(new double[] {1, -1, 1, -1, 1, -1, -1, 1}, 2, 4));
        arrays.put("sum.bias", new Array(new float[] {0.25f}, 1));
        arrays.put("sum.weights", new Array(new float[] {1, 1, 1, 1}, 4, 1));
        return arrays;
    }

    private Snapshot read(Map<String, Array> arrays, Activation... functions) {
        Path file = folder.resolve("network.npz");
        Npz.write(file, arrays);
        return SavedNetwork.read(file, List.of(functions));
    }

    @Test
    void layersComeInTheOrderOfTheFile() {
        Snapshot snapshot = read(folding());

        assertThat(snapshot.step()).isZero();
        assertThat(snapshot.probeSet().labels()).containsExactly(0, 1, 1);
        assertThat(snapshot.layers()).extracting(LayerSnapshot::name).containsExactly("fold", "sum");
        assertThat(snapshot.layers())
                .extracting(LayerSnapshot::inputs)
                .containsExactly(List.of("input"), List.of("fold"));
        assertThat(snapshot.layers())
                .extracting(LayerSnapshot::activation)
                .containsExactly(Activation.RELU, Activation.IDENTITY);
        assertThat(snapshot.layers().get(0).activations().toFloatMatrix())
                .isDeepEqualTo(new float[][] {{3, 0, 0, 1}, {0, 0.5f, 0, 1.5f}, {0, 3, 3, 0}});
        assertThat(snapshot.layers().get(1).activations().toFloatVector()).containsExactly(4.25f, 2.25f, 6.25f);
    }

    @Test
    void torchsWeightsAreTransposed() {
        Map<String, Array> torch = new LinkedHashMap<>();
        torch.put("inputs", new Array(new float[] {1, 2}, 1, 2));
        torch.put("0.weight", new Array(new float[] {1, 10, 2, 20, 3, 30}, 3, 2));
        torch.put("0.bias", new Array(new float[] {0, 0, -63}, 3));
        Snapshot snapshot = read(torch);
        assertThat(snapshot.layers()).singleElement().satisfies(layer -> {
            assertThat(layer.name()).isEqualTo("0");
            assertThat(((LayerMap.Dense) layer.map()).weights().shape()).containsExactly(2, 3);
            assertThat(layer.activations().toFloatVector()).containsExactly(21, 42, 0);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "relu, 0, 2",
        "identity, -1, 2",
        "leaky-relu, -0.01, 2",
        "leaky-relu:0.5, -0.5, 2",
        "tanh, -0.7615942, 0.9640276",
        "sigmoid, 0.26894142, 0.880797",
        "elu, -0.63212056, 2",
        "softplus, 0.3132617, 2.126928",
        "swish, -0.26894142, 1.761594",
        "gelu, -0.154206, 1.935656",
        "softmax, 0.04742587, 0.95257413"
    })
    void functionsAreThoseAskedFor(String name, double left, double right) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("inputs", new Array(new float[] {-1, 2}, 1, 2));
        arrays.put("a.weights", new Array(new float[] {1, 0, 0, 1}, 2, 2));
        Activation function = ActivationNames.parse(name).get(0);
        float[] values = read(arrays, function).layers().get(0).activations().toFloatVector();
        assertThat((double) values[0]).isCloseTo(left, within(1e-4));
        assertThat((double) values[1]).isCloseTo(right, within(1e-4));
    }

    @Test
    void functionsAreReadByName() {
        assertThat(ActivationNames.parse("tanh, leaky-relu:0.2,identity"))
                .containsExactly(
                        new Activation(Kind.TANH, 0), new Activation(Kind.LEAKY_RELU, 0.2), Activation.IDENTITY);
        assertThatThrownBy(() -> ActivationNames.parse("relu,rleu"))
                .hasMessageContaining("activation function is 'rleu'; expected one of identity, relu, leaky-relu,");
        assertThatThrownBy(() -> ActivationNames.parse("leaky-relu:x"))
                .hasMessage("slope of leaky-relu is 'x'; expected a number");
        assertThatThrownBy(() -> ActivationNames.parse("leaky-relu:NaN"))
                .hasMessage("slope of leaky-relu is 'NaN'; expected a finite number");
        assertThatThrownBy(() -> ActivationNames.parse("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void activationsAloneHaveATopologyAndNoRank() throws InterruptedException {
        Map<String, Array> arrays = folding();
        arrays.put("images.activations", new Array(new float[3 * 2 * 2 * 2], 3, 2, 2, 2));
        arrays.put("head.weights", new Array(new float[8 * 2], 8, 2));
        Snapshot snapshot = read(arrays);
        assertThat(snapshot.layers())
                .extracting(LayerSnapshot::activation)
                .containsExactly(Activation.RELU, Activation.RELU, Activation.IDENTITY, Activation.IDENTITY);

        List<Finding> findings = examine(snapshot, "[rank, topology]");
        assertThat(findings).hasSize(8);
        Finding rank = findings.get(2);
        assertThat(rank.layer()).isEqualTo("images");
        assertThat(rank.summary().get("rank_mean")).isNaN();
        assertThat(rank.notes())
                .singleElement()
                .asString()
                .startsWith("ranks are undefined: ")
                .contains("images", SavedNetwork.KIND);
        assertThat(findings.get(3).summary().get("rank_mean")).isNaN();
        assertThat(findings.get(6).probe()).isEqualTo("topology");
        assertThat(findings.get(6).summary().get("points")).isEqualTo(3);
    }

    @Test
    void probesSeeTheSameAsByHand() throws InterruptedException {
        List<Finding> findings = examine(read(folding()), "[rank]");
        // x + y and x - y do not vanish at the first two points, so two units are active; at the third two as well.
        assertThat(findings.get(0).arrays().get("active")).isEqualTo(new Array(new int[] {2, 2, 2}, 3));
        assertThat(findings.get(0).arrays().get("rank")).isEqualTo(new Array(new int[] {2, 2, 2}, 3));
        assertThat(findings.get(1).arrays().get("rank")).isEqualTo(new Array(new int[] {1, 1, 1}, 3));
    }

    private static List<Finding> examine(Snapshot snapshot, String probes) throws InterruptedException {
        List<Finding> all = new ArrayList<>();
        Examination.examine(snapshot, Probes.parse(probes, 1), new FindingSink() {
            @Override
            public void found(Snapshot seen, List<Finding> findings) {
                all.addAll(findings);
            }

            @Override
            public void failed(long step, String probe, RuntimeException cause) {
                throw cause;
            }
        });
        return all;
    }

    private void refused(String message, String array, Object data, long... shape) {
        Map<String, Array> arrays = folding();
        arrays.put(array, new Array(data, shape));
        refused(message, arrays);
    }

    private void refused(String message, Map<String, Array> arrays, Activation... functions) {
        assertThatThrownBy(() -> read(arrays, functions))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("network.npz: " + message);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        refused(
                "array 'sum.weights' has shape [3, 1]; expected (4, outputs): layer fold has 4 features",
                "sum.weights",
                new float[3],
                3,
                1);
        refused(
                "array 'fold.weights' has shape [3, 4]; expected (2, outputs): inputs has 2 features",
                "fold.weights",
                new float[12],
                3,
                4);
        refused(
                "array 'sum.bias' has shape [2]; expected [1], one for each output of sum.weights",
                "sum.bias",
                new float[2],
                2);
        refused("array 'labels' has shape [2]; expected [3], one for each input", "labels", new int[2], 2);
        refused("array 'inputs' has shape [6]; expected (n, features), ", "inputs", new float[6], 6);
        refused("array 'inputs' has shape [0, 2]; expected (n, features), ", "inputs", new float[0], 0, 2);
        refused(
                "array 'fold.weights' has shape [2, 2, 1, 1]; expected two dimensions; of other layers than dense ones"
                        + " save fold.activations",
                "fold.weights",
                new float[4],
                2,
                2,
                1,
                1);
        refused(
                "array 'conv.activations' has shape [2, 4]; expected a row for each of the 3 inputs",
                "conv.activations",
                new float[8],
                2,
                4);
        Map<String, Array> torch = folding();
        torch.put("top.weight", new Array(new float[2], 1, 2));
        refused("array 'top.weight' has shape [1, 2]; expected (outputs, 1): layer sum has 1 features", torch);
    }

    @Test
    void numbersThatAreNotFiniteAreNamed() {
        refused(
                "array 'fold.weights' holds NaN at [1, 2]; expected finite float32 numbers",
                "fold.weights",
                new float[] {0, 0, 0, 0, 0, 0, Float.NaN, 0},
                2,
                4);
        refused("array 'sum.bias' holds 1.0E300 at [0]", "sum.bias", new double[] {1e300}, 1);
        refused(
                "array 'inputs' holds -Infinity at [2, 0]",
                "inputs",
                new double[] {0, 0, 0, 0, Double.NEGATIVE_INFINITY, 0},
                3,
                2);
        refused("array 'labels' holds 0.5 at [1]; expected whole numbers", "labels", new float[] {0, 0.5f, 1}, 3);
    }

    @Test
    void arraysThatAreNotKnownAreNamed() {
        refused(
                "array 'running_mean' is not known; expected inputs, labels, and for each layer",
                "running_mean",
                new float[2],
                2);
        refused("array 'norm.running_mean' is not known", "norm.running_mean", new float[2], 2);
        refused("array 'weights' is not known", "weights", new float[2], 2);
        refused("array 'top.bias' is given without top.weights", "top.bias", new float[1], 1);
        refused("array 'fold.weight' is given besides fold.weights", "fold.weight", new float[8], 4, 2);
        refused("array 'fold.activations' is given besides weights", "fold.activations", new float[12], 3, 4);
        refused("a layer is called input, the name of the network's input", "input.bias", new float[1], 1);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Map<String, Array> nothing = folding();
        nothing.remove("inputs");
        refused("has no array 'inputs'", nothing);
        refused("holds no layer", Map.of("inputs", new Array(new float[2], 1, 2)));
        refused(
                "1 activation functions are given; expected 2, one for each layer with weights",
                folding(),
                Activation.RELU);
        Path text = Files.writeString(folder.resolve("text.npz"), "no zip", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SavedNetwork.read(text, List.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("text.npz");
    }

    @Test
    void imagesMayComeWithoutChannels() {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("inputs", new Array(new float[12], 2, 2, 3));
        arrays.put("a.weights", new Array(new float[6], 6, 1));
        assertThat(read(arrays).probeSet().inputs().shape()).containsExactly(2, 1, 2, 3);
    }
}
