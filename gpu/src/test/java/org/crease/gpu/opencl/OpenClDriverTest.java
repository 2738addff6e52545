package org.crease.gpu.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.crease.gpu.DriverReport;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.KernelSource;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.driver.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenClDriverTest {

    @Test
    void memoryHoldsWhatWasWrittenAndIsCountedUntilItIsClosed() {
        try (Device device = OpenCl.open()) {
            long free = device.freeMemory();
            Memory memory = device.allocate(64);
            assertThat(device.freeMemory()).isEqualTo(free - 64);
            ByteBuffer bytes = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
            memory.clear();
            memory.write(8, bytes.putLong(0, 7).putLong(8, 9));
            ByteBuffer all = ByteBuffer.allocateDirect(64).order(ByteOrder.nativeOrder());
            memory.read(0, all);
            assertThat(new long[] {all.getLong(0), all.getLong(8), all.getLong(16), all.getLong(56)})
                    .containsExactly(0, 7, 9, 0);
            memory.close();
            memory.close();
            assertThat(device.freeMemory()).isEqualTo(free);
        }
    }

    @Test
    void argumentsArriveInTheirTypes() {
        String text = KernelSource.of("ceilings").text()
                + "KERNEL echo(GLOBAL double *out, i32 i, i64 l, float f, double d)"
                + "{ if (ITEM == 0) { out[0] = i; out[1] = (double) l; out[2] = f; out[3] = d; } }";
        try (Device device = OpenCl.open();
                Program program = device.compile(new KernelSource("echo", text));
                Memory memory = device.allocate(32)) {
            program.function("echo")
                    .launch(
                            2,
                            64,
                            Argument.of(memory),
                            Argument.of(-5),
                            Argument.of(1L << 40),
                            Argument.of(0.5f),
                            Argument.of(1e-300));
            ByteBuffer answer = ByteBuffer.allocateDirect(32).order(ByteOrder.nativeOrder());
            memory.read(0, answer);
            assertThat(new double[] {
                        answer.getDouble(0), answer.getDouble(8), answer.getDouble(16), answer.getDouble(24)
                    })
                    .containsExactly(-5, 1L << 40, 0.5, 1e-300);
        }
    }

    @Test
    void t7_aKernelThatDoesNotCompileShowsItsLog() {
        try (Device device = OpenCl.open()) {
            assertThatThrownBy(() -> device.compile(new KernelSource("broken", "__kernel void broken() { x = 1; }")))
                    .isInstanceOfSatisfying(
                            DriverException.class, e -> assertThat(e.reason()).isEqualTo(Reason.COMPILATION))
                    .hasMessageContaining("clBuildProgram of broken")
                    .hasMessageContaining("undeclared identifier 'x'");
        }
    }

    @Test
    void aKernelThatAProgramDoesNotHaveIsRefusedByName() {
        try (Device device = OpenCl.open();
                Program program = device.compile(KernelSource.of("ceilings"))) {
            assertThatThrownBy(() -> program.function("floor"))
                    .isInstanceOf(DriverException.class)
                    .hasMessage("OpenCL's clCreateKernel of floor in ceilings answered CL_INVALID_KERNEL_NAME (-46)");
        }
    }

    @Test
    void t7_moreMemoryThanThereIsIsRefusedWithTheFigures() {
        try (Device device = OpenCl.open()) {
            assertThatThrownBy(() -> device.allocate(1L << 60))
                    .isInstanceOfSatisfying(
                            DriverException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OUT_OF_MEMORY))
                    .hasMessageContaining("was asked for 1152921504606846976 bytes; ");
        }
    }

    @Test
    void t7_aLoaderWithoutPlatformsSaysSo(@TempDir Path empty) throws IOException, InterruptedException {
        OpenCl.open().close();
        assertThat(reported(Map.of("OCL_ICD_VENDORS", empty.toString())))
                .isEqualTo("OpenCL's loader finds no platform");
    }

    @Test
    void t7_aPlatformWithoutDevicesSaysSo() throws IOException, InterruptedException {
        OpenCl.open().close();
        Map<String, String> poclAlone = Map.of("OCL_ICD_VENDORS", "/etc/OpenCL/vendors/pocl.icd", "POCL_DEVICES", "");
        assertThat(reported(poclAlone))
                .isEqualTo("none of OpenCL's platforms has a device: Portable Computing Language");
    }

    @ParameterizedTest
    @CsvSource({
        "OpenCL 1.2, true",
        "OpenCL 1.1 Mesa 20.3.5, false",
        "OpenCL 3.0 PoCL HSTR: x, true",
        "OpenCL 2.0 AMD-APP (3075.10), true",
        "OpenCL 1.0, false",
        "FULL_PROFILE, false"
    })
    void t7_olderThanOnePointTwoIsNotEnough(String words, boolean enough) {
        assertThat(OpenClVersion.of(words).isEnough()).isEqualTo(enough);
    }

    /** What a process of its own, in this environment, says of OpenCL. */
    private static String reported(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Report.class.getName());
        builder.environment().putAll(environment);
        Process process = builder.redirectError(new File("/dev/null")).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return words.strip();
    }

    /** Prints why OpenCL has no device. */
    static final class Report {
        public static void main(String[] arguments) {
            byte[] words = DriverReport.of(new OpenClDriver()).problem().getBytes(StandardCharsets.UTF_8);
            System.out.write(words, 0, words.length);
            System.out.flush();
        }
    }
}
