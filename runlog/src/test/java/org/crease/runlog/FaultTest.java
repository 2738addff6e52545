package org.crease.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.crease.runlog.fault.FaultFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fails the n-th change of the file system, for n = 1, 2, ... until an operation gets through: each failure must be an
 * exception, leave what was there readable, and not stand in the way of trying again.
 */
class FaultTest {
    private static final int ENOUGH = 500;

    /** An operation on a run, and a check that it was done. */
    record Step(String name, Consumer<RunDirectory> action, Consumer<RunDirectory> done) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> steps() {
        List<Step> steps = List.of(
                new Step(
                        "checkpoint",
                        run -> run.checkpoints().write(Samples.checkpoint(30), 0.5),
                        run -> assertThat(run.checkpoints().read(last(run))).isEqualTo(Samples.checkpoint(30))),
                new Step(
                        "metrics",
                        run -> {
                            run.metrics().append(List.of(Samples.metric(30, 1), Samples.metric(30, 2)));
                            run.metrics().sync();
                        },
                        run -> assertThat(run.metrics().read()).hasSize(6)),
                new Step(
                        "finding",
                        run -> run.findings().append(Samples.finding(30, "dense-1", "topology")),
                        run -> assertThat(run.findings()
                                        .read(run.findings().entries().get(2)))
                                .isEqualTo(Samples.finding(30, "dense-1", "topology"))),
                new Step(
                        "event",
                        run -> {
                            run.events().scalar(30, "x", 1);
                            run.events().sync();
                        },
                        run -> assertThat(EventFiles.scalars(run.path())).containsExactly("x 30 1.0")),
                new Step(
                        "manifest",
                        run -> run.write(Samples.manifest("renamed")),
                        run -> assertThat(run.manifest().name()).isEqualTo("renamed")),
                new Step(
                        "keep",
                        run -> run.checkpoints().keep(entry -> false),
                        run -> assertThat(run.checkpoints().entries())
                                .extracting(CheckpointEntry::removed)
                                .startsWith(true)));
        return Stream.of(false, true)
                .flatMap(persistent -> Stream.of("No space left on device", "Input/output error")
                        .flatMap(why -> steps.stream().map(step -> Arguments.of(step, persistent, why))));
    }

    @ParameterizedTest(name = "{0}, persistent: {1}, {2}")
    @MethodSource("steps")
    void f5_aFaultAnywhereIsAnErrorAndOldDataStillLoads(Step step, boolean persistent, String why) throws IOException {
        for (int n = 1; ; n++) {
            assertThat(n).as("operations until it gets through").isLessThan(ENOUGH);
            try (FaultFileSystem system = new FaultFileSystem()) {
                RunDirectory run = Samples.fill(RunDirectory.create(system.directory(), "one"));
                system.faults().failAt(n, persistent, why);
                if (!fails(run, step)) {
                    assertThat(system.faults().fired()).isFalse();
                    step.done().accept(run);
                    assertThat(n).as("operations that were failed").isGreaterThan(1);
                    return;
                }
                assertThat(system.faults().fired()).isTrue();
                assertOldDataLoads(RunDirectory.open(run.path()), step);
                system.faults().heal();
                RunDirectory again = n % 2 == 0 ? run : RunDirectory.open(run.path());
                retry(again, step);
                step.done().accept(RunDirectory.open(run.path()));
            }
        }
    }

    @Test
    void f6_refusedRenameIsAnErrorAndLeavesNoTemporaryFile() throws IOException {
        for (String operation : new String[] {"rename", "force", "mkdir", "open", "write"}) {
            try (FaultFileSystem system = new FaultFileSystem()) {
                RunDirectory run = Samples.fill(RunDirectory.create(system.directory(), "one"));
                system.faults().failAll(operation, "Invalid cross-device link");
                if (!operation.equals("mkdir")) {
                    assertThatThrownBy(() -> run.checkpoints().write(Samples.checkpoint(30), null))
                            .as(operation)
                            .isInstanceOf(UncheckedIOException.class)
                            .hasMessageContaining("step-00000030.zip")
                            .hasMessageContaining("Invalid cross-device link");
                } else {
                    assertThatThrownBy(() -> run.findings().append(Samples.finding(30, "l", "p")))
                            .isInstanceOf(UncheckedIOException.class);
                }
                assertThat(run.checkpoints().entries()).hasSize(2);
                assertThat(run.path().resolve("checkpoints/.step-00000030.zip.tmp"))
                        .doesNotExist();
            }
        }
    }

