package org.crease.gpu.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.KernelSource;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.driver.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The driver where things are missing, too old or fail: with NVIDIA's own library, and with the simulated one. */
class CudaDriverTest {
    private static final KernelSource SQUARES = new KernelSource("squares", """
            extern "C" __global__ void squares(int *out, int size) {
                int k = blockIdx.x * 32 + threadIdx.x;
                if (k < size) {
                    out[k] = k * k;
                }
            }
            """);

    private SimulatedCuda cuda;

    @BeforeEach
    void simulate() {
        cuda = new SimulatedCuda("faults");
    }

    @AfterEach
    void nothingIsLeft() {
        cuda.reset();
        for (String what : List.of("contexts", "modules", "functions", "memory")) {
            assertThat(cuda.count(what)).as(what).isZero();
        }
    }

    private Device open() {
        CudaDriver driver = cuda.driver();
        return driver.open(driver.devices().get(0));
    }

    private static void assertFails(ThrowingCallable call, Reason reason, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DriverException.class, e -> {
            assertThat(e).hasMessageContaining(message);
            assertThat(e.reason()).isEqualTo(reason);
        });
    }

    @Test
    void t7_withoutTheLibraryThereIsNoDriver() {
        CudaDriver driver = new CudaDriver(List.of("libno-cuda.so.1"), List.of(new ShippedPtx()));
        assertFails(driver::devices, Reason.NO_DRIVER, "CUDA's driver cannot be loaded (tried libno-cuda.so.1): ");
    }

    @Test
    void t7_nvidiasOwnLibraryWithoutACardSaysSo() {
        CudaDriver driver = new CudaDriver(NvidiaLibraries.driver(), List.of(new ShippedPtx()));
        try {
            assertThat(driver.devices()).isNotEmpty();
        } catch (DriverException e) {
            assertThat(e)
                    .hasMessage(
                            "CUDA's cuInit answered CUDA_ERROR_NO_DEVICE (100): no CUDA-capable device is detected");
            assertThat(e.reason()).isEqualTo(Reason.NO_DEVICE);
        }
    }

    @Test
    void aDeviceIsDescribed() {
        assertThat(cuda.driver().devices())
                .containsExactly(new DeviceInfo(
                        "CUDA",
                        0,
                        "Simulated card 0",
                        DeviceInfo.Kind.GPU,
                        "driver 12.2, compute capability 9.0",
                        1L << 30,
                        1L << 30,
                        2,
                        true));
    }

    @Test
    void cardsAreListedInTheDriversOrderWithoutAContext() {
        cuda.simulate("CARDS", 2);
        cuda.simulate("CAPABILITY", 86);
        assertThat(CudaCards.list(CudaLibrary.open(cuda.libraries())))
                .containsExactly(
                        new CudaCard(0, "Simulated card 0", new Capability(8, 6), 1L << 30, 2, "12.2"),
                        new CudaCard(1, "Simulated card 1", new Capability(8, 6), 1L << 30, 2, "12.2"));
        assertThat(cuda.count("contexts")).isZero();
    }

    @Test
    void theSecondCardIsOpened() {
        cuda.simulate("CARDS", 2);
        try (Device device = cuda.driver().open(cuda.driver().devices().get(1))) {
            assertThat(device.info().name()).isEqualTo("Simulated card 1");
        }
    }

    @Test
    void t7_noCard() {
        cuda.simulate("CARDS", 0);
        assertFails(
                cuda.driver()::devices,
                Reason.NO_DEVICE,
                "CUDA's cuInit answered CUDA_ERROR_NO_DEVICE (100): no CUDA-capable device is detected");
    }

    @Test
    void aCardThatWentAwayIsNamed() {
        cuda.simulate("CARDS", 2);
        DeviceInfo second = cuda.driver().devices().get(1);
        cuda.simulate("CARDS", 1);
        assertFails(
                () -> cuda.driver().open(second).close(),
                Reason.NO_DEVICE,
                "CUDA's driver no longer reaches Simulated card 1 (CUDA)");
    }

    @Test
    void t7_oldDriver() {
        cuda.simulate("VERSION", 10020);
        assertFails(cuda.driver()::devices, Reason.OLD_DRIVER, "the driver offers CUDA 10.2; 11.0 or newer is needed");
    }

    @Test
    void t7_driverErrorsKeepTheirNumbers() {
        cuda.simulate("INIT", 803);
        assertFails(cuda.driver()::devices, Reason.OLD_DRIVER, "CUDA's cuInit answered an error unknown to it (803)");
        cuda.simulate("INIT", 34);
        assertFails(cuda.driver()::devices, Reason.NO_DRIVER, "(34)");
        cuda.simulate("INIT", 719);
        assertFails(
                cuda.driver()::devices,
                Reason.FAILED,
                "CUDA's cuInit answered CUDA_ERROR_LAUNCH_FAILED (719): unspecified launch failure");
    }

    @Test
    void t7_unsupportedCapability() {
        cuda.simulate("CAPABILITY", 52);
        assertFails(
                () -> open().close(),
                Reason.FAILED,
                "Simulated card 0 has compute capability 5.2; 6.0 or newer is needed");
    }

    @Test
    void aContextThatIsRefusedIsSaid() {
        cuda.simulate("CONTEXT", 2);
        assertFails(() -> open().close(), Reason.OUT_OF_MEMORY, "CUDA's cuDevicePrimaryCtxRetain answered");
    }

    @Test
    void t7_outOfMemory() {
        cuda.simulate("FAIL_ALLOCATION", 2);
        try (Device device = open();
                Memory first = device.allocate(100)) {
            assertFails(
                    () -> device.allocate(200).close(),
                    Reason.OUT_OF_MEMORY,
                    "CUDA's cuMemAlloc of 200 bytes answered CUDA_ERROR_OUT_OF_MEMORY (2): out of memory");
            first.clear();
            device.allocate(200).close();
        }
    }

    @Test
    void t7_aLaunchThatFailsIsSaidAndANewDeviceWorks() {
        cuda.simulate("FAIL_LAUNCH", 2);
        Device device = open();
        Function squares = device.compile(SQUARES).function("squares");
        Memory out = device.allocate(4 * 100);
        squares.launch(4, 32, Argument.of(out), Argument.of(100));
        assertFails(
                () -> squares.launch(4, 32, Argument.of(out), Argument.of(100)),
                Reason.FAILED,
                "CUDA's cuLaunchKernel of squares answered CUDA_ERROR_LAUNCH_FAILED (719)");
        assertFails(device::finish, Reason.FAILED, "cuCtxSynchronize");
        assertFails(device::close, Reason.FAILED, "(719)");
        assertSquares();
    }

    @Test
    void aKernelThatWritesBeyondItsMemoryIsAnIllegalAddress() {
        Device device = open();
        Memory out = device.allocate(4 * 99);
        Function squares = device.compile(SQUARES).function("squares");
        assertFails(
                () -> squares.launch(4, 32, Argument.of(out), Argument.of(100)),
                Reason.FAILED,
                "CUDA_ERROR_ILLEGAL_ADDRESS (700)");
        assertFails(device::close, Reason.FAILED, "(700)");
    }

    @Test
    void warpsExchangeValues() {
        KernelSource source = new KernelSource("warps", """
                extern "C" __global__ void warps(int *out) {
                    int item = threadIdx.x;
                    int sum = item;
                    for (int step = 16; step > 0; step /= 2) {
                        sum += __shfl_xor_sync(0xffffffffu, sum, step);
                    }
                    out[item] = sum;
                    out[64 + item] = __shfl_sync(0xffffffffu, item, 3);
                    out[128 + item] = __shfl_down_sync(0xffffffffu, item, 4);
                    __syncthreads();
                    out[192 + item] = __ballot_sync(0xffffffffu, item % 3 == 0);
                }
                """);
        try (Device device = open();
                Memory out = device.allocate(4 * 256)) {
            device.compile(source).function("warps").launch(1, 64, Argument.of(out));
            ByteBuffer found = ByteBuffer.allocateDirect(4 * 256).order(ByteOrder.nativeOrder());
            out.read(0, found);
            for (int item = 0; item < 64; item++) {
                int first = item / 32 * 32;
                assertThat(found.getInt(4 * item)).isEqualTo(32 * first + 31 * 32 / 2);
                assertThat(found.getInt(4 * (64 + item))).isEqualTo(first + 3);
                assertThat(found.getInt(4 * (128 + item))).isEqualTo(item % 32 < 28 ? item + 4 : item);
                assertThat(found.getInt(4 * (192 + item))).isEqualTo(item < 32 ? 0x49249249 : 0x92492492);
            }
        }
    }

    @Test
    void aBarrierThatSomeItemsDoNotMeetFailsTheLaunch() {
        KernelSource source = new KernelSource("divergent", """
                extern "C" __global__ void divergent(int *out) {
                    if (threadIdx.x > 0) {
                        __syncthreads();
                    }
                    out[threadIdx.x] = 1;
                }
                """);
        Device device = open();
        Memory out = device.allocate(4 * 8);
        Function divergent = device.compile(source).function("divergent");
        assertFails(() -> divergent.launch(1, 8, Argument.of(out)), Reason.FAILED, "CUDA_ERROR_LAUNCH_FAILED (719)");
        assertFails(device::close, Reason.FAILED, "(719)");
    }

    @Test
    void argumentsOfAnotherSizeAreRefused() {
        try (Device device = open();
                Memory out = device.allocate(4)) {
            Function squares = device.compile(SQUARES).function("squares");
            assertFails(
                    () -> squares.launch(1, 1, Argument.of(out), Argument.of(1L)),
                    Reason.FAILED,
                    "squares has arguments of [8, 4] bytes, and was given [8, 8]");
            assertFails(() -> squares.launch(1, 1, Argument.of(out)), Reason.FAILED, "and was given [8]");
        }
    }

    @Test
    void whatLiesOutsideMemoryIsRefused() {
        try (Device device = open();
                Memory memory = device.allocate(8)) {
            ByteBuffer four = ByteBuffer.allocateDirect(4);
            assertThatThrownBy(() -> memory.read(5, four)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> memory.write(0, ByteBuffer.allocate(4))).hasMessage("the buffer is not direct");
            assertThatThrownBy(() -> device.allocate(0)).hasMessageContaining("at least 1 is needed");
            memory.close();
            assertThatThrownBy(memory::clear).hasMessage("the memory is closed");
        }
    }

    @Test
    void aClosedDeviceIsClosedOnceWithAllThatItHas() {
        Device device = open();
        device.allocate(10);
        Program program = device.compile(SQUARES);
        program.function("squares");
        device.close();
        device.close();
        program.close();
        assertThatThrownBy(device::finish).hasMessage("the device is closed");
    }

    @Test
    void withoutNvrtcTheShippedPtxIsUsed() {
        PtxCompiler absent =
                (source, capability) -> Nvrtc.open(List.of("libno-nvrtc.so")).compile(source, capability);
        CudaDriver driver = cuda.driver(absent, new ShippedPtx());
        try (Device device = driver.open(driver.devices().get(0))) {
            device.compile(KernelSource.of("distances")).function("distances");
            assertThatThrownBy(() -> device.compile(SQUARES))
                    .hasMessageStartingWith("NVRTC cannot be loaded")
                    .hasMessageEndingWith("; there is no PTX of squares in this library");
        }
    }

    @Test
    void ptxTooNewForTheDriverIsReplacedByTheShipped() {
        cuda.simulate("VERSION", 11080);
        PtxCompiler newer = (source, capability) -> {
            Ptx ptx = NvidiaLibraries.nvrtc().compile(source, capability);
            return new Ptx(ptx.name(), ptx.text().replaceFirst("\\.version \\d+\\.\\d+", ".version 8.2"));
        };
        CudaDriver driver = cuda.driver(newer, new ShippedPtx());
        try (Device device = driver.open(driver.devices().get(0))) {
            device.compile(KernelSource.of("distances")).function("distances");
            assertFails(
                    () -> device.compile(SQUARES),
                    Reason.OLD_DRIVER,
                    "CUDA's cuModuleLoadDataEx of squares answered CUDA_ERROR_UNSUPPORTED_PTX_VERSION (222): the provided"
                            + " PTX was compiled with an unsupported toolchain.\nsimulated: PTX newer than the driver");
        }
    }

    @Test
    void aDeviceIsUsedByOneThreadAfterAnother() throws InterruptedException {
        try (Device device = open()) {
            Memory[] made = new Memory[1];
            Thread other = new Thread(() -> made[0] = device.allocate(4));
            other.start();
            other.join();
            made[0].clear();
        }
    }

    @Test
    void tenThousandLaunchesLeaveNothing() {
        try (Device device = open();
                Program program = device.compile(SQUARES)) {
            for (int k = 0; k < 10_000; k++) {
                try (Memory out = device.allocate(64)) {
                    program.function("squares").launch(1, 16, Argument.of(out), Argument.of(16));
                }
            }
            assertThat(cuda.count("launches")).isEqualTo(10_000);
            assertThat(cuda.count("memory")).isZero();
            assertThat(cuda.count("functions")).isEqualTo(1);
        }
    }

    @Test
    void aThousandProgramsLeaveNothing() {
        Ptx ptx = NvidiaLibraries.nvrtc().compile(SQUARES, ShippedPtx.CAPABILITY);
        CudaDriver driver = cuda.driver((source, capability) -> ptx);
        try (Device device = driver.open(driver.devices().get(0))) {
            for (int k = 0; k < 1000; k++) {
                device.compile(SQUARES).close();
            }
            assertThat(cuda.count("modules")).isZero();
        }
    }

    private void assertSquares() {
        cuda.reset();
        try (Device device = open();
                Memory out = device.allocate(4 * 100)) {
            device.compile(SQUARES).function("squares").launch(4, 32, Argument.of(out), Argument.of(100));
            ByteBuffer found = ByteBuffer.allocateDirect(400).order(ByteOrder.nativeOrder());
            out.read(0, found);
            assertThat(found.getInt(4 * 99)).isEqualTo(99 * 99);
        }
    }
}
