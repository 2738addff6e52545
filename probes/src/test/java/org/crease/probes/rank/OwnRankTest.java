package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The rank of a layer's own map is the composed one of a network that is this layer alone, fed with the layer's input. */
class OwnRankTest {

    private static double[][] points(Random random, int count, int features) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = PlainNetwork.draw(features, PlainNetwork.uniform(random, 3));
        }
        return points;
    }

    private static void agree(Snapshot snapshot) throws InterruptedException {
        for (Finding finding : Ranks.examine(snapshot)) {
            LayerSnapshot layer = layer(snapshot, finding.layer());
            if (layer.inputs().size() == 1) {
                assertThat(Ranks.array(finding, "own_rank").ints())
                        .as(finding.layer())
                        .isEqualTo(Ranks.ranks(Ranks.last(alone(snapshot, layer))));
            }
        }
    }

    private static LayerSnapshot layer(Snapshot snapshot, String name) {
        return snapshot.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Snapshot alone(Snapshot snapshot, LayerSnapshot layer) {
        String source = layer.inputs().get(0);
        INDArray values = source.equals(LayerSnapshot.NETWORK_INPUT)
                ? snapshot.probeSet().inputs()
                : layer(snapshot, source).activations();
        ProbeSet probeSet = new ProbeSet(
                snapshot.probeSet().ids(), values, snapshot.probeSet().labels());
        LayerSnapshot first = new LayerSnapshot(
                layer.name(),
                List.of(LayerSnapshot.NETWORK_INPUT),
                layer.map(),
                layer.activation(),
                layer.activations());
        return new Snapshot(1, probeSet, List.of(first));
    }

    @Test
    void denseLayersOfEveryShapeAndActivation() throws InterruptedException {
        for (Activation.Kind kind : Activation.Kind.values()) {
            if (kind != Activation.Kind.OTHER) {
                Random random = new Random(kind.name().length());
                PlainNetwork network = new PlainNetwork(6);
                for (int units : new int[] {9, 5, 12, 12, 3}) {
                    network.dense("d" + network.last(), units, PlainNetwork.activation(kind), random);
                }
                agree(network.snapshot(points(random, 8, 6)));
            }
        }
    }

    @Test
    void dependentRowsAreCountedOnce() throws InterruptedException {
        double[][] rows = {{1, 2, 3, 4}, {2, 4, 6, 8}, {1, 0, 0, 1}, {0, -1, 0, 0}};
        PlainNetwork network = new PlainNetwork(4)
                .dense("first", 4, Activation.IDENTITY, new Random(1))
                .dense("second", Activation.RELU, new double[] {9, 9, 9, -9}, rows);
        Finding finding = Ranks.last(network.snapshot(new double[] {0.1, 0.1, 0.1, 0.1}));
        assertThat(Ranks.array(finding, "active").ints()).containsExactly(3);
        assertThat(Ranks.array(finding, "own_rank").ints()).containsExactly(2);
    }

    @Test
    void imagesPoolingAndScaling() throws InterruptedException {
        Random random = new Random(4);
        PlainNetwork network = new PlainNetwork(2, 6, 6)
                .convolution("conv1", 3, 3, 1, 1, Activation.RELU, random)
                .maxPooling("max", 2, 1, 0)
                .averagePooling("mean", 2, 2, 1)
                .then(
                        "scale",
                        new LayerMap.Scaling(
                                PlainNetwork.array(new double[] {2, 0, -1}, 3), PlainNetwork.array(new double[3], 3)),
                        Activation.RELU)
                .convolution("conv2", 4, 2, 1, 0, PlainNetwork.activation(Activation.Kind.LEAKY_RELU), random)
                .then("flat", new LayerMap.Flatten(), Activation.IDENTITY)
                .dense("out", 3, PlainNetwork.activation(Activation.Kind.SOFTMAX), random);
        agree(network.snapshot(points(random, 4, 72)));
    }

    @Test
    void sumsHaveTheRankOfTheirActiveUnits() throws InterruptedException {
        Random random = new Random(5);
        PlainNetwork network = new PlainNetwork(7)
                .dense("a", 7, Activation.RELU, random)
                .add("sum", List.of("a", LayerSnapshot.NETWORK_INPUT), new LayerMap.Addition(), Activation.RELU);
        Finding sum = Ranks.last(network.snapshot(points(random, 9, 7)));
        assertThat(Ranks.array(sum, "own_rank").ints())
                .isEqualTo(Ranks.array(sum, "active").ints());
    }

    @Test
    void itIsLeftOutWhenNotAskedFor() throws InterruptedException {
        RankSettings settings =
                new RankSettings(List.of("*"), new Tolerance.Float32(), null, null, false, List.of(), false, 1);
        Random random = new Random(6);
        Snapshot snapshot =
                new PlainNetwork(3).dense("a", 2, Activation.RELU, random).snapshot(points(random, 2, 3));
        Finding finding =
                Objects.requireNonNull(Ranks.examine(snapshot, settings).get(0));
        assertThat(finding.arrays()).doesNotContainKey("own_rank");
        assertThat(finding.summary()).doesNotContainKey("own_rank_mean");
    }
}
