package org.crease.probes.projection;

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
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.ProbeProvider;
import org.crease.probes.cloud.CloudSettings;
import org.crease.probes.cloud.CloudSettings.Distance;
import org.crease.probes.cloud.CloudSettings.Subsample;
import org.crease.probes.cloud.Snapshots;
import org.crease.probes.projection.ProjectionSettings.Method;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ProjectionProbeTest {
    private static final ProjectionProvider PROVIDER = new ProjectionProvider();

    private static Probe probe(Method method, int dimensions, Subsample subsample, Distance metric) {
        CloudSettings d = CloudSettings.defaults();
        CloudSettings cloud = new CloudSettings(d.layers(), false, d.at(), d.images(), subsample, d.scaling(), metric);
        return PROVIDER.create("projection", new ProjectionSettings(cloud, method, dimensions), 1);
    }

    private static Probe probe(Method method) {
        return probe(method, 3, new Subsample.None(), new Distance.Euclidean());
    }

    private static Finding only(Probe probe, Snapshot snapshot) throws InterruptedException {
        List<Finding> findings = probe.examine(snapshot);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Array array(Finding finding, String name) {
        return Objects.requireNonNull(finding.arrays().get(name), name);
    }

    @ParameterizedTest
    @EnumSource
    void theCircleLiesInAPlane(Method method) throws InterruptedException {
        Finding finding = only(probe(method), Snapshots.of(Snapshots.circle(30, 2)));
        assertThat(finding.probe()).isEqualTo("projection");
        assertThat(finding.layer()).isEqualTo("hidden");
        assertThat(finding.step()).isEqualTo(7);
        assertThat(finding.summary().keySet())
                .containsExactly("explained", "explained_1", "explained_2", "explained_3");
        assertThat(finding.summary().get("explained")).isCloseTo(1, within(1e-6));
        assertThat(finding.summary().get("explained_1")).isCloseTo(0.5, within(1e-6));
        assertThat(finding.summary().get("explained_3")).isZero();
        assertThat(finding.notes())
                .containsExactly("the cloud spans no more than 2 of the coordinates; the others are 0");
        assertThat(finding.arrays().keySet()).containsExactly("ids", "coordinates");
        assertThat(array(finding, "ids").ints()).hasSize(30).startsWith(1000, 1001);
        assertThat(array(finding, "coordinates").shape()).containsExactly(30, 3);
        double[] rows = array(finding, "coordinates").doubles();
        for (int i = 0; i < 30; i++) {
            assertThat(Math.hypot(rows[3 * i], rows[3 * i + 1])).isCloseTo(2, within(1e-5));
            assertThat(rows[3 * i + 2]).isZero();
        }
    }

    @Test
    void twoCoordinatesAreTheFirstOfThree() throws InterruptedException {
        Nd4j.getRandom().setSeed(3);
        Snapshot snapshot = Snapshots.of(new int[20], new String[] {"a"}, Nd4j.rand(20, 9));
        Finding three = only(probe(Method.PCA), snapshot);
        Finding two = only(probe(Method.PCA, 2, new Subsample.None(), new Distance.Euclidean()), snapshot);
        assertThat(two.summary()).doesNotContainKey("explained_3");
        assertThat(two.notes()).isEmpty();
        for (int i = 0; i < 20; i++) {
            for (int k = 0; k < 2; k++) {
                assertThat(array(two, "coordinates").doubles()[2 * i + k])
                        .isCloseTo(array(three, "coordinates").doubles()[3 * i + k], within(1e-12));
            }
        }
    }

    @Test
    void onlyWhatIsDrawnIsProjected() throws InterruptedException {
        Snapshot snapshot = Snapshots.of(Snapshots.circle(50, 1));
        Finding finding = only(probe(Method.PCA, 3, new Subsample.Random(12), new Distance.Euclidean()), snapshot);
        assertThat(array(finding, "ids").shape()).containsExactly(12);
        assertThat(array(finding, "coordinates").shape()).containsExactly(12, 3);
    }

    @ParameterizedTest
    @EnumSource
    void equalActivationsAreAtTheOrigin(Method method) throws InterruptedException {
        Finding finding = only(probe(method), Snapshots.of(new float[10][4]));
        assertThat(finding.summary().values()).containsOnly(Double.NaN);
        assertThat(array(finding, "coordinates").doubles()).hasSize(30).containsOnly(0);
        assertThat(finding.notes()).containsExactly("all points are one; their coordinates are 0");
    }

    @Test
    void p3_piecesAtInfiniteDistanceAreNoted() throws InterruptedException {
        Probe probe = probe(Method.MDS, 3, new Subsample.None(), new Distance.Geodesic(1));
        Finding finding = only(probe, Snapshots.of(new float[][] {{0}, {1}, {10}, {11}}));
        assertThat(finding.summary()).containsEntry("explained", Double.NaN);
        assertThat(array(finding, "coordinates").doubles()).containsOnly(0);
        assertThat(finding.notes())
                .containsExactly("the cloud is in pieces at infinite distance, which no coordinates have; all are 0");
    }

    @Test
    void layersComeInNetworkOrderAndTwiceTheSame() throws InterruptedException {
        INDArray values = Nd4j.create(Snapshots.circle(40, 1));
        Snapshot snapshot = Snapshots.of(new int[40], new String[] {"a", "b"}, values, values.mul(3));
        List<Finding> findings = probe(Method.PCA).examine(snapshot);
        assertThat(findings).extracting(Finding::layer).containsExactly("a", "b");
        assertThat(probe(Method.PCA).examine(snapshot)).isEqualTo(findings);
    }

    @Test
    void p6_cloudThatWouldNotFitIsRefusedWithFigures() {
        Snapshot snapshot = Snapshots.of(new int[60_000], new String[] {"wide"}, Nd4j.zeros(60_000, 1));
        assertThatThrownBy(() -> probe(Method.MDS).examine(snapshot))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("probe projection, layer wide: 60000 points need about")
                .hasMessageContaining("subsample");
        assertThat(probe(Method.PCA).cost(snapshot).bytes()).isLessThan(100_000_000L);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void p7_interruptedProbeStopsWithin200Milliseconds(Method method) throws InterruptedException {
        double shortest = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < 3 && shortest >= 200; attempt++) {
            shortest = Math.min(shortest, delay(probe(method), 60L + 150L * attempt));
        }
        assertThat(shortest)
                .as("the shortest of three: a busy machine may hold any one up")
                .isBetween(0.0, 200.0);
    }

    /** Milliseconds from the interruption to the probe's end by it. */
    private static double delay(Probe probe, long millisBefore) throws InterruptedException {
        INDArray values = Nd4j.rand(1200, 900);
        Snapshot snapshot = Snapshots.of(new int[1200], new String[] {"a"}, values);
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
        assertThat(names).contains("projection");
    }
}
