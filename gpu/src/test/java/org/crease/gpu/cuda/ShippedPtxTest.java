package org.crease.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.KernelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The PTX in the library is that of its sources. {@code gpu/ptx.sh} runs this with CREASE_UPDATE=true, which writes it. */
class ShippedPtxTest {
    private static final Pattern KERNEL = Pattern.compile("(?m)^KERNEL (\\w+)\\(");

    @ParameterizedTest
    @MethodSource("org.crease.gpu.cuda.KernelFiles#names")
    void everySourceHasItsPtx(String name) throws IOException {
        KernelSource source = KernelSource.of(name);
        Path file = KernelFiles.ptx(name);
        if ("true".equals(System.getenv("CREASE_UPDATE"))) {
            update(source, file);
        }
        assertThat(file).as("made by gpu/ptx.sh").exists();
        assertThat(Files.readString(file))
                .as("%s.c or prelude.h has changed: run gpu/ptx.sh", name)
                .startsWith(ShippedPtx.header(source))
                .contains(".version 7.8\n", ".target sm_60\n");
    }

    private static void update(KernelSource source, Path file) throws IOException {
        Nvrtc nvrtc = NvidiaLibraries.nvrtc();
        assertThat(nvrtc.version()).as("version of NVRTC").isEqualTo("11.8");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                ShippedPtx.header(source)
                        + nvrtc.compile(source, ShippedPtx.CAPABILITY).text());
    }

    @ParameterizedTest
    @MethodSource("org.crease.gpu.cuda.KernelFiles#names")
    void everyKernelIsInIt(String name) throws IOException {
        Ptx ptx = new Ptx(name, Files.readString(KernelFiles.ptx(name)));
        String source = KernelSource.of(name).text();
        assertThat(KERNEL.matcher(source).results().map(kernel -> kernel.group(1)))
                .isNotEmpty()
                .allSatisfy(kernel -> assertThat(ptx.parameters(kernel)).isNotNull());
    }

    @Test
    void ptxOfAnotherSourceIsRefused() {
        KernelSource changed = new KernelSource("distances", "extern \"C\" __global__ void f() {}");
        assertThatThrownBy(() -> new ShippedPtx().compile(changed, new Capability(9, 0)))
                .isInstanceOf(DriverException.class)
                .hasMessage("the PTX of %s in this library is of another source", changed.name());
    }

    @Test
    void anOlderCardIsRefused() {
        KernelSource source = KernelSource.of("distances");
        assertThatThrownBy(() -> new ShippedPtx().compile(source, new Capability(5, 2)))
                .hasMessage("the PTX in this library needs compute capability 6.0; the card has 5.2");
    }

    @Test
    void aSourceWithoutPtxIsNamed() {
        assertThatThrownBy(() -> new ShippedPtx().compile(new KernelSource("none", ""), ShippedPtx.CAPABILITY))
                .hasMessage("there is no PTX of none in this library");
    }
}
