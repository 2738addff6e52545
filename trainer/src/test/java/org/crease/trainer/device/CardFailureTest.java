package org.crease.trainer.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardFailureTest {
    private static final Card A100 = new Card(0, "A100", 8, 0, 40L << 30, "12.2");

    /** Texts of nd4j-cuda-11.6 1.0.0-M2.1's library, and of CUDA's list of errors. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[DEVICE] allocation failed; Error code: [2]",
                "Can't allocate [DEVICE] memory",
                "CudaManagedRandomGenerator: failed to allocate memory",
                "Memory allocation for tadOffsets failed",
                "MmulHelper::mmulMxM cuda failed !; Error code: [2]",
                "cudaMalloc failed: out of memory"
            })
    void t7_usedUpMemoryIsRecognised(String text) {
        RuntimeException failure = new IllegalStateException("step failed", new RuntimeException(text + "\nat native"));
        assertThat(CardFailure.of(failure)).hasValue(new CardFailure(true, text));
        assertThat(new CardFailure(true, text).on(A100))
                .isEqualTo("A100 (compute capability 8.0) has too little free memory: " + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DataBuffer::syncToSpecial cudaMemcpy failed; Error code: [700]",
                "CUDA stream synchronization failed",
                "no kernel image is available for execution on the device",
                "CUBLAS_STATUS_EXECUTION_FAILED"
            })
    void t7_otherFailuresOfTheCardAreRecognised(String text) {
        assertThat(CardFailure.of(new RuntimeException(text))).hasValue(new CardFailure(false, text));
        assertThat(new CardFailure(false, text).on(A100)).isEqualTo("A100 (compute capability 8.0) failed: " + text);
    }

    @Test
    void whatIsNotTheCardsIsLeftAlone() {
        assertThat(CardFailure.of(new OutOfMemoryError("Java heap space"))).isEmpty();
        assertThat(CardFailure.of(new OutOfMemoryError("failed to allocate 8 bytes")))
                .isEmpty();
        assertThat(CardFailure.of(new RuntimeException("Can't allocate [HOST] memory")))
                .isEmpty();
        assertThat(CardFailure.of(new RuntimeException(new NoSuchFileException("/home/cuda/runs/cuda-1"))))
                .isEmpty();
        assertThat(CardFailure.of(new IllegalArgumentException("loss is NaN at step 3")))
                .isEmpty();
    }

    @Test
    void onTheCpuNothingIsTheCards() {
        DeviceChoice cpu = new DeviceChoice(null, "device is cpu", true);
        assertThat(cpu.failure(new RuntimeException("CUDA error"))).isEmpty();
        assertThat(new DeviceChoice(A100, "it runs", true).failure(new RuntimeException("CUDA error")))
                .hasValue("A100 (compute capability 8.0) failed: CUDA error");
    }
}
