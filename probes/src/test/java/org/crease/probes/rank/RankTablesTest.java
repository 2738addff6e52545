package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.crease.probes.Finding;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

/** Region tables, sweeps, threads, dimensions, codewords. */
class RankTablesTest {
    private static final Tolerance FLOAT32 = new Tolerance.Float32();

    private static RankSettings settings(boolean estimate, List<Double> sweep, int threads) {
        return new RankSettings(List.of("*"), FLOAT32, null, null, estimate, sweep, true, threads);
    }

    private static double[][] points(Random random, int count, int features) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = PlainNetwork.draw(features, PlainNetwork.uniform(random, 3));
        }
        return points;
    }

    /** Large enough to be multiplied out in single precision, with singular values that fall off quickly. */
    private static Snapshot decaying(int count) {
        Random random = new Random(11);
        int[] widths = {150, 250, 160, 120, 60};
        PlainNetwork network = new PlainNetwork(widths[0]);
        for (int layer = 1; layer < widths.length; layer++) {
            double[][] rows = new double[widths[layer]][];
            for (int unit = 0; unit < rows.length; unit++) {
                rows[unit] = PlainNetwork.draw(widths[layer - 1], PlainNetwork.uniform(random, 0.1));
                for (int j = 0; j < rows[unit].length; j++) {
                    rows[unit][j] = (float) (rows[unit][j] * Math.exp(-0.04 * j * (layer - 1)));
                }
            }
            double[] bias = PlainNetwork.draw(rows.length, PlainNetwork.uniform(random, 0.1));
            network.dense("d" + layer, Activation.RELU, bias, rows);
        }
        return network.snapshot(points(random, count, widths[0]));
    }

    @Test
    void p7_findingsDoNotDependOnTheNumberOfThreads() throws InterruptedException {
        Snapshot snapshot = decaying(40);
        List<Finding> one = Ranks.examine(snapshot, settings(false, List.of(), 1));
        assertThat(Ranks.examine(snapshot, settings(false, List.of(), 2))).isEqualTo(one);
        assertThat(Ranks.examine(snapshot, settings(false, List.of(), 5))).isEqualTo(one);
    }

    /** A sweep asks for all singular values, so nothing is proved: what was proved must be what these say. */
    @Test
    void provedRanksAreThoseOfTheSingularValues() throws InterruptedException {
        Snapshot snapshot = decaying(25);
        List<Finding> proved = Ranks.examine(snapshot, settings(false, List.of(), 1));
        List<Finding> computed = Ranks.examine(snapshot, settings(false, List.of(1e-3), 1));
        for (int layer = 0; layer < proved.size(); layer++) {
            double[] margins = Ranks.array(proved.get(layer), "margin").doubles();
            double[] exact = Ranks.array(computed.get(layer), "margin").doubles();
            assertThat(Ranks.ranks(proved.get(layer))).isEqualTo(Ranks.ranks(computed.get(layer)));
            for (int i = 0; i < margins.length; i++) {
                assertThat(margins[i]).isCloseTo(exact[i], within(exact[i] < 1 ? 1e-9 : 0.1));
            }
        }
        assertThat(Ranks.summary(proved.get(0), "margin_min")).isGreaterThan(1);
        assertThat(Ranks.summary(proved.get(3), "rank_mean")).isLessThan(Ranks.summary(proved.get(3), "active_mean"));
    }

    @Test
    void r1_sweepIsMonotoneAndAgreesWithSingleTolerances() throws InterruptedException {
        List<Double> factors = List.of(1e-12, 1e-7, 1e-5, 1e-3, 0.1, 0.5);
        Snapshot snapshot = decaying(6);
        for (Finding finding : Ranks.examine(snapshot, settings(false, factors, 1))) {
            int[] ranks = Ranks.array(finding, "sweep_rank").ints();
            double[] means = Ranks.array(finding, "sweep_rank_mean").doubles();
            assertThat(Ranks.array(finding, "sweep_rank").shape()).containsExactly(6, 6);
            for (int k = 0; k < factors.size(); k++) {
                RankSettings alone = Ranks.settings(new Tolerance.Relative(factors.get(k)), null);
                int[] row = Arrays.copyOfRange(ranks, 6 * k, 6 * k + 6);
                if (factors.get(k) > 1e-10) {
                    assertThat(row).isEqualTo(Ranks.ranks(named(Ranks.examine(snapshot, alone), finding.layer())));
                }
                assertThat(means[k]).isEqualTo(Arrays.stream(row).average().orElseThrow());
                assertThat(means[k]).isLessThanOrEqualTo(k == 0 ? 1e9 : means[k - 1]);
            }
        }
    }

    private static Finding named(List<Finding> findings, String layer) {
        return findings.stream()
                .filter(finding -> finding.layer().equals(layer))
                .findFirst()
                .orElseThrow();
    }

    private static Snapshot corners(double[]... points) {
        return new PlainNetwork(2)
                .dense("relu", Activation.RELU, new double[2], new double[] {1, 0}, new double[] {0, 1})
                .snapshot(points);
    }

    @Test
    void regionTableListsTheMembersOfEachRegion() throws InterruptedException {
        Finding finding = Ranks.last(corners(
                new double[] {1, 1}, new double[] {-1, 1}, new double[] {2, 3}, new double[] {-1, -1}, new double[] {
                    -2, 4
                }));
        long[] regions = Ranks.array(finding, "region").longs();
        assertThat(Ranks.array(finding, "region_hash").longs()).containsExactly(regions[0], regions[1], regions[3]);
        assertThat(Ranks.array(finding, "region_count").ints()).containsExactly(2, 2, 1);
        assertThat(Ranks.array(finding, "region_rank").ints()).containsExactly(2, 1, 0);
        assertThat(Ranks.array(finding, "region_member").ints()).containsExactly(10, 12, 11, 14, 13);
        assertThat((byte[]) Ranks.array(finding, "collapsed").data()).containsExactly(0, 1, 0, 1, 1);
    }

    @Test
    void dimensionCanBeEstimatedFromTheInputs() throws InterruptedException {
        Random random = new Random(8);
        double[][] line = new double[400][];
        for (int i = 0; i < line.length; i++) {
            double t = random.nextDouble();
            line[i] = new double[] {t, -3 * t, t};
        }
        Snapshot snapshot = new PlainNetwork(3)
                .dense("d", Activation.RELU, new double[1], new double[] {1, 0, 0})
                .snapshot(line);
        Finding finding = Ranks.examine(snapshot, settings(true, List.of(), 1)).get(0);
        assertThat(Ranks.summary(finding, "collapsed_share")).isZero();
        assertThat(finding.notes())
                .singleElement()
                .asString()
                .startsWith("collapsed means a rank below 1: two nearest neighbours estimate the dimension");
    }

    @Test
    void r2_aDimensionThatCannotBeEstimatedIsRefused() {
        Snapshot snapshot = corners(new double[] {1, 1}, new double[] {1, 1}, new double[] {2, 2});
        assertThatThrownBy(() -> Ranks.examine(snapshot, settings(true, List.of(), 1)))
                .isInstanceOf(ProbeException.class)
                .hasMessage(
                        "the dimension of the 3 inputs cannot be estimated: too few of them differ, or they lie on a"
                                + " lattice; give the setting dimension");
    }

    @Test
    void settingsThatContradictAreRefused() {
        assertThatThrownBy(() -> new RankSettings(List.of("*"), FLOAT32, 2, null, true, List.of(), true, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dimension is 2 and estimate-dimension is true; expected one of them");
        assertThatThrownBy(() -> settings(false, List.of(0.1, 1.5), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tolerance-sweep holds 1.5");
    }

    @Test
    void codewordsCanBeReadFromJava() throws InterruptedException {
        Snapshot snapshot = new PlainNetwork(2)
                .dense("a", Activation.RELU, new double[3], new double[] {1, 0}, new double[] {0, 1}, new double[] {1, 1
                })
                .dense("b", Activation.IDENTITY, new double[2], new double[] {1, 0, 0}, new double[] {0, 1, 0})
                .dense("c", Activation.RELU, new double[2], new double[] {1, -1}, new double[] {1, 1})
                .snapshot(new double[] {2, -1}, new double[] {-1, 3});
        LinearRegions regions = LinearRegions.of(snapshot);
        assertThat(regions.codeword("a", 0)).isEqualTo(BitSet.valueOf(new long[] {0b101}));
        assertThat(regions.codeword("a", 1)).isEqualTo(BitSet.valueOf(new long[] {0b110}));
        assertThat(regions.parts("c")).containsExactly("a", "c");
        assertThat(regions.globalCodeword("c", 0)).isEqualTo(BitSet.valueOf(new long[] {0b11101}));
        assertThat(regions.globalCodeword("c", 1)).isEqualTo(BitSet.valueOf(new long[] {0b10110}));
        Finding c = Ranks.last(snapshot);
        assertThat(regions.region("c", 1)).isEqualTo(Ranks.array(c, "region").longs()[1]);
        assertThatThrownBy(() -> regions.codeword("b", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer b has no codeword: its units do not switch");
        assertThatThrownBy(() -> regions.codeword("z", 0)).hasMessageContaining("no layer z");
    }

    @Test
    void p6_costGrowsWithThreads() {
        Snapshot snapshot = decaying(2);
        long one = cost(snapshot, settings(false, List.of(), 1));
        long two = cost(snapshot, settings(false, List.of(), 2));
        long four = cost(snapshot, settings(false, List.of(), 4));
        assertThat(four - two).isCloseTo(2 * (two - one), within(2L)).isPositive();
    }

    private static long cost(Snapshot snapshot, RankSettings settings) {
        return new RankProvider().create("rank", settings, 1).cost(snapshot).bytes();
    }

    @Test
    void aMapTooLargeToWriteOutHasNoOwnRankAndSaysSo() throws InterruptedException {
        PlainNetwork network = new PlainNetwork(1, 1, 4200)
                .then("same", new LayerMap.Identity(), PlainNetwork.activation(Activation.Kind.RELU))
                .averagePooling("mean", 1, 1, 0);
        List<LayerSnapshot> layers = network.snapshot(new double[4200]).layers();
        assertThat(layers).hasSize(2);
        Finding mean = Ranks.last(network.snapshot(new double[4200]));
        assertThat(mean.arrays()).doesNotContainKey("own_rank");
        assertThat(Ranks.summary(mean, "own_rank_mean")).isNaN();
        assertThat(mean.notes())
                .singleElement()
                .asString()
                .contains("4200 × 4200")
                .contains("too large");
    }
}
