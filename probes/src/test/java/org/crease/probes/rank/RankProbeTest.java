package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.ProbeProvider;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class RankProbeTest {

    /** |x| and |y| as four ReLU units, then their sum. */
    private static PlainNetwork diamond() {
        return new PlainNetwork(2)
                .dense(
                        "fold",
                        Activation.RELU,
                        new double[4],
                        new double[] {1, 0},
                        new double[] {-1, 0},
                        new double[] {0, 1},
                        new double[] {0, -1})
                .dense("sum", Activation.IDENTITY, new double[1], new double[] {1, 1, 1, 1});
    }

    private static final double[][] QUADRANTS = {{1, 2}, {3, 1}, {-1, 2}, {-1, -2}, {1, -2}, {0, 1}, {0, 0}};

    @Test
    @SuppressWarnings("rawtypes") // ServiceLoader takes a class, and a class has no type arguments
    void isFoundByItsName() {
        assertThat(ServiceLoader.load(ProbeProvider.class))
                .extracting(ProbeProvider::name)
                .contains("rank");
    }

    @Test
    void foldOfThePlaneHasRankTwoOffTheAxes() throws InterruptedException {
        List<Finding> findings = Ranks.examine(diamond().snapshot(QUADRANTS));
        Finding fold = findings.get(0);
        assertThat(fold.layer()).isEqualTo("fold");
        assertThat(fold.step()).isEqualTo(7);
        assertThat(Ranks.ranks(fold)).containsExactly(2, 2, 2, 2, 2, 1, 0);
        assertThat(Ranks.array(fold, "active").ints()).containsExactly(2, 2, 2, 2, 2, 1, 0);
        assertThat(Ranks.array(fold, "id").ints()).containsExactly(10, 11, 12, 13, 14, 15, 16);
        assertThat(Ranks.array(fold, "strata_rank").ints()).containsExactly(0, 1, 2);
        assertThat(Ranks.array(fold, "strata_count").ints()).containsExactly(1, 1, 5);
        assertThat(Ranks.summary(fold, "regions")).isEqualTo(6);
        assertThat(Ranks.summary(fold, "rank_mean")).isEqualTo(11 / 7.0);
        assertThat(Ranks.summary(fold, "rank_min")).isZero();
        assertThat(Ranks.summary(fold, "rank_max")).isEqualTo(2);
        assertThat(Ranks.summary(fold, "active_mean")).isEqualTo(11 / 7.0);
        assertThat(Ranks.summary(fold, "collapsed_share")).isEqualTo(2 / 7.0);
        assertThat(fold.notes()).isEmpty();
    }

    @Test
    void identityOutputIsNotMasked() throws InterruptedException {
        Finding sum = Ranks.last(diamond().snapshot(QUADRANTS));
        assertThat(Ranks.ranks(sum)).containsExactly(1, 1, 1, 1, 1, 1, 0);
        assertThat(Ranks.array(sum, "active").ints()).containsOnly(1);
        assertThat(Ranks.summary(sum, "regions")).isEqualTo(6);
    }

    @Test
    void inputsOfOneRegionShareAHashAndOthersDoNot() throws InterruptedException {
        for (Finding finding : Ranks.examine(diamond().snapshot(QUADRANTS))) {
            long[] regions = Ranks.array(finding, "region").longs();
            assertThat(regions[0]).isEqualTo(regions[1]);
            assertThat(regions).hasSize(7);
            assertThat(Arrays.stream(regions).distinct()).hasSize(6);
        }
    }

    @Test
    void marginIsTheDistanceInDecimalOrders() throws InterruptedException {
        PlainNetwork network = new PlainNetwork(2)
                .dense("d", Activation.IDENTITY, new double[2], new double[] {100, 0}, new double[] {0, 0.5});
        Snapshot snapshot = network.snapshot(new double[] {1, 1});
        Finding finding = Ranks.examine(snapshot, Ranks.settings(new Tolerance.Absolute(1), null))
                .get(0);
        assertThat(Ranks.ranks(finding)).containsExactly(1);
        assertThat(Ranks.summary(finding, "margin_min")).isCloseTo(Math.log10(2), within(1e-12));
        finding = Ranks.examine(snapshot, Ranks.settings(new Tolerance.Relative(0.004), null))
                .get(0);
        assertThat(Ranks.ranks(finding)).containsExactly(2);
        assertThat(Ranks.summary(finding, "margin_min")).isCloseTo(Math.log10(0.5 / 0.4), within(1e-12));
    }

    @Test
    void r1_zeroWeightsHaveRankZeroAndNoMargin() throws InterruptedException {
        PlainNetwork network = new PlainNetwork(2)
                .dense("zero", Activation.RELU, new double[] {1, 1}, new double[2], new double[2])
                .dense("after", Activation.IDENTITY, new double[1], new double[] {1, 1});
        for (Finding finding : Ranks.examine(network.snapshot(new double[] {1, 2}, new double[] {-1, 0}))) {
            assertThat(Ranks.ranks(finding)).containsExactly(0, 0);
            assertThat(Ranks.array(finding, "margin").doubles()).containsOnly(Double.NaN);
            assertThat(Ranks.summary(finding, "margin_min")).isNaN();
            assertThat(Ranks.summary(finding, "collapsed_share")).isEqualTo(1);
        }
    }

    @Test
    void r1_deadReluHasRankZeroFromThereOn() throws InterruptedException {
        PlainNetwork network = new PlainNetwork(3)
                .dense("wide", 6, Activation.RELU, new Random(1))
                .dense("dead", Activation.RELU, new double[] {-1000, -1000}, new double[6], new double[6])
                .dense("out", 4, Activation.IDENTITY, new Random(2));
        List<Finding> findings = Ranks.examine(network.snapshot(new double[] {1, 2, 3}));
        assertThat(Ranks.ranks(findings.get(1))).containsExactly(0);
        assertThat(Ranks.array(findings.get(1), "active").ints()).containsExactly(0);
        assertThat(Ranks.ranks(findings.get(2))).containsExactly(0);
        assertThat(Ranks.array(findings.get(2), "active").ints()).containsExactly(4);
    }

    @Test
    void r1_exactlyTiedPreActivationIsNotActive() throws InterruptedException {
        double[][] rows = {{1, -1}, {1, 1}};
        for (Activation.Kind kind : List.of(Activation.Kind.RELU, Activation.Kind.LEAKY_RELU)) {
            PlainNetwork network =
                    new PlainNetwork(2).dense("tie", PlainNetwork.activation(kind), new double[2], rows[0], rows[1]);
            Finding finding = Ranks.last(network.snapshot(new double[] {1, 1}));
            assertThat(Ranks.array(finding, "active").ints()).containsExactly(1);
            assertThat(Ranks.ranks(finding)).containsExactly(kind == Activation.Kind.RELU ? 1 : 2);
        }
    }

    @Test
    void r1_rankFallsAsTheToleranceGrows() throws InterruptedException {
        PlainNetwork network = new PlainNetwork(40)
                .dense("a", 60, Activation.RELU, new Random(5))
                .dense("b", 50, Activation.RELU, new Random(6));
        Snapshot snapshot = network.snapshot(PlainNetwork.draw(40, PlainNetwork.uniform(new Random(7), 3)));
        double[][] jacobian = network.jacobian(Values.of(snapshot.probeSet().inputs(), 0), "b");
        double[] expected = JacobiSvd.singularValues(jacobian);
        int before = Integer.MAX_VALUE;
        for (double exponent = -18; exponent < 0; exponent += 0.25) {
            double factor = Math.pow(10, exponent);
            List<Finding> findings = Ranks.examine(snapshot, Ranks.settings(new Tolerance.Relative(factor), null));
            int rank = Ranks.ranks(findings.get(1))[0];
            assertThat(rank).isLessThanOrEqualTo(before);
            if (factor > 1e-13) {
                assertThat((long) rank)
                        .isEqualTo(Arrays.stream(expected)
                                .filter(s -> s > factor * expected[0])
                                .count());
            }
            before = rank;
        }
    }

    @Test
    void r5_noInputsMeansUndefinedNotZero() throws InterruptedException {
        Finding finding = Ranks.last(diamond().snapshot());
        assertThat(finding.summary().values()).containsOnly(Double.NaN);
        assertThat(Ranks.ranks(finding)).isEmpty();
    }

    @Test
    void maxPoolingWinnersBelongToTheRegion() throws InterruptedException {
        PlainNetwork network = new PlainNetwork(1, 1, 4)
                .add(
                        "pool",
                        List.of(LayerSnapshot.NETWORK_INPUT),
                        new LayerMap.MaxPooling(
                                new LayerMap.Window(new int[] {1, 2}, new int[] {1, 2}, new int[2], new int[] {1, 2})),
                        Activation.IDENTITY);
        Finding finding = Ranks.last(network.snapshot(
                new double[] {1, 0, 0, 1}, new double[] {5, 2, 1, 9}, new double[] {0, 1, 0, 1}, new double[] {
                    3, 3, 0, 1
                }));
        long[] regions = Ranks.array(finding, "region").longs();
        assertThat(regions[0]).isEqualTo(regions[1]).isEqualTo(regions[3]).isNotEqualTo(regions[2]);
        assertThat(Ranks.ranks(finding)).containsOnly(2);
    }

    @Test
    void smoothActivationSaysThatItIsAJacobian() throws InterruptedException {
        PlainNetwork network = new PlainNetwork(3)
                .dense("relu", 5, Activation.RELU, new Random(1))
                .dense("tanh", 4, PlainNetwork.activation(Activation.Kind.TANH), new Random(2))
                .dense("out", 2, Activation.IDENTITY, new Random(3));
        List<Finding> findings = Ranks.examine(network.snapshot(new double[] {1, 2, 3}, new double[] {1, 2, 3.5}));
        assertThat(findings.get(0).notes()).isEmpty();
        for (Finding finding : findings.subList(1, 3)) {
            assertThat(finding.notes()).hasSize(1).first().asString().contains("Jacobian");
            assertThat(Ranks.summary(finding, "regions")).isNaN();
        }
    }

    /** Four layers; the second and third are replaced. */
    private static Snapshot chain(LayerMap second, Activation third) {
        List<LayerSnapshot> layers = new PlainNetwork(3)
                .dense("a", 5, Activation.RELU, new Random(1))
                .dense("b", 5, Activation.RELU, new Random(2))
                .dense("c", 4, Activation.RELU, new Random(3))
                .dense("d", 2, Activation.IDENTITY, new Random(4))
                .snapshot(new double[] {1, 2, 3}, new double[] {-1, 2, 0})
                .layers();
        LayerSnapshot b = layers.get(1);
        LayerSnapshot c = layers.get(2);
        ProbeSet probeSet =
                new ProbeSet(new int[] {4, 9}, PlainNetwork.array(new double[] {1, 2, 3, -1, 2, 0}, 2, 3), new int[2]);
        return new Snapshot(
                7,
                probeSet,
                List.of(
                        layers.get(0),
                        new LayerSnapshot("b", b.inputs(), second, b.activation(), b.activations()),
                        new LayerSnapshot("c", c.inputs(), c.map(), third, c.activations()),
                        layers.get(3)));
    }

    private static void assertUndefined(Finding finding, String note) {
        assertThat(finding.summary().keySet())
                .containsExactly(
                        "rank_mean",
                        "rank_min",
                        "rank_max",
                        "active_mean",
                        "regions",
                        "collapsed_share",
                        "margin_min",
                        "own_rank_mean");
        assertThat(finding.summary().values()).containsOnly(Double.NaN);
        assertThat(finding.arrays()).isEmpty();
        assertThat(finding.notes()).containsExactly(note);
    }

    @Test
    void ranksAreUndefinedFromAnOpaqueLayerOn() throws InterruptedException {
        Snapshot snapshot = chain(new LayerMap.Opaque("LSTM"), Activation.RELU);
        List<Finding> findings = Ranks.examine(snapshot);
        assertThat(findings).extracting(Finding::layer).containsExactly("a", "b", "c", "d");
        assertThat(Ranks.ranks(findings.get(0))).hasSize(2);
        assertThat(findings.get(0).notes()).isEmpty();
        for (Finding finding : findings.subList(1, 4)) {
            assertUndefined(
                    finding, "ranks are undefined: layer b is of kind LSTM, which the probe has no description of");
        }
        Probe probe = new RankProvider().create("rank", Ranks.settings(new Tolerance.Float32(), null), 1);
        assertThat(probe.cost(snapshot).seconds()).isPositive();
    }

    @Test
    void ranksAreUndefinedFromAnUnknownActivationOn() throws InterruptedException {
        Activation other = new Activation(Activation.Kind.OTHER, 0);
        LayerMap b =
                chain(new LayerMap.Identity(), Activation.RELU).layers().get(1).map();
        List<Finding> findings = Ranks.examine(chain(b, other));
        assertThat(Ranks.ranks(findings.get(1))).hasSize(2);
        for (Finding finding : findings.subList(2, 4)) {
            assertUndefined(
                    finding, "ranks are undefined: layer c has an activation function that the probe does not know");
        }
    }

    @Test
    void anOpaqueLayerAloneIsNoError() throws InterruptedException {
        Snapshot snapshot = chain(new LayerMap.Opaque("LSTM"), Activation.RELU);
        RankSettings last = new RankSettings(List.of("d"), new Tolerance.Float32(), null, null);
        assertThat(Ranks.examine(snapshot, last))
                .singleElement()
                .satisfies(finding -> assertThat(finding.summary().values()).containsOnly(Double.NaN));
    }

    @Test
    void anOpaqueBranchSpoilsOnlyWhatDependsOnIt() throws InterruptedException {
        List<LayerSnapshot> chain =
                chain(new LayerMap.Opaque("LSTM"), Activation.RELU).layers();
        LayerSnapshot c = chain.get(2);
        LayerSnapshot beside = new LayerSnapshot("beside", List.of("a"), c.map(), c.activation(), c.activations());
        Snapshot snapshot = new Snapshot(
                7, chain(c.map(), Activation.RELU).probeSet(), List.of(chain.get(0), chain.get(1), beside));
        List<Finding> findings = Ranks.examine(snapshot);
        assertThat(findings.get(1).arrays()).isEmpty();
        assertThat(Ranks.ranks(findings.get(2))).hasSize(2);
    }

    @Test
    void softmaxOverImagesIsUndefined() throws InterruptedException {
        Snapshot snapshot =
                new PlainNetwork(1, 2, 2).maxPooling("pool", 1, 1, 0).snapshot(new double[] {1, 2, 3, 4});
        LayerSnapshot pool = snapshot.layers().get(0);
        LayerSnapshot soft = new LayerSnapshot(
                "soft",
                pool.inputs(),
                pool.map(),
                PlainNetwork.activation(Activation.Kind.SOFTMAX),
                pool.activations());
        assertUndefined(
                Ranks.last(new Snapshot(1, snapshot.probeSet(), List.of(soft))),
                "ranks are undefined: layer soft has a softmax over images, which the probe does not know");
    }

    @Test
    void denseTakesImagesInRowMajorOrder() throws InterruptedException {
        PlainNetwork flattened = new PlainNetwork(2, 3, 4)
                .convolution("conv", 3, 2, 1, 0, Activation.RELU, new Random(1))
                .then("flat", new LayerMap.Flatten(), Activation.IDENTITY)
                .dense("dense", 7, Activation.RELU, new Random(2));
        Snapshot explicit = flattened.snapshot(
                PlainNetwork.draw(24, PlainNetwork.uniform(new Random(3), 2)),
                PlainNetwork.draw(24, PlainNetwork.uniform(new Random(4), 2)));
        LayerSnapshot dense = explicit.layers().get(2);
        Snapshot implicit = new Snapshot(
                explicit.step(),
                explicit.probeSet(),
                List.of(
                        explicit.layers().get(0),
                        new LayerSnapshot(
                                "dense", List.of("conv"), dense.map(), dense.activation(), dense.activations())));
        assertThat(Ranks.last(implicit)).isEqualTo(Ranks.last(explicit));
    }

    @Test
    void softmaxLosesOneDimensionEvenWhenItIsSure() throws InterruptedException {
        Activation softmax = PlainNetwork.activation(Activation.Kind.SOFTMAX);
        PlainNetwork network = new PlainNetwork(3)
                .dense("p", softmax, new double[3], new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {
                    0, 0, 1
                });
        Finding finding = Ranks.last(network.snapshot(new double[] {1, 1, 2}, new double[] {60, 1, 2}));
        assertThat(Ranks.ranks(finding)).containsExactly(2, 2);
    }

    @Test
    void layersAreChosenByPatternInTheirOrder() throws InterruptedException {
        PlainNetwork network = new PlainNetwork(3)
                .dense("a1", 4, Activation.RELU, new Random(1))
                .dense("b1", 4, Activation.RELU, new Random(2))
                .dense("a2", 4, Activation.RELU, new Random(3));
        Snapshot snapshot = network.snapshot(new double[] {1, 2, 3});
        RankSettings settings = new RankSettings(List.of("a2", "?1"), new Tolerance.Float32(), null, null);
        assertThat(Ranks.examine(snapshot, settings)).extracting(Finding::layer).containsExactly("a1", "b1", "a2");
        RankSettings wrong = new RankSettings(List.of("a*", "conv*"), new Tolerance.Float32(), null, null);
        assertThatThrownBy(() -> Ranks.examine(snapshot, wrong))
                .isInstanceOf(ProbeException.class)
                .hasMessage("layers: 'conv*' matches no layer; there are a1, b1, a2");
    }

    @Test
    void choosingLayersDoesNotChangeTheirFindings() throws InterruptedException {
        PlainNetwork network = new PlainNetwork(9)
                .dense("a", 7, Activation.RELU, new Random(1))
                .dense("b", 8, Activation.RELU, new Random(2));
        Snapshot snapshot = network.snapshot(IntStream.range(0, 20)
                .mapToObj(i -> PlainNetwork.draw(9, PlainNetwork.uniform(new Random(i), 5)))
                .toArray(double[][]::new));
        RankSettings alone = new RankSettings(List.of("b"), new Tolerance.Float32(), null, null);
        assertThat(Ranks.examine(snapshot, alone).get(0)).isEqualTo(Ranks.last(snapshot));
    }

    @Test
    void dimensionDecidesWhatIsCollapsed() throws InterruptedException {
        Snapshot snapshot = diamond().snapshot(QUADRANTS);
        Finding finding = Ranks.examine(snapshot, Ranks.settings(new Tolerance.Float32(), 1))
                .get(0);
        assertThat(Ranks.summary(finding, "collapsed_share")).isEqualTo(1 / 7.0);
        assertThatThrownBy(() -> Ranks.examine(snapshot, Ranks.settings(new Tolerance.Float32(), 3)))
                .isInstanceOf(ProbeException.class)
                .hasMessage("dimension is 3; expected at most 2, the number of features of the network's input");
    }

    @Test
    void fewerInputsAreDrawnBySeedAndSaidSo() throws InterruptedException {
        RankSettings settings = new RankSettings(List.of("*"), new Tolerance.Float32(), null, 4);
        Snapshot snapshot = diamond().snapshot(QUADRANTS);
        Finding finding = Ranks.examine(snapshot, settings).get(0);
        int[] ids = Ranks.array(finding, "id").ints();
        assertThat(ids).hasSize(4).doesNotHaveDuplicates().isSorted();
        assertThat(finding.notes()).containsExactly("examined 4 of 7 probe inputs");
        assertThat(Ranks.examine(snapshot, settings).get(0)).isEqualTo(finding);
        int[] all = Ranks.ranks(Ranks.examine(snapshot).get(0));
        assertThat(Ranks.ranks(finding))
                .isEqualTo(IntStream.of(ids).map(id -> all[id - 10]).toArray());
    }

    @Test
    void d3_nanWeightNamesTheLayer() {
        PlainNetwork network = new PlainNetwork(2)
                .dense("good", 3, Activation.RELU, new Random(1))
                .dense("bad", Activation.IDENTITY, new double[1], new double[] {1, Double.NaN, 1});
        assertThatThrownBy(() -> Ranks.examine(network.snapshot(new double[] {1, 1})))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("layer bad")
                .hasMessageContaining("NaN");
    }

    @Test
    void d3_infiniteActivationNamesTheLayerAndTheInput() {
        Snapshot snapshot = diamond().snapshot(new double[] {1, 1}, new double[] {1, 2});
        LayerSnapshot fold = snapshot.layers().get(0);
        fold.activations().putScalar(1, 2, Float.POSITIVE_INFINITY);
        assertThatThrownBy(() -> Ranks.examine(snapshot))
                .isInstanceOf(ProbeException.class)
                .hasMessage(
                        "layer fold: activations at probe input 1: element 2 is Infinity; a rank needs finite numbers");
    }

    @Test
    void unknownSourceIsRefused() {
        Snapshot snapshot = new PlainNetwork(2)
                .dense("a", 2, Activation.RELU, new Random(1))
                .snapshot(new double[] {1, 1});
        LayerSnapshot a = snapshot.layers().get(0);
        LayerSnapshot lost = new LayerSnapshot("b", List.of("c"), a.map(), a.activation(), a.activations());
        assertThatThrownBy(() -> Ranks.examine(new Snapshot(1, snapshot.probeSet(), List.of(a, lost))))
                .isInstanceOf(ProbeException.class)
                .hasMessage("layer b takes its input from c, which is no layer before it");
    }

    @Test
    void shapesThatDisagreeAreRefused() {
        INDArray weights = PlainNetwork.array(new double[6], 3, 2);
        LayerSnapshot layer = new LayerSnapshot(
                "a",
                List.of(LayerSnapshot.NETWORK_INPUT),
                new LayerMap.Dense(weights, null),
                Activation.RELU,
                PlainNetwork.array(new double[2], 1, 2));
        ProbeSet probeSet = new ProbeSet(new int[1], PlainNetwork.array(new double[2], 1, 2), new int[1]);
        assertThatThrownBy(() -> Ranks.examine(new Snapshot(1, probeSet, List.of(layer))))
                .isInstanceOf(ProbeException.class)
                .hasMessage("layer a: the snapshot has 2 inputs, its map asks for 3");
    }

    @Test
    void p6_tooLittleMemoryIsRefusedWithFigures() {
        Snapshot snapshot = new PlainNetwork(500)
                .dense("a", 500, Activation.RELU, new Random(1))
                .snapshot(new double[500]);
        RankProbe probe =
                new RankProbe("rank", Ranks.settings(new Tolerance.Float32(), null), 0, () -> 1 << 20, Kernels.none());
        assertThatThrownBy(() -> probe.examine(snapshot))
                .isInstanceOf(ProbeException.class)
                .hasMessageMatching("rank would need \\d+ MiB, 1 MiB are free; choose fewer or earlier layers.*");
        assertThat(probe.cost(snapshot).bytes()).isBetween(6L * 2_000_000, 12L * 2_000_000);
    }

    @Test
    void emptyListOfLayersIsRefused() {
        RankSettings settings = new RankSettings(List.of(), new Tolerance.Float32(), null, null);
        assertThatThrownBy(() -> new RankProvider().create("rank", settings, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layers");
    }
}
