package org.crease.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicLong;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.Manifest.Status;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.Config;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.training.TrainingRun.Outcome;
import org.crease.trainer.training.TrainingRun.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings whose clock or disk misbehaves. */
class TrainingFaultsTest {

    @TempDir
    private Path runs;

    private static Config moons(String... overrides) {
        return Trainings.config(Trainings.MOONS, overrides);
    }

    private static Outcome trainAt(InstantSource clock, Path runs) throws InterruptedException {
        Surroundings surroundings =
                new Surroundings(DatasetLibrary.standard(), Progress.SILENT, new TrainingObserver() {}, clock);
        return TrainingRun.start(moons("training.epochs=2"), Path.of("."), runs, surroundings)
                .run();
    }

    @Test
    void t6_aClockThatGoesBackChangesNothingButTimes() throws Exception {
        Instant start = Instant.parse("2026-10-25T01:30:00Z");
        AtomicLong calls = new AtomicLong();
        RunDirectory back = trainAt(
                        () -> start.minus(Duration.ofMinutes(calls.incrementAndGet())), runs.resolve("back"))
                .directory();
        RunDirectory still =
                trainAt(InstantSource.fixed(start), runs.resolve("still")).directory();

        assertThat(back.manifest().status()).isEqualTo(Status.DONE);
        assertThat(back.manifest().updated()).isBefore(back.manifest().created());
        assertThat(Trainings.weights(back)).isEqualTo(Trainings.weights(still));
        assertThat(Trainings.metrics(back)).isEqualTo(Trainings.metrics(still));
        assertThat(Trainings.findings(back)).isEqualTo(Trainings.findings(still));
    }

    @Test
    void t6_daylightSavingDoesNotShow() throws Exception {
        TimeZone before = TimeZone.getDefault();
        Instant start = Instant.parse("2026-10-25T00:59:59.500Z");
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            AtomicLong calls = new AtomicLong();
            RunDirectory run = trainAt(() -> start.plusMillis(calls.incrementAndGet() * 100), runs)
                    .directory();
            assertThat(run.metrics().read()).extracting(m -> m.time()).isSorted();
            assertThat(Files.readString(run.path().resolve("log.txt")))
                    .contains("2026-10-25T00:59:59.", "2026-10-25T01:00:0");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void t6_moreStepsThanDeeplearning4jCountsAreRefused() {
        long most = Integer.MAX_VALUE;
        assertThatThrownBy(() -> Trainings.train(moons("training={steps: " + (most + 1) + "}"), runs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("training.steps: 2147483648 steps, but at most 2147483647 can be counted");
        assertThat(runs).isEmptyDirectory();
    }

    @Test
    void f5_aCheckpointThatCannotBeWrittenIsAnErrorAndEarlierOnesLoad() throws Exception {
        RunDirectory expected = Trainings.train(moons(), runs.resolve("alone")).directory();
        Path checkpoints = runs.resolve("moons").resolve("checkpoints");
        Path away = runs.resolve("away");
        TrainingRun run = TrainingRun.start(moons(), Path.of("."), runs, Trainings.surroundings(new TrainingObserver() {
            @Override
            public void stepped(long step, double loss) {
                if (step == 33) {
                    putAFileInPlaceOf(checkpoints, away);
                }
            }
        }));

        assertThatThrownBy(run::run).hasMessageContaining("checkpoints");

        Files.delete(checkpoints);
        Files.move(away, checkpoints);
        RunDirectory left = RunDirectory.open(runs.resolve("moons"));
        assertThat(left.manifest().status()).isEqualTo(Status.FAILED);
        assertThat(left.manifest().reason()).contains("checkpoints");
        assertThat(left.checkpoints().entries())
                .extracting(CheckpointEntry::step)
                .last()
                .isEqualTo(30L);
        assertThat(left.checkpoints().read(Trainings.last(left)).step()).isEqualTo(30);

        Outcome resumed = TrainingRun.resume(left, Trainings.surroundings()).run();
        assertThat(resumed.manifest().status()).isEqualTo(Status.DONE);
        assertThat(Trainings.weights(resumed.directory())).isEqualTo(Trainings.weights(expected));
    }

    private static void putAFileInPlaceOf(Path directory, Path away) {
        try {
            Files.move(directory, away);
            Files.createFile(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRunStoppedWhileItsLastCheckpointsAreProbedIsResumed() throws Exception {
        RunDirectory expected = Trainings.train(moons(), runs.resolve("alone")).directory();
        List<TrainingRun> running = new ArrayList<>();
        running.add(TrainingRun.start(moons(), Path.of("."), runs, Trainings.surroundings(new TrainingObserver() {
            @Override
            public void trained(long step, int waiting) {
                assertThat(running.get(0).requestStop()).isTrue();
            }
        })));

        Outcome stopped = running.get(0).run();
        assertThat(stopped.manifest().status()).isEqualTo(Status.STOPPED);
        assertThat(stopped.manifest().step()).isEqualTo(90);

        RunDirectory left = RunDirectory.open(stopped.directory().path());
        Outcome resumed = TrainingRun.resume(left, Trainings.surroundings()).run();
        assertThat(resumed.manifest().status()).isEqualTo(Status.DONE);
        assertThat(Trainings.weights(resumed.directory())).isEqualTo(Trainings.weights(expected));
        assertThat(Trainings.findings(resumed.directory())).isEqualTo(Trainings.findings(expected));
    }

    @Test
    void askedToStopBeforeItBeganARunHasNothingToWaitFor() {
        TrainingRun run = TrainingRun.start(moons(), Path.of("."), runs, Trainings.surroundings());
        assertThat(run.requestStop()).isFalse();
    }
}
