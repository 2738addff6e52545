package org.crease.probes.quotient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import org.crease.homology.metric.QuotientMetric;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.HotCard;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.ProbeProvider;
import org.crease.probes.cloud.CloudSettings;
import org.crease.probes.cloud.CloudSettings.Subsample;
import org.crease.probes.cloud.Snapshots;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.DenseNetwork;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QuotientProbeTest {
    private static final QuotientProvider PROVIDER = new QuotientProvider();

    /** Units that all die where x < -0.7, and units that all die where x > 0.7; elsewhere the identity lives. */
    private static DenseNetwork clipped() {
        return DenseNetwork.taking(2)
                .dense("left", new float[][] {{1, 0}}, new float[] {0.5f}, Activation.RELU)
                .dense("out", new float[][] {{2}}, new float[] {0}, Activation.IDENTITY);
    }

    private static QuotientSettings settings(Collapse collapse, @Nullable Integer minRank, Subsample subsample) {
        CloudSettings d = CloudSettings.defaults();
        CloudSettings cloud =
                new CloudSettings(d.layers(), false, d.at(), d.images(), subsample, d.scaling(), d.metric());
        return new QuotientSettings(
                cloud, collapse, QuotientMetric.Rule.MIN, minRank, new Tolerance.Float32(), 1, true, 0.5);
    }

    private static List<Finding> examine(Snapshot snapshot, QuotientSettings settings) throws InterruptedException {
        return PROVIDER.create("quotient", settings, 1).examine(snapshot);
    }

    private static QuotientSettings minRank(int minRank) {
        return settings(Collapse.PER_REGION, minRank, new Subsample.None());
    }

    private static double summary(Finding finding, String name) {
        return Objects.requireNonNull(finding.summary().get(name), name);
    }

    private static Array array(Finding finding, String name) {
        return Objects.requireNonNull(finding.arrays().get(name), name);
    }

    /** Fact 4 of the paper's facts: rank says that a circle stays, the overlap of its halves that it goes. */
    @Test
    void aCircleWithOneUnitStaysACircleByRankAloneButItsImageIsAnInterval() throws InterruptedException {
        DenseNetwork network =
                DenseNetwork.taking(2).dense("unit", new float[][] {{1, 0}}, new float[] {0}, Activation.RELU);
        Finding finding =
                examine(network.on(Snapshots.circle(99, 1)), minRank(1)).get(0);
        assertThat(summary(finding, "classes")).isEqualTo(1);
        assertThat(summary(finding, "collapsed_share")).isCloseTo(0.5, within(0.01));
        assertThat(summary(finding, "h0_betti")).isEqualTo(1);
        assertThat(summary(finding, "h1_betti")).isEqualTo(1);
        assertThat(summary(finding, "input_h1_betti")).isEqualTo(1);
        assertThat(summary(finding, "layer_h0_betti")).isEqualTo(1);
        assertThat(summary(finding, "layer_h1_betti")).isZero();
        assertThat(summary(finding, "layer_h1_total_persistence")).isZero();
    }

    @Test
    void theInputsOfACollapsedRegionAreAClassInEveryLayerBehind() throws InterruptedException {
        Snapshot snapshot = clipped().on(new float[][] {{-1, 0}, {1, 0}, {-2, 1}, {0, 0}, {-3, 5}});
        List<Finding> findings = examine(snapshot, minRank(1));
        assertThat(findings).extracting(Finding::layer).containsExactly("left", "out");
        for (Finding finding : findings) {
            assertThat(array(finding, "class").ints()).containsExactly(0, -1, 0, -1, 0);
            assertThat(array(finding, "id").ints()).containsExactly(0, 1, 2, 3, 4);
            assertThat(summary(finding, "collapsed_share")).isEqualTo(0.6);
        }
    }

    @Test
    void byDefaultEveryRankBelowThatOfTheInputIsCollapsed() throws InterruptedException {
        Snapshot snapshot = clipped().on(new float[][] {{-1, 0}, {1, 0}, {-2, 1}, {0, 0}, {-3, 5}});
        Finding finding = examine(snapshot, QuotientSettings.defaults()).get(0);
        assertThat(array(finding, "class").ints()).containsExactly(0, 1, 0, 1, 0);
    }

    @Test
    void whereNothingCollapsesTheQuotientIsTheInput() throws InterruptedException {
        DenseNetwork network =
                DenseNetwork.taking(2).dense("same", new float[][] {{1, 0}, {0, 1}}, new float[2], Activation.IDENTITY);
        Finding finding = examine(network.on(Snapshots.circle(30, 2)), QuotientSettings.defaults())
                .get(0);
        assertThat(finding.summary())
                .containsEntry("classes", 0.0)
                .containsEntry("collapsed_share", 0.0)
                .containsEntry("input_h1_wasserstein", 0.0)
                .containsEntry("layer_h1_bottleneck", 0.0)
                .containsEntry("layer_h0_wasserstein", 0.0);
        assertThat(array(finding, "h1")).isEqualTo(array(finding, "layer_h1"));
    }

    /** Three units that die on an arc each; the rank is below 2 wherever one alone is left. */
    @Test
    void arcsOfACircleCollapseApartOrTogether() throws InterruptedException {
        float[][] rows = new float[3][];
        float[] bias = new float[3];
        for (int k = 0; k < 3; k++) {
            double angle = 2 * Math.PI * k / 3;
            rows[k] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
            bias[k] = 0.25f;
        }
        Snapshot snapshot = DenseNetwork.taking(2)
                .dense("three", rows, bias, Activation.RELU)
                .on(Snapshots.circle(240, 1));
        Finding apart = examine(snapshot, minRank(2)).get(0);
        Finding together = examine(snapshot, settings(Collapse.WHOLE_SET, 2, new Subsample.None()))
                .get(0);
        assertThat(summary(apart, "classes")).isEqualTo(3);
        assertThat(summary(together, "classes")).isEqualTo(3);
        assertThat(longLoops(apart)).isEqualTo(1);
        assertThat(longLoops(together)).isEqualTo(3);
        assertThat(array(together, "h0").shape()[0])
                .isEqualTo(array(apart, "h0").shape()[0] - 2);
    }

    private static long longLoops(Finding finding) {
        double[] bars = array(finding, "h1").doubles();
        long count = 0;
        for (int k = 0; k < bars.length; k += 2) {
            count += bars[k + 1] - bars[k] > 0.3 ? 1 : 0;
        }
        return count;
    }

    @Test
    void normalisedDiagramsEndAtOneAndOthersAtTheirScale() throws InterruptedException {
        DenseNetwork network = DenseNetwork.taking(2)
                .dense("double", new float[][] {{2, 0}, {0, 2}}, new float[2], Activation.IDENTITY);
        QuotientSettings d = QuotientSettings.defaults();
        QuotientSettings raw =
                new QuotientSettings(d.cloud(), d.collapse(), d.distance(), null, d.tolerance(), 1, false, d.scale());
        Finding scaled = examine(network.on(Snapshots.circle(60, 1)), d).get(0);
        Finding plain = examine(network.on(Snapshots.circle(60, 1)), raw).get(0);
        assertThat(array(scaled, "layer_h1").doubles()[1]).isEqualTo(1);
        assertThat(array(plain, "layer_h1").doubles()[1]).isCloseTo(2 * Math.sqrt(3), within(1e-5));
        assertThat(summary(plain, "layer_h1_bottleneck")).isGreaterThan(1);
        assertThat(summary(scaled, "layer_h1_bottleneck")).isLessThan(1e-6);
    }

    @Test
    void landmarksAreChosenAfterPointsAreMadeOne() throws InterruptedException {
        DenseNetwork network =
                DenseNetwork.taking(2).dense("unit", new float[][] {{1, 0}}, new float[] {0}, Activation.RELU);
        Snapshot snapshot = network.on(Snapshots.circle(99, 1));
        Finding finding = examine(snapshot, settings(Collapse.PER_REGION, 1, new Subsample.Landmarks(20)))
                .get(0);
        assertThat(array(finding, "h0").shape()).containsExactly(20, 2);
        assertThat(array(finding, "input_h0").shape()).containsExactly(20, 2);
        assertThat(array(finding, "class").ints()).hasSize(99);
        assertThat(summary(finding, "h1_betti")).isEqualTo(1);
        Finding drawn = examine(snapshot, settings(Collapse.PER_REGION, 1, new Subsample.Random(40)))
                .get(0);
        assertThat(array(drawn, "class").ints()).hasSize(40);
        assertThat(array(drawn, "input_h0").shape()).containsExactly(40, 2);
    }

    @Test
    void aLayerWithoutRanksHasNoNumbers() throws InterruptedException {
        Snapshot known = clipped().on(Snapshots.circle(20, 1));
        LayerSnapshot layer = known.layers().get(0);
        Snapshot opaque = new Snapshot(
                0,
                known.probeSet(),
                List.of(new LayerSnapshot(
                        "lstm", layer.inputs(), new LayerMap.Opaque("LSTM"), layer.activation(), layer.activations())));
        Finding finding = examine(opaque, QuotientSettings.defaults()).get(0);
        assertThat(finding.summary())
                .hasSize(22)
                .allSatisfy((name, value) -> assertThat(value).isNaN());
        assertThat(finding.arrays()).isEmpty();
        assertThat(finding.notes()).singleElement().asString().contains("LSTM");
    }

    @Test
    void smoothLayersHaveNoRegions() throws InterruptedException {
        Snapshot known = clipped().on(Snapshots.circle(20, 1));
        LayerSnapshot layer = known.layers().get(0);
        Snapshot smooth = new Snapshot(
                0,
                known.probeSet(),
                List.of(new LayerSnapshot(
                        "smooth",
                        layer.inputs(),
                        layer.map(),
                        new Activation(Activation.Kind.TANH, 0),
                        layer.activations())));
        Finding finding = examine(smooth, QuotientSettings.defaults()).get(0);
        assertThat(summary(finding, "classes")).isZero();
        assertThat(finding.notes()).singleElement().asString().contains("no regions");
    }

    @Test
    void aRankAboveTheInputsDimensionIsRefused() {
        Snapshot snapshot = clipped().on(Snapshots.circle(20, 1));
        assertThatThrownBy(() -> examine(snapshot, minRank(3)))
                .isInstanceOf(ProbeException.class)
                .hasMessage("probe quotient: min-rank is 3; expected at most 2, the number of features of the "
                        + "network's input");
    }

    @Test
    void theInputAmongTheLayersIsRefused() {
        CloudSettings d = CloudSettings.defaults();
        CloudSettings input =
                new CloudSettings(d.layers(), true, d.at(), d.images(), d.subsample(), d.scaling(), d.metric());
        QuotientSettings q = QuotientSettings.defaults();
        QuotientSettings settings =
                new QuotientSettings(input, q.collapse(), q.distance(), null, q.tolerance(), 1, true, q.scale());
        assertThatThrownBy(() -> PROVIDER.create("quotient", settings, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cloud.input is true");
    }

    @Test
    void anEmptyProbeSetHasEmptyDiagrams() throws InterruptedException {
        Finding finding = examine(clipped().on(new float[0][]), QuotientSettings.defaults())
                .get(0);
        assertThat(summary(finding, "classes")).isZero();
        assertThat(summary(finding, "collapsed_share")).isNaN();
        assertThat(summary(finding, "h0_betti")).isZero();
        assertThat(array(finding, "class").ints()).isEmpty();
    }

    @Test
    void theSameSnapshotGivesTheSameFindings() throws InterruptedException {
        Snapshot snapshot = clipped().on(Snapshots.circle(50, 1));
        assertThat(examine(snapshot, minRank(1))).isEqualTo(examine(snapshot, minRank(1)));
    }

    @Test
    void tooManyPointsAreRefusedWithFigures() {
        Snapshot snapshot = clipped().on(new float[60_000][2]);
        Probe probe = PROVIDER.create("quotient", QuotientSettings.defaults(), 1);
        assertThat(probe.cost(snapshot).bytes()).isGreaterThan(14_000_000_000L);
        assertThatThrownBy(() -> probe.examine(snapshot))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("probe quotient: 60000 points need about")
                .hasMessageContaining("cloud.subsample");
    }

    @Test
    @Timeout(60)
    void p7_interruptedProbeStopsWithin200Milliseconds() throws InterruptedException {
        Random random = new Random(1);
        float[][] points = new float[1200][2];
        for (float[] point : points) {
            point[0] = random.nextFloat() - 0.5f;
            point[1] = random.nextFloat() - 0.5f;
        }
        Snapshot snapshot = clipped().on(points);
        Probe probe = PROVIDER.create("quotient", minRank(1), 1);
        for (int before : new int[] {50, 300, 900, 2000}) {
            double shortest = Double.POSITIVE_INFINITY;
            for (int attempt = 0; attempt < 3 && shortest >= 200; attempt++) {
                shortest = Math.min(shortest, delay(probe, snapshot, before));
            }
            assertThat(shortest).isLessThan(200);
        }
    }

    private static double delay(Probe probe, Snapshot snapshot, int before) throws InterruptedException {
        AtomicLong stopped = new AtomicLong();
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    probe.examine(snapshot);
                }
            } catch (InterruptedException e) {
                stopped.set(System.nanoTime());
            }
        });
        thread.start();
        Thread.sleep(before);
        long asked = System.nanoTime();
        thread.interrupt();
        thread.join();
        return (stopped.get() - asked) / 1e6;
    }

    @Test
    void providerIsFoundByItsName() {
        List<String> names = new ArrayList<>();
        for (ProbeProvider<?> provider : ServiceLoader.load(ProbeProvider.class)) {
            names.add(provider.name());
        }
        assertThat(names).contains("quotient");
        assertThat(PROVIDER.settings()).isEqualTo(QuotientSettings.class);
        assertThat(PROVIDER.description()).isNotBlank();
    }

    @Test
    void aDevicesFailureIsNotedAndTheProcessorsDiagramsGiven() throws InterruptedException {
        Snapshot snapshot = clipped().on(new float[][] {{-1, 0}, {1, 0}, {-2, 1}, {0, 0}, {-3, 5}});
        List<Finding> expected = examine(snapshot, minRank(1));
        List<Finding> actual = new QuotientProbe("quotient", minRank(1), 1, HotCard.kernels()).examine(snapshot);
        for (int k = 0; k < expected.size(); k++) {
            assertThat(actual.get(k).summary()).isEqualTo(expected.get(k).summary());
            assertThat(actual.get(k).notes()).containsExactly(HotCard.NOTE);
        }
    }
}
