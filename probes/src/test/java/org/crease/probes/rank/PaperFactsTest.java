package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts of arXiv:2404.19710 on random networks: weights and biases evenly from ±1/√inputs, inputs from (-5, 5). */
class PaperFactsTest {

    private static double[][] points(Random random, int count, int features, double bound) {
        return IntStream.range(0, count)
                .mapToObj(i -> PlainNetwork.draw(features, PlainNetwork.uniform(random, bound)))
                .toArray(double[][]::new);
    }

    @Test
    void oneHiddenLayerHasRankOfActiveUnitsUpToTheInputsDimension() throws InterruptedException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int features = 1 + random.nextInt(30);
            PlainNetwork network =
                    new PlainNetwork(features).dense("h", 1 + random.nextInt(60), Activation.RELU, random);
            Finding finding = Ranks.last(network.snapshot(points(random, 20, features, 5)));
            assertThat(Ranks.ranks(finding)).containsExactly(capped(finding, features));
        }
    }

    private static int[] capped(Finding finding, int features) {
        return Arrays.stream(Ranks.array(finding, "active").ints())
                .map(active -> Math.min(active, features))
                .toArray();
    }

    @Test
    void rankNeverGrowsAlongALayerNorAboveTheSmallestCodeword() throws InterruptedException {
        Random random = new Random(4);
        PlainNetwork network = new PlainNetwork(12);
        for (int width : new int[] {20, 9, 30, 6, 15}) {
            network.dense("h" + width, width, Activation.RELU, random);
        }
        int[] before = new int[30];
        Arrays.fill(before, 12);
        for (Finding finding : Ranks.examine(network.snapshot(points(random, 30, 12, 5)))) {
            int[] ranks = Ranks.ranks(finding);
            int[] active = Ranks.array(finding, "active").ints();
            for (int i = 0; i < ranks.length; i++) {
                assertThat(ranks[i]).isLessThanOrEqualTo(Math.min(active[i], before[i]));
            }
            before = ranks;
        }
    }

    /** Cells of the figure on width: mean over 100 networks of the least rank at 100 inputs; reference from a NumPy port. */
    @ParameterizedTest
    @CsvSource({
        "2, 2, 0.07, 0.26",
        "2, 5, 0.81, 0.58",
        "2, 10, 1.83, 0.43",
        "10, 10, 1.48, 0.71",
        "10, 25, 6.70, 1.27",
        "25, 25, 6.40, 1.01",
        "25, 50, 16.24, 1.70",
        "100, 25, 6.34, 1.12"
    })
    void leastRankByWidth(int features, int width, double mean, double deviation) throws InterruptedException {
        int networks = 100;
        double sum = 0;
        for (int seed = 0; seed < networks; seed++) {
            Random random = new Random(1000L * features + 100_000L * width + seed);
            PlainNetwork network = new PlainNetwork(features).dense("h", width, Activation.RELU, random);
            sum += Ranks.summary(Ranks.last(network.snapshot(points(random, 100, features, 5))), "rank_min");
        }
        assertThat(sum / networks).isCloseTo(mean, within(3 * deviation * Math.sqrt(2.0 / networks)));
    }

    @Test
    void tenTimesAsManyUnitsAsFeaturesKeepFullRank() throws InterruptedException {
        int full = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            PlainNetwork network = new PlainNetwork(10).dense("h", 100, Activation.RELU, random);
            Snapshot snapshot = network.snapshot(points(random, 100, 10, 5));
            full += Ranks.summary(Ranks.last(snapshot), "collapsed_share") == 0 ? 1 : 0;
        }
        assertThat(full).isGreaterThanOrEqualTo(99);
    }

    /** Positive weights with r rows flipped, positive and negative inputs: least rank follows the tent min(r, n - r, m). */
    @Test
    void flippedNeuronsMakeATent() throws InterruptedException {
        double[][] expected = {{25, 23.7}, {49, 25.0}, {89, 10.7}};
        for (double[] cell : expected) {
            double sum = 0;
            for (int seed = 0; seed < 20; seed++) {
                Random random = new Random(seed);
                PlainNetwork network =
                        new PlainNetwork(25).dense("h", Activation.RELU, bias(random), flipped(random, (int) cell[0]));
                sum += Ranks.summary(Ranks.last(network.snapshot(points(random, 100, 25, 5))), "rank_min");
            }
            assertThat(sum / 20).isCloseTo(cell[1], within(1.0));
        }
    }

    private static double[] bias(Random random) {
        return PlainNetwork.draw(100, PlainNetwork.uniform(random, 0.2));
    }

    private static double[][] flipped(Random random, int flips) {
        DoubleSupplier positive = random::nextDouble;
        DoubleSupplier negative = () -> -random.nextDouble();
        return IntStream.range(0, 100)
                .mapToObj(row -> PlainNetwork.draw(25, row < flips ? negative : positive))
                .toArray(double[][]::new);
    }
}
