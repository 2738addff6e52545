package org.crease.gpu.rank;

import static org.assertj.core.api.Assertions.assertThat;

import org.crease.gpu.work.SharedDevice;
import org.crease.probes.rank.RankCase;
import org.crease.probes.rank.RankCase.Kind;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ranks from a device must be: the processor's, where it decides. */
abstract class RankContract {
    private static final Activation RELU = new Activation(Activation.Kind.RELU, 0);
    private static final Activation LEAKY = new Activation(Activation.Kind.LEAKY_RELU, 0.01);
    private static final Tolerance FLOAT32 = new Tolerance.Float32();

    /** The device to be tested. */
    abstract SharedDevice device();

    private DeviceRanks ranks() {
        return new DeviceRanks(device());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void ranksAreTheProcessors(Kind kind) throws InterruptedException {
        RankCase wide = RankCase.of(kind, RELU, 7, 100, 180, 90, 33, 10);
        assertThat(wide.agree(ranks(), RankCase.settings(FLOAT32)))
                .as("share decided")
                .isGreaterThan(0.5);
        RankCase narrow = RankCase.of(kind, LEAKY, 5, 90, 40, 65, 1, 3);
        assertThat(narrow.agree(ranks(), RankCase.settings(FLOAT32)))
                .as("share decided")
                .isGreaterThan(0.5);
    }

    @Test
    void realSizesAgree() throws InterruptedException {
        RankCase images = RankCase.of(Kind.RANDOM, RELU, 3, 784, 200, 100, 10);
        assertThat(images.agree(ranks(), RankCase.settings(FLOAT32))).isEqualTo(1);
    }
}
