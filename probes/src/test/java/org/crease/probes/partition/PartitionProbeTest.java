package org.crease.probes.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.crease.probes.Array;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PartitionProbeTest {
    private static final List<Double> WINDOW = List.of(-1.0, 1.0, -1.0, 1.0);

    private static Probe probe(PartitionSettings settings) {
        return new PartitionProvider().create("partition", settings, 1);
    }

    private static Array array(Finding finding, String name) {
        return Objects.requireNonNull(finding.arrays().get(name), name);
    }

    /** Two axes, then the sum: rank 0 in a quarter, rank 1 in the rest. */
    private static DenseNetwork quarters() {
        return new DenseNetwork(2)
                .add(Activation.RELU, new double[2], new double[] {1, 0}, new double[] {0, 1})
                .add(Activation.IDENTITY, new double[1], new double[] {1, 1});
    }

    @Test
    void aFindingALayerHasSummaryAndArrays() throws InterruptedException {
        Snapshot snapshot = quarters().snapshot(new double[2]);
        List<Finding> findings = probe(PartitionSettings.defaults().in(WINDOW)).examine(snapshot);
        assertThat(findings.stream().map(Finding::layer)).containsExactly("dense-1", "dense-2");
        Finding first = findings.get(0);
        assertThat(first.step()).isEqualTo(5);
        assertThat(first.summary())
                .containsEntry("regions", 4.0)
                .containsEntry("borders", 4.0)
                .containsEntry("rank_mean", 1.0)
                .containsEntry("rank_min", 0.0)
                .containsEntry("rank_max", 2.0)
                .containsEntry("active_mean", 1.0)
                .containsEntry("collapsed_area", 0.75)
                .containsEntry("area_min", 1.0)
                .containsEntry("area_median", 1.0)
                .containsEntry("area_max", 1.0);
        assertThat(array(first, "strata_rank").ints()).containsExactly(0, 1, 2);
        assertThat(array(first, "strata_count").ints()).containsExactly(1, 2, 1);
        assertThat(array(first, "strata_area").doubles()).containsExactly(0.25, 0.5, 0.25);
        assertThat(array(first, "vertices").shape()).containsExactly(16, 2);
        assertThat(array(first, "offsets").ints()).containsExactly(0, 4, 8, 12, 16);
        assertThat(array(first, "window").doubles()).containsExactly(-1, 1, -1, 1);
        assertThat(array(first, "border").shape()).containsExactly(4, 2);
        assertThat(array(first, "border_differing").ints()).containsExactly(1, 1, 1, 1);
        assertThat(Arrays.stream(array(first, "area").doubles()).sum()).isEqualTo(4);
        Finding second = findings.get(1);
        assertThat(array(second, "region")).isEqualTo(array(first, "region"));
        assertThat(array(second, "strata_area").doubles()).containsExactly(0.25, 0.75);
        assertThat(array(second, "active").ints()).containsExactly(1, 1, 1, 1);
        assertThat(second.notes()).isEmpty();
    }

    @Test
    void theWindowIsByDefaultAroundTheProbeSet() throws InterruptedException {
        Snapshot snapshot = quarters().snapshot(new double[] {0, 1}, new double[] {4, 1}, new double[] {2, 3});
        Finding finding = probe(PartitionSettings.defaults()).examine(snapshot).get(0);
        assertThat(array(finding, "window").doubles()).containsExactly(-1, 5, 0.5, 3.5);
    }

    @Test
    void theFirstLayerWithTooManyRegionsAndThoseBehindItAreUndefinedAndSaySo() throws InterruptedException {
        DenseNetwork network = quarters().add(5, Activation.RELU, 1, new Random(1));
        network.add(5, Activation.RELU, 1, new Random(1));
        PartitionSettings settings =
                new PartitionSettings(List.of("*"), WINDOW, null, new Tolerance.Float32(), null, 4);
        List<Finding> findings = probe(settings).examine(network.snapshot(new double[2]));
        assertThat(findings).hasSize(4);
        assertThat(findings.get(1).summary()).containsEntry("regions", 4.0);
        for (Finding undefined : findings.subList(2, 4)) {
            assertThat(undefined.summary()).containsEntry("regions", Double.NaN);
            assertThat(undefined.summary().keySet())
                    .isEqualTo(findings.get(0).summary().keySet());
            assertThat(undefined.arrays()).isEmpty();
            assertThat(undefined.notes())
                    .singleElement()
                    .asString()
                    .startsWith("the partition is undefined: more than 4 regions: ");
        }
    }

    @Test
    void aSliceThroughProbeInputsHasTheRanksOfTheWholeMap() throws InterruptedException {
        DenseNetwork network = new DenseNetwork(5)
                .add(6, Activation.RELU, 1, new Random(5))
                .add(4, DenseNetwork.leaky(), 1, new Random(6));
        double[][] points = new double[4][];
        for (int i = 0; i < 4; i++) {
            points[i] = new Random(i).doubles(5, -1, 1).map(x -> (float) x).toArray();
        }
        Snapshot snapshot = network.snapshot(points);
        PartitionSettings settings = PartitionSettings.defaults().on(new SliceSettings.Inputs(List.of(3, 0, 1)));
        for (Finding finding : probe(settings).examine(snapshot)) {
            assertThat(array(finding, "plane").shape()).containsExactly(3, 5);
            assertThat(array(finding, "window").doubles()).containsExactly(-0.25, 1.25, -0.25, 1.25);
            assertThat(Arrays.stream(array(finding, "area").doubles()).sum()).isCloseTo(2.25, within(1e-12));
            assertThat(finding.notes()).singleElement().asString().startsWith("on the plane through three points");
        }
        Plane plane = Plane.through(points[3], points[0], points[1], new Window(-1, 2, -1, 2));
        for (LayerRegions regions : Partitions.of(snapshot, plane).by(List.of("dense-1", "dense-2"))) {
            Partitions.isSound(regions, plane.window());
            int[] chosen = Partitions.roomy(regions);
            double[][] interior = Arrays.stream(chosen)
                    .mapToObj(regions.polygons()::interior)
                    .map(at -> plane.point(at[0], at[1]))
                    .toArray(double[][]::new);
            Partitions.agreeWithTheRankProbe(regions, chosen, network.snapshot(interior));
            assertThat(Arrays.stream(regions.ranks()).max().orElseThrow()).isGreaterThan(2);
        }
    }

    @Test
    void settingsThatContradictAreRefused() {
        Snapshot wide =
                new DenseNetwork(3).add(2, Activation.RELU, 1, new Random(1)).snapshot(new double[3]);
        assertThatThrownBy(() -> probe(PartitionSettings.defaults()).examine(wide))
                .isInstanceOf(ProbeException.class)
                .hasMessage("the network takes 3 features; a partition is of networks with 2, or of a slice: give three"
                        + " points with slice");
        assertThatThrownBy(() -> probe(PartitionSettings.defaults().in(List.of(1.0, 2.0))))
                .hasMessage("window has 2 numbers; expected 4: left, right, bottom, top");
        assertThatThrownBy(() -> probe(PartitionSettings.defaults().on(new SliceSettings.Inputs(List.of(1, 2)))))
                .hasMessage("slice has 2 points; expected 3");
        assertThatThrownBy(() -> probe(PartitionSettings.defaults().on(new SliceSettings.Inputs(List.of(0, 1, 2))))
                        .examine(wide))
                .hasMessage("slice: there is no probe input with id 1; there are [0] and so on, 1 in all");
        PartitionSettings deep = new PartitionSettings(List.of("*"), WINDOW, null, new Tolerance.Float32(), 3, 10);
        assertThatThrownBy(() -> probe(deep).examine(quarters().snapshot(new double[2])))
                .hasMessage("dimension is 3; expected at most 2, the number of features of the network's input");
    }

    @Test
    void theCostGrowsWithTheUnitsAndIsBoundedByTheLimit() {
        Snapshot small =
                new DenseNetwork(2).add(10, Activation.RELU, 1, new Random(1)).snapshot(new double[2]);
        Snapshot large =
                new DenseNetwork(2).add(400, Activation.RELU, 1, new Random(1)).snapshot(new double[2]);
        Cost cheap = probe(PartitionSettings.defaults()).cost(small);
        Cost dear = probe(PartitionSettings.defaults()).cost(large);
        Cost bounded = probe(new PartitionSettings(List.of("*"), null, null, new Tolerance.Float32(), null, 100))
                .cost(large);
        assertThat(cheap.seconds()).isPositive().isLessThan(dear.seconds());
        assertThat(cheap.bytes()).isPositive().isLessThan(dear.bytes());
        assertThat(bounded.bytes()).isLessThan(dear.bytes());
    }

    @Test
    @Timeout(60)
    void p7_interruptionStopsTheProbeWithin200Milliseconds() throws InterruptedException {
        DenseNetwork network = new DenseNetwork(2).add(500, Activation.RELU, 1, new Random(1));
        network.add(500, Activation.RELU, 0.1, new Random(2));
        Snapshot snapshot = network.snapshot(new double[2]);
        AtomicReference<Throwable> thrown = new AtomicReference<>(new AssertionError("finished"));
        double shortest = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < 3 && shortest >= 200; attempt++) {
            Thread thread = new Thread(() -> {
                try {
                    probe(PartitionSettings.defaults().in(WINDOW)).examine(snapshot);
                } catch (InterruptedException | RuntimeException e) {
                    thrown.set(e);
                }
            });
            thread.start();
            Thread.sleep(400);
            long interrupted = System.nanoTime();
            thread.interrupt();
            thread.join();
            shortest = Math.min(shortest, (System.nanoTime() - interrupted) / 1e6);
        }
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(shortest).isLessThan(200);
    }
}
