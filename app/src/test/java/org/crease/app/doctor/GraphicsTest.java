package org.crease.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.crease.app.doctor.Result.State;
import org.crease.gpu.DriverReport;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.DeviceInfo.Kind;
import org.crease.trainer.device.Card;
import org.crease.trainer.device.CardReport;
import org.crease.trainer.device.DeviceChoice;
import org.junit.jupiter.api.Test;

/** What the doctor says of simulated devices. */
class GraphicsTest {
    private static final Card A100 = new Card(0, "NVIDIA A100-SXM4-40GB", 8, 0, 40L << 30, "12.2");
    private static final Card H100 = new Card(1, "NVIDIA H100 80GB HBM3", 9, 0, 80L << 30, "12.2");
    private static final Card K80 = new Card(2, "Tesla K80", 3, 7, 12L << 30, "11.4");
    private static final Card K40 = new Card(3, "Tesla K40", 3, 5, 12L << 30, "11.4");

    private Optional<DeviceChoice> settled = Optional.empty();

    private List<Result> look(CardReport cards, DriverReport openCl, boolean backend) {
        DriverReport cuda = new DriverReport("CUDA", List.of(), "not asked here");
        return new Graphics(() -> cards, () -> List.of(cuda, openCl), backend, () -> settled)
                .checks().stream().map(Check::look).toList();
    }

    private List<Result> cards(boolean backend, Card... cards) {
        List<Result> all = look(CardReport.of(List.of(cards)), new DriverReport("OpenCL", List.of(), "none"), backend);
        return all.subList(0, cards.length);
    }

    private static DeviceInfo device(int index, String name, Kind kind) {
        return new DeviceInfo("OpenCL", index, name, kind, "OpenCL 3.0", 8L << 30, 2L << 30, 8, true);
    }

    @Test
    void t7_eachCardIsSaidToTrainToProbeOrBoth() {
        List<Result> results = cards(true, A100, H100, K80, K40);
        assertThat(results).extracting(Result::state).containsOnly(State.OK);
        assertThat(results).extracting(Result::name).containsExactly("CUDA 0", "CUDA 1", "CUDA 2", "CUDA 3");
        assertThat(results)
                .extracting(Result::found)
                .containsExactly(
                        "NVIDIA A100-SXM4-40GB: trains and probes (compute capability 8.0, 40.0 GiB, CUDA 12.2)",
                        "NVIDIA H100 80GB HBM3: probes (compute capability 9.0, 80.0 GiB, CUDA 12.2)",
                        "Tesla K80: trains (compute capability 3.7, 12.0 GiB, CUDA 11.4)",
                        "Tesla K40: neither trains nor probes (compute capability 3.5, 12.0 GiB, CUDA 11.4)");
        assertThat(results)
                .extracting(Result::advice)
                .containsExactly(
                        "",
                        "Training uses the CPU: NVIDIA H100 80GB HBM3 has compute capability 9.0, and Deeplearning4j's CUDA"
                                + " backend runs on 3.7 to 8.9 only: it has no code for newer cards.",
                        "Probes use the CPU: our kernels need compute capability 6.0 or newer.",
                        "Training uses the CPU: Tesla K40 has compute capability 3.5, and Deeplearning4j's CUDA backend runs"
                                + " on 3.7 to 8.9 only. Probes use the CPU: our kernels need compute capability 6.0 or"
                                + " newer.");
        assertThat(results.get(1).facts())
                .containsEntry("trains", false)
                .containsEntry("probes", true)
                .containsEntry("capability", "9.0");
    }

    @Test
    void t7_aBuildWithoutTheBackendTrainsOnNoCard() {
        assertThat(cards(false, A100)).singleElement().satisfies(result -> {
            assertThat(result.name()).isEqualTo("CUDA");
            assertThat(result.found()).startsWith("NVIDIA A100-SXM4-40GB: probes (");
            assertThat(result.advice())
                    .isEqualTo(
                            "Training uses the CPU: this build has no CUDA backend (docs/gpu.md says how to make one that"
                                    + " has).");
        });
    }

    @Test
    void t7_aCardThatFailedItsTrialDoesNotTrain() {
        settled = Optional.of(new DeviceChoice(null, "NVIDIA A100 has too little free memory: none left", true));
        assertThat(cards(true, A100)).singleElement().satisfies(result -> {
            assertThat(result.found()).startsWith("NVIDIA A100-SXM4-40GB: probes (");
            assertThat(result.advice())
                    .isEqualTo("Training uses the CPU: NVIDIA A100 has too little free memory: none left.");
        });
        settled = Optional.of(new DeviceChoice(A100, "it runs", true));
        assertThat(cards(true, A100).get(0).found()).startsWith("NVIDIA A100-SXM4-40GB: trains and probes (");
    }

    @Test
    void t7_whyThereIsNoCardIsSaid() {
        DriverReport none = new DriverReport("OpenCL", List.of(), "OpenCL's loader finds no platform");
        assertThat(look(CardReport.noCard(), none, true))
                .extracting(Result::name, Result::state, Result::found, Result::advice)
                .containsExactly(
                        tuple(
                                "CUDA",
                                State.MISSING,
                                "none: the NVIDIA driver finds no card",
                                "Not needed: all runs on the CPU."),
                        tuple(
                                "OpenCL",
                                State.MISSING,
                                "none: OpenCL's loader finds no platform",
                                "Not needed: all runs on the CPU."));
    }

    @Test
    void openClsCardsProbeAndItsProcessorsWhenAskedTo() {
        DriverReport both = new DriverReport(
                "OpenCL", List.of(device(0, "Radeon", Kind.GPU), device(1, "pthread-cpu", Kind.CPU)), "");
        List<Result> results = look(CardReport.noDriver(), both, false);
        assertThat(results.subList(1, 3))
                .extracting(Result::name, Result::found)
                .containsExactly(
                        tuple("OpenCL 0", "Radeon: probes (OpenCL 3.0, 8.0 GiB)"),
                        tuple(
                                "OpenCL 1",
                                "pthread-cpu: probes where asked to, by --kernels opencl (OpenCL 3.0, 8.0 GiB)"));
        assertThat(results.get(1).advice()).isEmpty();
        assertThat(results.get(2).advice()).startsWith("No graphics card");
    }
}