    @Test
    void f6_aDirectoryThatCannotBeForcedIsAnError() throws IOException {
        try (FaultFileSystem system = new FaultFileSystem()) {
            RunDirectory run = Samples.fill(RunDirectory.create(system.directory(), "one"));
            system.faults().failAt(Long.MAX_VALUE, false, "");
            run.write(Samples.manifest("counted"));
            List<String> operations = system.faults().log();
            assertThat(operations.get(operations.size() - 1)).isEqualTo("force " + run.path() + "/");
            system.faults().failAt(operations.size(), false, "Invalid argument");
            assertThatThrownBy(() -> run.write(Samples.manifest("again"))).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void f8_filesGoOnlyAfterTheNewestWasFoundWholeAndTheIndexIsDurable() throws IOException {
        try (FaultFileSystem system = new FaultFileSystem()) {
            RunDirectory run = Samples.fill(RunDirectory.create(system.directory(), "one"));
            system.faults().failAt(Long.MAX_VALUE, false, "");
            run.checkpoints().keep(entry -> false);
            assertThat(system.faults().log())
                    .containsExactly(
                            "write " + run.path() + "/checkpoints/index.jsonl",
                            "force " + run.path() + "/checkpoints/index.jsonl",
                            "delete " + run.path() + "/checkpoints/step-00000010.zip");
        }
    }

    @Test
    void theIndexLineComesAfterTheFileAndTheOtherLogsAreOnTheDevice() throws IOException {
        try (FaultFileSystem system = new FaultFileSystem()) {
            RunDirectory run = Samples.fill(RunDirectory.create(system.directory(), "one"));
            system.faults().failAt(Long.MAX_VALUE, false, "");
            run.checkpoints().write(Samples.checkpoint(30), null);
            String directory = run.path() + "/checkpoints/";
            assertThat(system.faults().log().stream()
                            .filter(entry -> !entry.startsWith("write") && !entry.startsWith("delete")))
                    .containsExactly(
                            "open " + directory + ".step-00000030.zip.tmp",
                            "force " + directory + ".step-00000030.zip.tmp",
                            "rename " + directory + "step-00000030.zip",
                            "force " + directory,
                            "force " + run.path() + "/metrics.jsonl",
                            "force " + run.path() + "/findings.jsonl",
                            "force " + directory + "index.jsonl");
        }
    }

    private static boolean fails(RunDirectory run, Step step) {
        try {
            step.action().accept(run);
            return false;
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("/store/one").hasMessageContaining("injected");
            return true;
        }
    }

    private static void assertOldDataLoads(RunDirectory run, Step step) {
        List<CheckpointEntry> checkpoints = run.checkpoints().entries();
        assertThat(checkpoints).hasSizeGreaterThanOrEqualTo(2);
        assertThat(run.checkpoints().read(checkpoints.get(1))).isEqualTo(Samples.checkpoint(20));
        if (!checkpoints.get(0).removed()) {
            assertThat(run.checkpoints().read(checkpoints.get(0))).isEqualTo(Samples.checkpoint(10));
        }
        assertThat(run.metrics().read()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(run.findings().entries()).hasSizeGreaterThanOrEqualTo(2);
        run.findings().entries().forEach(run.findings()::read);
        assertThat(run.manifest().name()).isIn("one", "renamed");
        assertThat(step.name()).isNotEmpty();
    }

    /** Tries again as a resumed run does: what was not acknowledged may be there, so it is rewound first. */
    private static void retry(RunDirectory run, Step step) {
        run.checkpoints().removeAfter(20);
        run.metrics().truncateAfter(20);
        run.findings().truncateAfter(20);
        run.events().sync();
        if (!step.name().equals("event") || EventFiles.scalars(run.path()).isEmpty()) {
            step.action().accept(run);
        }
        run.close();
    }

    private static CheckpointEntry last(RunDirectory run) {
        List<CheckpointEntry> entries = run.checkpoints().entries();
        return entries.get(entries.size() - 1);
    }
}
