package org.crease.probes.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crease.probes.snapshot.Activation;

/** The partition of random networks against an enumeration of codewords in exact arithmetic, and against the rank probe. */
class PartitionProperties {

    @Property(tries = 150)
    void regionsAreThoseOfBruteForce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int wide, @ForAll @IntRange(max = 3) int narrow)
            throws InterruptedException {
        Random random = new Random(seed);
        DenseNetwork network = new DenseNetwork(2).add(wide, Activation.RELU, 1, random);
        if (narrow > 0) {
            network.add(narrow, random.nextBoolean() ? Activation.RELU : DenseNetwork.leaky(), 1, random);
        }
        isBruteForce(network);
    }

    @Property(tries = 60)
    void regionsOfDeepNarrowNetworksAreThoseOfBruteForce(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        DenseNetwork network = new DenseNetwork(2)
                .add(3, DenseNetwork.leaky(), 1, random)
                .add(2, Activation.RELU, 1, random)
                .add(2, Activation.IDENTITY, 1, random)
                .add(3, Activation.RELU, 1, random);
        isBruteForce(network);
    }

    /** Weights and biases of -1, 0 and 1 alone: parallel, equal and concurrent lines, dead units, lines through corners. */
    @Property(tries = 150)
    void regionsOfDegenerateNetworksAreThoseOfBruteForce(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        DenseNetwork network = new DenseNetwork(2);
        for (int units : new int[] {4, 3}) {
            double[][] weights = new double[units][];
            int inputs = units == 4 ? 2 : 4;
            for (int unit = 0; unit < units; unit++) {
                weights[unit] = signs(inputs, random);
            }
            network.add(Activation.RELU, signs(units, random), weights);
        }
        Set<Long> expected = BruteForce.codewords(network, Partitions.UNIT);
        assertThat(words(Partitions.last(network, Partitions.UNIT))).isEqualTo(expected);
    }

    @Property(tries = 25)
    void everyLayerOfLargerNetworksIsSoundAndAgreesWithTheRankProbe(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        DenseNetwork network = new DenseNetwork(2)
                .add(12, Activation.RELU, 1, random)
                .add(8, Activation.RELU, 0.7, random)
                .add(3, DenseNetwork.leaky(), 0.7, random)
                .add(6, Activation.RELU, 0.7, random);
        List<LayerRegions> layers = Partitions.of(network.snapshot(new double[2]), Plane.of(Partitions.UNIT))
                .by(List.of("dense-1", "dense-2", "dense-3", "dense-4"));
        for (LayerRegions regions : layers) {
            Partitions.isSound(regions, Partitions.UNIT);
            int[] chosen = Partitions.roomy(regions);
            double[][] points =
                    Arrays.stream(chosen).mapToObj(regions.polygons()::interior).toArray(double[][]::new);
            Partitions.agreeWithTheRankProbe(regions, chosen, network.snapshot(points));
        }
    }

    @Property(tries = 40)
    void codewordsAtRandomPointsAreThoseOfTheRegionAroundThem(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        DenseNetwork network =
                new DenseNetwork(2).add(10, Activation.RELU, 1, random).add(10, Activation.RELU, 1, random);
        LayerRegions regions = Partitions.last(network, Partitions.UNIT);
        for (int i = 0; i < 20; i++) {
            double[] point = {2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
            List<Integer> around = IntStream.range(0, regions.size())
                    .filter(region -> inside(regions.polygons().polygon(region), point))
                    .boxed()
                    .toList();
            assertThat(around).hasSize(1);
            assertThat(regions.codewords().get(around.get(0))).isEqualTo(network.codeword(point, 2));
        }
    }

    private static boolean inside(double[][] polygon, double[] point) {
        for (int k = 0; k < polygon.length; k++) {
            double[] a = polygon[k];
            double[] b = polygon[(k + 1) % polygon.length];
            if ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) < 0) {
                return false;
            }
        }
        return true;
    }

    private static void isBruteForce(DenseNetwork network) throws InterruptedException {
        LayerRegions regions = Partitions.last(network, Partitions.UNIT);
        assertThat(words(regions)).isEqualTo(BruteForce.codewords(network, Partitions.UNIT));
        Partitions.isSound(regions, Partitions.UNIT);
    }

    private static Set<Long> words(LayerRegions regions) {
        Set<Long> words = regions.codewords().stream()
                .map(word -> word.isEmpty() ? 0L : word.toLongArray()[0])
                .collect(Collectors.toSet());
        assertThat(words).hasSize(regions.size());
        return words;
    }

    private static double[] signs(int count, Random random) {
        return IntStream.range(0, count).mapToDouble(i -> random.nextInt(3) - 1).toArray();
    }
}
