package org.crease.trainer.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaCodeTest {

    private static Card card(String name, String capability) {
        String[] parts = capability.split("\\.", -1);
        return new Card(0, name, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 1L << 30, "12.2");
    }

    /** Capabilities from NVIDIA's list of its cards; 8.7 and 7.2 are those of its boards for robots. */
    @ParameterizedTest
    @CsvSource({
        "Tesla K80, 3.7", "GTX 750 Ti, 5.0", "GTX 980, 5.2", "Jetson TX1, 5.3", "Tesla P100, 6.0", "GTX 1080, 6.1",
        "Jetson TX2, 6.2", "Tesla V100, 7.0", "Jetson Xavier, 7.2", "Tesla T4, 7.5", "A100, 8.0", "RTX 3090, 8.6",
        "Jetson Orin, 8.7", "RTX 4090, 8.9"
    })
    void t7_cardsWithinAMajorVersionRun(String name, String capability) {
        assertThat(CudaCode.refusal(card(name, capability))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GT 610, 2.1", "GTX 680, 3.0", "Tegra K1, 3.2", "Tesla K40, 3.5"})
    void t7_cardsThatAreTooOldDoNot(String name, String capability) {
        assertThat(CudaCode.refusal(card(name, capability)))
                .hasValue(name + " has compute capability " + capability
                        + ", and Deeplearning4j's CUDA backend runs on 3.7 to 8.9 only");
    }

    @ParameterizedTest
    @CsvSource({"H100, 9.0", "B200, 10.0", "RTX 5090, 12.0"})
    void t7_cardsThatAreTooNewDoNot(String name, String capability) {
        assertThat(CudaCode.refusal(card(name, capability)).orElse(""))
                .endsWith("runs on 3.7 to 8.9 only: it has no code for newer cards");
    }

    @Test
    void aCardIsNamedWithItsCapability() {
        assertThat(card("A100", "8.0").words()).isEqualTo("A100 (compute capability 8.0)");
    }
}
