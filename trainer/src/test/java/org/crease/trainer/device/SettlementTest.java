package org.crease.trainer.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crease.trainer.config.Config.Device;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final Card A100 = new Card(0, "A100", 8, 0, 40L << 30, "12.2");
    private static final String ON_A100 = "cuda: A100 (compute capability 8.0)";

    private final List<DeviceChoice> started = new ArrayList<>();

    private Settlement settlement(CardReport report) {
        DeviceChooser chooser = new DeviceChooser(new Backends(true, true), () -> report, card -> Optional.empty());
        return new Settlement(chooser, started::add);
    }

    @Test
    void whoComesFirstSettlesItForAll() {
        Settlement card = settlement(CardReport.of(List.of(A100)));
        assertThat(card.present()).isNull();
        DeviceChoice first = card.take(Device.AUTO);
        assertThat(card.take(Device.CUDA)).isSameAs(first);
        assertThat(card.takeAgain("cpu")).isSameAs(first);
        assertThat(card.present()).isSameAs(first);
        assertThat(started).containsExactly(first);
        assertThatThrownBy(() -> card.take(Device.CPU))
                .hasMessageStartingWith(
                        "device: cpu cannot be had: this process is already computing on A100 (compute capability 8.0)");
    }

    @Test
    void cudaCannotBeHadAfterTheCpu() {
        Settlement card = settlement(CardReport.of(List.of(A100)));
        card.take(Device.CPU);
        assertThatThrownBy(() -> card.take(Device.CUDA))
                .hasMessage("device: cuda cannot be had: this process is already computing on the CPU: device is cpu");
    }

    @Test
    void aRunGoesOnOnTheKindOfDeviceThatItWasOn() {
        assertThat(settlement(CardReport.of(List.of(A100))).takeAgain("cpu").recorded())
                .isEqualTo("cpu");
        assertThat(settlement(CardReport.of(List.of(A100))).takeAgain(ON_A100).recorded())
                .isEqualTo(ON_A100);
        assertThat(settlement(CardReport.of(List.of(A100)))
                        .takeAgain(ON_A100 + "; from step 9 cpu")
                        .recorded())
                .isEqualTo("cpu");
    }

    @Test
    void t7_aRunGoesOnOnTheCpuWhereItsCardIsGone() {
        DeviceChoice choice = settlement(CardReport.noCard()).takeAgain(ON_A100);
        assertThat(choice.recorded()).isEqualTo("cpu");
        assertThat(choice.departure(ON_A100))
                .hasValue("the run was on cuda: A100 (compute capability 8.0), this is computing on the CPU: the NVIDIA"
                        + " driver finds no card; numbers differ in their last bits");
        assertThat(choice.after(ON_A100, 120)).isEqualTo(ON_A100 + "; from step 120 cpu");
        assertThat(choice.after(ON_A100 + "; from step 120 cpu", 240)).isEqualTo(ON_A100 + "; from step 120 cpu");
        assertThat(choice.departure("cpu")).isEmpty();
    }

    @Test
    void aStartThatFailsSettlesNothing() {
        DeviceChooser chooser =
                new DeviceChooser(new Backends(true, true), CardReport::noCard, card -> Optional.empty());
        Settlement failing = new Settlement(chooser, choice -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(() -> failing.take(Device.AUTO)).hasMessage("no");
        assertThat(failing.present()).isNull();
    }
}
