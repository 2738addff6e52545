package org.crease.probes.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.HotCard;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.ProbeProvider;
import org.crease.probes.cloud.CloudSettings;
import org.crease.probes.cloud.Snapshots;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TopologyProbeTest {
    private static final TopologyProvider PROVIDER = new TopologyProvider();

    private static Probe probe() {
        return PROVIDER.create("topology", TopologySettings.defaults(), 1);
    }

    private static Finding only(Probe probe, Snapshot snapshot) throws InterruptedException {
        List<Finding> findings = probe.examine(snapshot);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Array array(Finding finding, String name) {
        return Objects.requireNonNull(finding.arrays().get(name), name);
    }

    @Test
    void circleHasOneLongLoop() throws InterruptedException {
        Finding finding = only(probe(), Snapshots.of(Snapshots.circle(30, 1)));
        double side = 2 * Math.sin(Math.PI / 30);
        assertThat(finding.layer()).isEqualTo("hidden");
        assertThat(finding.step()).isEqualTo(7);
        assertThat(finding.probe()).isEqualTo("topology");
        assertThat(finding.summary())
                .containsEntry("points", 30.0)
                .containsEntry("h0_infinite", 1.0)
                .containsEntry("h1_count", 1.0)
                .containsEntry("h1_infinite", 0.0);
        assertThat(finding.summary().get("h1_max_persistence")).isCloseTo(Math.sqrt(3) - side, within(1e-5));
        assertThat(finding.summary().get("mst_length")).isCloseTo(29 * side, within(1e-5));
        assertThat(finding.summary().get("h0_entropy")).isCloseTo(Math.log(29), within(1e-6));
        assertThat(finding.summary().get("scale")).isCloseTo(2, within(1e-6));
    }

    @Test
    void arraysHoldDiagramsCurvesAndIds() throws InterruptedException {
        Finding finding = only(probe(), Snapshots.of(Snapshots.circle(30, 1)));
        assertThat(finding.arrays().keySet())
                .containsExactlyInAnyOrder("h0", "h1", "betti_grid", "betti0", "betti1", "ids");
        assertThat(array(finding, "h0").shape()).containsExactly(30, 2);
        assertThat(array(finding, "h0").doubles()).contains(Double.POSITIVE_INFINITY);
        int[] betti0 = array(finding, "betti0").ints();
        int[] betti1 = array(finding, "betti1").ints();
        assertThat(betti0).hasSize(100).startsWith(30).endsWith(1);
        assertThat(betti1[50]).isEqualTo(1);
        assertThat(betti1[99]).isZero();
        assertThat(array(finding, "ids").ints()).hasSize(30).startsWith(1000, 1001);
    }

    @Test
    void equalActivationsHaveNoScaleAndNoEntropy() throws InterruptedException {
        Finding finding = only(probe(), Snapshots.of(new float[10][4]));
        assertThat(finding.summary())
                .containsEntry("scale", 0.0)
                .containsEntry("h0_total_persistence", 0.0)
                .containsEntry("h0_count", 1.0)
                .containsEntry("h0_entropy", Double.NaN)
                .containsEntry("h1_count", 0.0);
    }

    @Test
    void componentsAloneHaveNoDiagramOfLoops() throws InterruptedException {
        TopologySettings settings = new TopologySettings(CloudSettings.defaults(), 0, 10, 0.1, 3);
        Finding finding = only(PROVIDER.create("components", settings, 1), Snapshots.of(Snapshots.circle(30, 1)));
        assertThat(finding.arrays()).doesNotContainKeys("h1", "h1_cocycle_bar");
        assertThat(finding.summary()).doesNotContainKey("h1_count").containsKey("mst_length");
    }

    @Test
    void p3_piecesAtInfiniteDistanceAreNoted() throws InterruptedException {
        CloudSettings d = CloudSettings.defaults();
        CloudSettings geodesic = new CloudSettings(
                d.layers(),
                false,
                d.at(),
                d.images(),
                d.subsample(),
                d.scaling(),
                new CloudSettings.Distance.Geodesic(1));
        Probe probe = PROVIDER.create("along", new TopologySettings(geodesic, 1, 10, 0.1, 0), 1);
        Finding finding = only(probe, Snapshots.of(new float[][] {{0}, {1}, {10}, {11}}));
        assertThat(finding.summary()).containsEntry("h0_infinite", 2.0);
        assertThat(finding.notes()).singleElement().asString().contains("2 pieces at infinite distance");
    }

    @Test
    void layersComeInNetworkOrderAndTwiceTheSame() throws InterruptedException {
        INDArray values = Nd4j.create(Snapshots.circle(40, 1));
        Snapshot snapshot = Snapshots.of(new int[40], new String[] {"a", "b"}, values, values.mul(3));
        List<Finding> findings = probe().examine(snapshot);
        assertThat(findings).extracting(Finding::layer).containsExactly("a", "b");
        assertThat(probe().examine(snapshot)).isEqualTo(findings);
    }

    @Test
    void p6_cloudThatWouldNotFitIsRefusedWithFigures() {
        INDArray many = Nd4j.zeros(60_000, 1);
        Snapshot snapshot = Snapshots.of(new int[60_000], new String[] {"wide"}, many);
        assertThat(probe().cost(snapshot).bytes()).isGreaterThan(14_000_000_000L);
        assertThatThrownBy(() -> probe().examine(snapshot))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("probe topology, layer wide: 60000 points need about")
                .hasMessageContaining("subsample");
    }

    @Test
    void costGrowsWithPointsAndLayers() {
        Snapshot small = Snapshots.of(Snapshots.circle(50, 1));
        Snapshot large = Snapshots.of(Snapshots.circle(500, 1));
        assertThat(probe().cost(large).seconds())
                .isGreaterThan(10 * probe().cost(small).seconds());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 100, 500})
    @Timeout(60)
    void p7_interruptedProbeStopsWithin200Milliseconds(long millisBefore) throws InterruptedException {
        double shortest = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < 3 && shortest >= 200; attempt++) {
            shortest = Math.min(shortest, delay(millisBefore));
        }
        assertThat(shortest)
                .as("the shortest of three: a busy machine may hold any one up")
                .isBetween(0.0, 200.0);
    }

    /** Milliseconds from the interruption to the probe's end by it. */
    private static double delay(long millisBefore) throws InterruptedException {
        INDArray values = Nd4j.rand(1500, 256);
        Snapshot snapshot = Snapshots.of(new int[1500], new String[] {"a", "b", "c"}, values, values, values);
        AtomicLong stopped = new AtomicLong();
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    probe().examine(snapshot);
                }
            } catch (InterruptedException e) {
                stopped.set(System.nanoTime());
            }
        });
        thread.start();
        Thread.sleep(millisBefore);
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
        assertThat(names).contains("topology");
        assertThat(PROVIDER.settings()).isEqualTo(TopologySettings.class);
        assertThat(PROVIDER.description()).isNotBlank();
    }

    @Test
    void aDevicesFailureIsNotedAndTheProcessorsDiagramGiven() throws InterruptedException {
        Snapshot snapshot = Snapshots.of(Snapshots.circle(30, 1));
        Finding expected = only(probe(), snapshot);
        Finding actual =
                only(new TopologyProbe("topology", TopologySettings.defaults(), 1, HotCard.kernels()), snapshot);
        assertThat(actual.arrays()).isEqualTo(expected.arrays());
        assertThat(actual.notes()).containsExactly(HotCard.NOTE);
    }
}
