package org.crease.gpu.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.crease.gpu.DeviceKernels;
import org.crease.gpu.driver.Device;
import org.crease.gpu.simulated.SmallDevice;
import org.crease.gpu.work.SharedDevice;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.Finding;
import org.crease.probes.rank.RankCase;
import org.crease.probes.rank.RankCase.Kind;
import org.crease.probes.rank.RankSettings;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ranks from a device must be: the processor's, where it decides. */
abstract class RankContract {
    private static final Activation RELU = new Activation(Activation.Kind.RELU, 0);
    private static final Activation LEAKY = new Activation(Activation.Kind.LEAKY_RELU, 0.01);
    private static final RankSettings FLOAT32 = RankCase.settings(new Tolerance.Float32());

    /** The device to be tested. */
    abstract SharedDevice device();

    /** The same, opened once more. */
    abstract Device open();

    private DeviceRanks ranks() {
        return new DeviceRanks(device());
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "HUGE")
    void ranksAreTheProcessors(Kind kind) throws InterruptedException {
        RankCase wide = RankCase.of(kind, RELU, 7, 100, 180, 90, 33, 10);
        assertThat(wide.agree(ranks(), FLOAT32)).as("share decided").isGreaterThan(0.7);
        RankCase narrow = RankCase.of(kind, LEAKY, 5, 90, 40, 65, 1, 3);
        assertThat(narrow.agree(ranks(), FLOAT32)).as("share decided").isGreaterThan(0.7);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "HUGE")
    void profilesOfSweepsAreTheProcessors(Kind kind) throws InterruptedException {
        RankSettings sweep = RankCase.settings(new Tolerance.Float32(), 1e-4, 1e-3, 0.03, 0.5);
        RankCase network = RankCase.of(kind, RELU, 4, 110, 70, 150, 20);
        assertThat(network.agree(ranks(), sweep)).as("share decided").isGreaterThan(0.7);
    }

    @Test
    void thresholdsOfEachKindAreTheProcessors() throws InterruptedException {
        RankCase graded = RankCase.of(Kind.GRADED, RELU, 4, 80, 60, 70, 40, 5);
        RankSettings[] all = {
            RankCase.settings(new Tolerance.Float64()),
            RankCase.settings(new Tolerance.Relative(1e-3)),
            RankCase.settings(new Tolerance.Relative(0.2)),
            RankCase.settings(new Tolerance.Absolute(1e-3)),
            RankCase.settings(new Tolerance.Absolute(1e6))
        };
        for (RankSettings settings : all) {
            assertThat(graded.agree(ranks(), settings))
                    .as("share decided with %s", settings.tolerance())
                    .isGreaterThan(settings.tolerance() instanceof Tolerance.Float64 ? 0 : 0.7);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void networksOfAnyWidthsAgree(long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        int[] widths = random.ints(2 + random.nextInt(4), 1, 200).toArray();
        List<Kind> kinds = List.of(Kind.RANDOM, Kind.DUPLICATES, Kind.LOW_RANK, Kind.DEAD, Kind.GRADED);
        Kind kind = kinds.get(random.nextInt(kinds.size()));
        RankCase network = RankCase.of(kind, random.nextBoolean() ? RELU : LEAKY, 1 + random.nextInt(5), widths);
        network.agree(ranks(), RankCase.settings(new Tolerance.Relative(1e-4)));
        network.agree(ranks(), FLOAT32);
    }

    @Test
    void realSizesAgree() throws InterruptedException {
        RankCase images = RankCase.of(Kind.RANDOM, RELU, 3, 784, 200, 100, 10);
        assertThat(images.agree(ranks(), FLOAT32)).isEqualTo(1);
    }

    @Test
    void whatOverflowsIsLeftToTheProcessor() throws InterruptedException {
        RankCase huge = RankCase.of(Kind.HUGE, RELU, 2, 40, 50, 30);
        assertThat(huge.agree(ranks(), RankCase.settings(new Tolerance.Relative(1e-3))))
                .isGreaterThan(0.4);
    }

    @Test
    void regionsThatDoNotFitTogetherAreTakenGroupByGroup() throws InterruptedException {
        RankCase network = RankCase.of(Kind.LOW_RANK, RELU, 9, 100, 150, 80, 10);
        try (SharedDevice small = new SharedDevice(new SmallDevice(open(), 1_000_000))) {
            assertThat(network.agree(new DeviceRanks(small), FLOAT32))
                    .isEqualTo(network.agree(ranks(), FLOAT32))
                    .isGreaterThan(0.7);
        }
    }

    @Test
    void aDeviceTooSmallForOneRegionLeavesAllToTheProcessor() throws InterruptedException {
        RankCase network = RankCase.of(Kind.RANDOM, RELU, 3, 100, 150, 80, 10);
        try (SharedDevice small = new SharedDevice(new SmallDevice(open(), 100_000))) {
            assertThat(network.agree(new DeviceRanks(small), FLOAT32)).isZero();
        }
    }

    @Test
    void anInterruptionEndsIt() throws InterruptedException {
        RankCase network = RankCase.of(Kind.RANDOM, RELU, 3, 100, 150, 80, 10);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> network.agree(ranks(), FLOAT32)).isInstanceOf(InterruptedException.class);
        assertThat(network.agree(ranks(), FLOAT32)).isEqualTo(1);
    }

    @Test
    void theProbeFindsTheSame() throws InterruptedException {
        RankCase network = RankCase.of(Kind.DUPLICATES, RELU, 6, 300, 200, 150, 10);
        Kernels kernels = Kernels.of(DeviceKernels.on(device()));
        List<Finding> expected = network.findings(Kernels.none(), FLOAT32);
        List<Finding> actual = network.findings(kernels, FLOAT32);
        for (int layer = 0; layer < expected.size(); layer++) {
            assertThat(actual.get(layer).notes())
                    .containsExactly(
                            "regions were examined on " + device().info() + ": margins above 1 are its estimates");
            for (String name : List.of("rank", "active", "own_rank", "collapsed", "region")) {
                assertThat(actual.get(layer).arrays().get(name))
                        .isEqualTo(expected.get(layer).arrays().get(name));
            }
        }
    }
}
