package org.crease.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.KernelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NVIDIA's own compiler, which needs no card. */
class NvrtcTest {
    private static final Capability HOPPER = new Capability(9, 0);

    @ParameterizedTest
    @MethodSource("org.crease.gpu.cuda.KernelFiles#names")
    void everySourceCompiles(String name) {
        Nvrtc nvrtc = NvidiaLibraries.nvrtc();
        for (Capability capability : List.of(new Capability(7, 5), new Capability(8, 6), HOPPER)) {
            assertThat(nvrtc.compile(KernelSource.of(name), capability).text())
                    .contains(".target sm_" + capability.number() + "\n");
        }
    }

    @Test
    void aCardNewerThanTheCompilerGetsTheNewestThatItKnows() {
        Ptx ptx = NvidiaLibraries.nvrtc().compile(KernelSource.of("distances"), new Capability(99, 0));
        assertThat(ptx.text()).containsPattern("\\.target sm_(9|1[0-9])[0-9]").doesNotContain("sm_990");
    }

    @Test
    void aCardOlderThanTheCompilerIsRefused() {
        KernelSource source = KernelSource.of("distances");
        assertThatThrownBy(() -> NvidiaLibraries.nvrtc().compile(source, new Capability(2, 0)))
                .hasMessageContaining("and above; the card has 2.0");
    }

    @Test
    void t7_aKernelThatDoesNotCompileIsShownWithFileAndLine() {
        KernelSource source = new KernelSource("broken", """
                extern "C" __global__ void broken(int *out) {
                    *out = missing;
                }
                """);
        assertThatThrownBy(() -> NvidiaLibraries.nvrtc().compile(source, HOPPER))
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(Reason.COMPILATION))
                .hasMessageContaining("cannot compile broken:")
                .hasMessageContaining("broken.c(2): error: identifier \"missing\" is undefined");
    }

    @Test
    void productsAndSumsAreNotContracted() {
        KernelSource source = new KernelSource("sum", """
                extern "C" __global__ void sum(double *out, double a, double b) {
                    *out = a * b + *out;
                }
                """);
        assertThat(NvidiaLibraries.nvrtc().compile(source, HOPPER).text())
                .contains("mul.rn.f64", "add.rn.f64")
                .doesNotContain("fma");
    }

    @Test
    void withoutItsLibraryItSaysWhereItWasLookedFor() {
        assertThatThrownBy(() -> Nvrtc.open(List.of("libno-nvrtc.so.1", "/nowhere/libnvrtc.so")))
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(Reason.COMPILATION))
                .hasMessageContaining("NVRTC cannot be loaded (tried libno-nvrtc.so.1, /nowhere/libnvrtc.so)");
    }
}
