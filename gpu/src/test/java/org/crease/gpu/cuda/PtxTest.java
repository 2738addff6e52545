package org.crease.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.crease.gpu.driver.KernelSource;
import org.junit.jupiter.api.Test;

class PtxTest {
    @Test
    void parametersHaveTheSizesOfTheirTypes() {
        KernelSource source = new KernelSource("sizes", """
                extern "C" __global__ void all(int *a, int b, long long c, float d, double e, const double *f) {
                    a[0] = b + c + d + e + f[0];
                }
                extern "C" __global__ void none() {
                }
                """);
        Ptx ptx = NvidiaLibraries.nvrtc().compile(source, ShippedPtx.CAPABILITY);
        assertThat(ptx.parameters("all")).containsExactly(8, 4, 8, 4, 8, 8);
        assertThat(ptx.parameters("none")).isEmpty();
        assertThat(ptx.parameters("al")).isNull();
    }
}
