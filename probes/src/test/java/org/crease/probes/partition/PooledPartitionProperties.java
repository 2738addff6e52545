package org.crease.probes.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.probes.snapshot.Activation;

/** Max pooling: regions of random convolutional networks against an enumeration in exact arithmetic. */
class PooledPartitionProperties {
    private static final int[] ONE = {1, 1};
    private static final int[] TWO = {2, 2};
    private static final int[] NONE = {0, 0};

    private static Activation any(Random random) {
        return List.of(Activation.IDENTITY, Activation.RELU, DenseNetwork.leaky())
                .get(random.nextInt(3));
    }

    /** Eighths, so that the axes of the plane are exact. */
    private static Plane slice(int features, Random random) {
        double[][] points = new double[3][];
        for (int i = 0; i < 3; i++) {
            points[i] =
                    random.doubles(features, -8, 8).map(x -> Math.rint(x) / 4).toArray();
        }
        points[1][0] = points[0][0] + 1;
        points[2][0] = points[0][0];
        points[2][1] = points[0][1] + 1;
        return Plane.through(points[0], points[1], points[2], Partitions.UNIT);
    }

    private static LayerRegions regions(PooledNetwork network, Plane plane) throws InterruptedException {
        return Partitions.of(network.snapshot(), plane).by(network.last());
    }

    /** The codes in the form of brute force. */
    private static Set<List<Integer>> codes(PooledNetwork network, LayerRegions regions) {
        Set<List<Integer>> codes = new HashSet<>();
        for (int region = 0; region < regions.size(); region++) {
            List<Integer> code = new ArrayList<>();
            int bit = 0;
            for (PooledNetwork.Stage stage : network.stages()) {
                if (stage.windows().length > 0) {
                    for (int winner : regions.winners().of(stage.name(), region)) {
                        code.add(winner);
                    }
                } else if (stage.activation().kind() != Activation.Kind.IDENTITY) {
                    for (int unit = 0; unit < stage.rows().length; unit++) {
                        code.add(regions.codewords().get(region).get(bit++) ? 1 : 0);
                    }
                }
            }
            codes.add(code);
        }
        assertThat(codes).hasSize(regions.size());
        return codes;
    }

    private static void isBruteForce(PooledNetwork network, Plane plane) throws InterruptedException {
        LayerRegions regions = regions(network, plane);
        assertThat(codes(network, regions)).isEqualTo(BruteForce.codes(network.stages(), plane));
        Partitions.tiles(regions, plane.window());
        assertThat(Partitions.of(network.snapshot(), plane).count(network.last()))
                .isEqualTo(regions.size());
    }

    private static boolean lives(int[] window, BitSet active) {
        return IntStream.of(window).anyMatch(active::get);
    }

    @Property(tries = 25)
    void overlappingWindowsOfASlice(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        PooledNetwork.Weights weights = PooledNetwork.uniform(random);
        PooledNetwork network = new PooledNetwork(1, 4, 4)
                .convolution(1, 2, 0, any(random), weights)
                .maxPooling(TWO, ONE, NONE)
                .dense(3, Activation.RELU, weights);
        isBruteForce(network, slice(16, random));
    }

    @Property(tries = 40)
    void twoPixelsThroughTwoChannels(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        PooledNetwork.Weights weights = PooledNetwork.uniform(random);
        PooledNetwork network = new PooledNetwork(1, 1, 2)
                .convolution(2, 2, 1, any(random), weights)
                .maxPooling(new int[] {2, 3}, ONE, NONE)
                .dense(2, Activation.RELU, weights);
        isBruteForce(network, Plane.of(Partitions.UNIT));
    }

    @Property(tries = 8)
    void stridesPaddingAndTwoPoolingsInARow(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        PooledNetwork.Weights weights = PooledNetwork.uniform(random);
        PooledNetwork network = new PooledNetwork(1, 5, 4)
                .convolution(1, 2, 0, any(random), weights)
                .maxPooling(new int[] {3, 2}, new int[] {2, 1}, new int[] {1, 1})
                .maxPooling(new int[] {2, 3}, ONE, NONE)
                .dense(2, DenseNetwork.leaky(), weights);
        isBruteForce(network, slice(20, random));
    }

    /** Pieces that are joined again lie around each other, in islands and rings. */
    @Property(tries = 60)
    void manyCandidatesInOneWindow(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        int pixels = 3 + random.nextInt(12);
        PooledNetwork network = new PooledNetwork(1, 1, pixels).maxPooling(new int[] {1, pixels}, ONE, NONE);
        isBruteForce(network, slice(pixels, random));
    }

    @Example
    void anIslandIsJoinedToTheRingAroundIt() throws InterruptedException {
        stridesPaddingAndTwoPoolingsInARow(23455749120786L);
    }

    @Property(tries = 30)
    void poolingOfTheInputItself(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        PooledNetwork network = new PooledNetwork(2, 2, 3)
                .maxPooling(TWO, ONE, NONE)
                .dense(3, Activation.RELU, PooledNetwork.uniform(random));
        isBruteForce(network, slice(12, random));
    }

    /** Weights of -1, 0 and 1: candidates that are equal everywhere, lines through one point, dead windows. */
    @Property(tries = 60)
    void degenerateWeights(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        PooledNetwork.Weights weights = PooledNetwork.signs(random);
        PooledNetwork network = new PooledNetwork(1, 3, 4)
                .convolution(1, 2, 0, any(random), weights)
                .maxPooling(TWO, ONE, NONE)
                .dense(2, Activation.RELU, weights);
        isBruteForce(network, slice(12, random));
    }

    /** Windows that share no unit, over units that do not switch: no two lines coincide. */
    @Property(tries = 15)
    void neighboursDifferInOneWinnerOrOneUnit(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        PooledNetwork.Weights weights = PooledNetwork.uniform(random);
        PooledNetwork network = new PooledNetwork(1, 5, 5)
                .convolution(3, 2, 0, Activation.IDENTITY, weights)
                .maxPooling(TWO, TWO, NONE)
                .dense(6, Activation.RELU, weights);
        Plane plane = slice(25, random);
        LayerRegions regions = regions(network, plane);
        Partitions.tiles(regions, plane.window());
        assertThat(regions.borders()).allMatch(border -> border.differing() == 1);
    }

    /** Behind ReLU a unit that wakes in a window that was dead becomes its winner too. */
    @Property(tries = 15)
    void behindReluOneUnitAndTheDeadWindowsThatItWakesDiffer(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        PooledNetwork.Weights weights = PooledNetwork.uniform(random);
        PooledNetwork network = new PooledNetwork(1, 5, 5)
                .convolution(2, 2, 0, Activation.RELU, weights)
                .maxPooling(TWO, TWO, NONE);
        Plane plane = slice(25, random);
        LayerRegions regions = regions(network, plane);
        int[][] windows = network.stages().get(1).windows();
        for (Border border : regions.borders()) {
            int[] left = regions.winners().of("layer-2", border.left());
            int[] right = regions.winners().of("layer-2", border.right());
            int[] changed = IntStream.range(0, windows.length)
                    .filter(window -> left[window] != right[window])
                    .toArray();
            long alive = Arrays.stream(changed)
                    .filter(window -> lives(windows[window], regions.codewords().get(border.left()))
                            && lives(windows[window], regions.codewords().get(border.right())))
                    .count();
            long switched = (long) border.differing() - changed.length;
            assertThat(switched + alive).isEqualTo(1);
        }
    }
}
