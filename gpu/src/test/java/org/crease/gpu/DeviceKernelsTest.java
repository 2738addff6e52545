package org.crease.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.crease.gpu.driver.DeviceInfo.Kind;
import org.crease.gpu.driver.Driver;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.simulated.SimulatedDriver;
import org.crease.homology.kernel.DistanceKernel;
import org.crease.homology.kernel.Kernel;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.metric.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceKernelsTest {
    private static final double MUCH = 1e12;
    private static final Driver CARD = SimulatedDriver.of("CUDA", SimulatedDriver.device("CUDA", "card", Kind.GPU));
    private static final Driver PROCESSOR =
            SimulatedDriver.of("OpenCL", SimulatedDriver.device("OpenCL", "processor", Kind.CPU));
    private static final Driver NO_CUDA =
            SimulatedDriver.without("CUDA", Reason.NO_DRIVER, "CUDA's library is not on this machine");

    @Test
    void aCardIsTakenWhereTheWorkIsLarge() {
        DeviceKernels kernels = kernels(List.of(CARD, PROCESSOR));
        assertThat(device(kernels, MUCH)).contains("card (CUDA)");
        assertThat(device(kernels, 1e6)).isEmpty();
    }

    @Test
    void aProcessorIsTakenOnlyWhenAskedFor() {
        assertThat(device(kernels(List.of(NO_CUDA, PROCESSOR)), MUCH)).isEmpty();
        assertThat(device(kernels(List.of(NO_CUDA, PROCESSOR), "crease.device", "opencl"), 1))
                .contains("processor (OpenCL)");
    }

    @Test
    void driversAreNotAskedWhereThereIsSurelyNoCard() {
        Driver untouched = SimulatedDriver.without("CUDA", Reason.FAILED, "it was asked");
        Devices choice = new Devices(List.of(untouched, PROCESSOR), () -> false);
        assertThat(choice.find(Preference.AUTO).reason()).isEqualTo("this machine has no graphics card");
        assertThat(choice.find(Preference.CUDA).reason()).isEqualTo("it was asked");
        assertThat(choice.find(Preference.OPENCL).device()).isPresent();
    }

    @Test
    void cardsOfLinuxHaveFiles(@TempDir Path devices) throws IOException {
        assertThat(CardFiles.areIn(devices)).isFalse();
        Files.createDirectory(devices.resolve("dri"));
        Files.createFile(devices.resolve("dri").resolve("card0"));
        assertThat(CardFiles.areIn(devices)).as("a screen alone").isFalse();
        Files.createFile(devices.resolve("dri").resolve("renderD128"));
        assertThat(CardFiles.areIn(devices)).isTrue();
        Files.delete(devices.resolve("dri").resolve("renderD128"));
        Files.createFile(devices.resolve("nvidia0"));
        assertThat(CardFiles.areIn(devices)).isTrue();
    }

    @Test
    void aKernelsOwnPropertyComesFirst() {
        List<Driver> drivers = List.of(CARD, PROCESSOR);
        assertThat(device(kernels(drivers, "crease.device", "cpu"), MUCH)).isEmpty();
        assertThat(device(kernels(drivers, "crease.device", "cpu", "crease.device.distances", "cuda"), 1))
                .contains("card (CUDA)");
        assertThat(device(kernels(drivers, "crease.device.rank", "opencl"), MUCH))
                .contains("card (CUDA)");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"NO_DRIVER", "NO_DEVICE", "OLD_DRIVER", "FAILED"})
    void t7_whatCannotBeHadIsLeftToTheProcessorOrRefusedWithTheSameReason(Reason reason) {
        Driver absent = SimulatedDriver.without("CUDA", reason, "CUDA has said no");
        assertThat(device(kernels(List.of(absent)), MUCH)).isEmpty();
        DeviceKernels forced = kernels(List.of(absent, CARD), "crease.device", "cuda");
        assertThat(new Devices(List.of(absent), () -> true)
                        .find(Preference.AUTO)
                        .reason())
                .isEqualTo("CUDA has said no");
        assertThat(device(forced, MUCH)).as("the second CUDA driver has a card").contains("card (CUDA)");
        assertThatThrownBy(() -> device(kernels(List.of(absent), "crease.device", "cuda"), MUCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "distances is to run on the device 'cuda' (crease.device), which cannot be had: CUDA has said no");
    }

    @Test
    void t7_aCardThatCannotBeOpenedIsLeftOut() {
        SimulatedDriver closed = new SimulatedDriver(
                "CUDA",
                List.of(SimulatedDriver.device("CUDA", "card", Kind.GPU)),
                null,
                new DriverException(Reason.OUT_OF_MEMORY, "card (CUDA) has no memory left"));
        assertThat(device(kernels(List.of(closed, PROCESSOR)), MUCH)).isEmpty();
        assertThat(new Devices(List.of(closed, PROCESSOR), () -> true)
                        .find(Preference.AUTO)
                        .reason())
                .isEqualTo("card (CUDA) has no memory left; OpenCL has no graphics card, only processor");
    }

    @Test
    void t7_aLaunchThatFailsIsDoneByTheProcessorAndSaidSo() throws InterruptedException {
        List<String> told = new ArrayList<>();
        Kernels kernels =
                Kernels.of(kernels(List.of(CARD), "crease.device", "cuda")).telling(told::add);
        FiniteMetricSpace space = Metric.euclidean().on(PointCloud.of(new float[][] {{0, 0}, {3, 4}, {0, 1}}));
        DistanceMatrix matrix = DistanceMatrix.of(space, Team.ofOne(), kernels);
        assertThat(matrix.distance(1, 0)).isEqualTo(5);
        assertThat(told)
                .containsExactly("card (CUDA) failed, the processor did its work: card (CUDA) refuses 1 groups");
    }

    @Test
    void aPropertyThatSaysNothingKnownIsRefused() {
        assertThatThrownBy(() -> device(kernels(List.of(CARD), "crease.device", "gpu"), MUCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("crease.device is 'gpu'; it must be auto, cpu, cuda or opencl");
    }

    @Test
    void aKindThatThereIsNoKernelForIsLeftToTheProcessor() {
        interface Unknown extends Kernel {}
        assertThat(kernels(List.of(CARD)).kernel(Unknown.class, MUCH)).isEmpty();
    }

    @Test
    void theProviderOnTheClassPathIsFound() {
        String before = System.getProperty("crease.device", "auto");
        System.setProperty("crease.device", "cpu");
        try {
            assertThat(Kernels.found().kernel(DistanceKernel.class, MUCH)).isEmpty();
            System.setProperty("crease.device", "nonsense");
            assertThatThrownBy(() -> Kernels.found().kernel(DistanceKernel.class, MUCH))
                    .isInstanceOf(IllegalArgumentException.class);
        } finally {
            System.setProperty("crease.device", before);
        }
    }

    private static DeviceKernels kernels(List<Driver> drivers, String... properties) {
        Properties given = new Properties();
        for (int k = 0; k < properties.length; k += 2) {
            given.setProperty(properties[k], properties[k + 1]);
        }
        Devices choice = new Devices(drivers, () -> true);
        return new DeviceKernels(() -> choice, () -> given);
    }

    private static Optional<String> device(DeviceKernels kernels, double operations) {
        return kernels.kernel(DistanceKernel.class, operations).map(Kernel::device);
    }
}
