package org.crease.trainer.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crease.trainer.config.Config.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceChooserTest {
    private static final Card A100 = new Card(0, "A100", 8, 0, 40L << 30, "12.2");
    private static final Card H100 = new Card(0, "H100", 9, 0, 80L << 30, "12.4");
    private static final Card K40 = new Card(0, "K40", 3, 5, 12L << 30, "11.4");
    private static final Backends BOTH = new Backends(true, true);
    private static final Trial WORKS = card -> Optional.empty();

    private static DeviceChooser chooser(CardReport report, Trial trial) {
        return new DeviceChooser(BOTH, () -> report, trial);
    }

    /** Each case of row T7, and the sentence that is said. */
    static Stream<Arguments> cases() {
        String memory = "[DEVICE] allocation failed; Error code: [2]";
        return Stream.of(
                Arguments.of(CardReport.noDriver(), WORKS, "this machine has no NVIDIA driver"),
                Arguments.of(CardReport.noCard(), WORKS, "the NVIDIA driver finds no card"),
                Arguments.of(
                        CardReport.hidden(""), WORKS, "with CUDA_VISIBLE_DEVICES=, the NVIDIA driver shows no card"),
                Arguments.of(
                        CardReport.tooOld("the driver offers CUDA 10.2; 11.0 or newer is needed"),
                        WORKS,
                        "the NVIDIA driver is too old: the driver offers CUDA 10.2; 11.0 or newer is needed"),
                Arguments.of(
                        CardReport.failed(
                                "cuInit answers CUDA_ERROR_SYSTEM_NOT_READY (802): system not yet initialized"),
                        WORKS,
                        "the NVIDIA driver does not work: cuInit answers CUDA_ERROR_SYSTEM_NOT_READY (802): system not yet"
                                + " initialized"),
                Arguments.of(
                        CardReport.of(List.of(K40)),
                        WORKS,
                        "K40 has compute capability 3.5, and Deeplearning4j's CUDA backend runs on 3.7 to 8.9 only"),
                Arguments.of(
                        CardReport.of(List.of(H100)),
                        WORKS,
                        "H100 has compute capability 9.0, and Deeplearning4j's CUDA backend runs on 3.7 to 8.9 only: it has"
                                + " no code for newer cards"),
                Arguments.of(
                        CardReport.of(List.of(A100)),
                        (Trial) card -> CardFailure.of(new IllegalStateException(memory))
                                .map(f -> f.on(card)),
                        "A100 (compute capability 8.0) has too little free memory: " + memory));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void t7_autoTakesTheCpuAndCudaRefusesWithTheSameSentence(CardReport report, Trial trial, String sentence) {
        DeviceChoice choice = chooser(report, trial).choose(Device.AUTO);
        assertThat(choice.card()).isNull();
        assertThat(choice.recorded()).isEqualTo("cpu");
        assertThat(choice.open()).isTrue();
        assertThat(choice.words()).isEqualTo("computing on the CPU: " + sentence);
        assertThatThrownBy(() -> chooser(report, trial).choose(Device.CUDA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("device: cuda cannot be had: " + sentence + "; say auto or cpu");
    }

    @Test
    void t7_aBuildWithoutTheBackendLooksAtNoCard() {
        DeviceChooser plain = new DeviceChooser(
                new Backends(true, false),
                () -> {
                    throw new AssertionError("nobody is to ask");
                },
                WORKS);
        DeviceChoice choice = plain.choose(Device.AUTO);
        assertThat(choice.words())
                .isEqualTo("computing on the CPU: this build has no CUDA backend (docs/gpu.md says how to make one that"
                        + " has)");
        assertThat(choice.open()).isFalse();
        assertThatThrownBy(() -> plain.choose(Device.CUDA))
                .hasMessageStartingWith("device: cuda cannot be had: this build has no CUDA backend");
    }

    @Test
    void aCardThatCanIsTakenAndRecorded() {
        for (Device asked : List.of(Device.AUTO, Device.CUDA)) {
            DeviceChoice choice = chooser(CardReport.of(List.of(A100)), WORKS).choose(asked);
            assertThat(choice.card()).isEqualTo(A100);
            assertThat(choice.recorded()).isEqualTo("cuda: A100 (compute capability 8.0)");
            assertThat(choice.words()).startsWith("computing on A100 (compute capability 8.0): ");
        }
    }

    @Test
    void t7_theFirstOfSeveralCardsThatCanIsTaken() {
        Card busy = new Card(1, "A100", 8, 0, 40L << 30, "12.4");
        Card free = new Card(2, "RTX 4090", 8, 9, 24L << 30, "12.4");
        List<Card> tried = new ArrayList<>();
        Trial trial = card -> {
            tried.add(card);
            return card.equals(busy) ? Optional.of("A100 is busy") : Optional.empty();
        };
        DeviceChoice choice =
                chooser(CardReport.of(List.of(H100, busy, free, A100)), trial).choose(Device.AUTO);
        assertThat(choice.card()).isEqualTo(free);
        assertThat(choice.reason())
                .startsWith("H100 has compute capability 9.0")
                .endsWith("; A100 is busy");
        assertThat(tried).as("a card without code is not tried").containsExactly(busy, free);
    }

    @Test
    void theCpuIsTakenWithoutALookWhereItIsAskedFor() {
        DeviceChooser never = new DeviceChooser(
                BOTH,
                () -> {
                    throw new AssertionError("nobody is to ask");
                },
                WORKS);
        assertThat(never.choose(Device.CPU).words()).isEqualTo("computing on the CPU: device is cpu");
    }

    @Test
    void aReportHasCardsOrAReason() {
        assertThatThrownBy(() -> CardReport.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CardReport(List.of(A100), "none")).isInstanceOf(IllegalArgumentException.class);
    }
}
