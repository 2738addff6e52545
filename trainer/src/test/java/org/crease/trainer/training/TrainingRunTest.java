package org.crease.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.Manifest.Status;
import org.crease.runlog.Metric;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.logdir.EventAccumulator;
import org.crease.runlog.logdir.LogDirectory;
import org.crease.runlog.logdir.Tag;
import org.crease.trainer.config.Config;
import org.crease.trainer.probing.HostArrays;
import org.crease.trainer.training.TrainingRun.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {

    @TempDir
    private Path runs;

    private static Config moons(String... overrides) {
        return Trainings.config(Trainings.MOONS, overrides);
    }

    @Test
    void aRunLeavesEverythingItPromises() throws Exception {
        Outcome outcome = Trainings.train(moons(), runs);
        RunDirectory run = outcome.directory();

        assertThat(outcome.manifest().status()).isEqualTo(Status.DONE);
        assertThat(outcome.manifest().continuity()).isEqualTo("discontinuous");
        assertThat(outcome.manifest().layers())
                .containsExactly("dense-1", "batch-norm-1", "dropout-1", "dense-2", "output");
        assertThat(outcome.manifest().metrics()).containsKeys("train/loss", "test/loss", "test/accuracy");
        assertThat(run.checkpoints().entries())
                .extracting(CheckpointEntry::step)
                .startsWith(0L, 5L, 10L, 15L);
        assertThat(Trainings.last(run).step()).isEqualTo(6 * 15);
        assertThat(run.metrics().read())
                .filteredOn(m -> m.name().equals("train/batch_loss"))
                .hasSize(90);
        assertThat(run.findings().entries())
                .filteredOn(f -> f.step() == 90 && f.probe().equals("rank"))
                .isNotEmpty();
        assertThat(run.findings().entries())
                .filteredOn(f -> f.step() == 90 && f.probe().equals("topology"))
                .isNotEmpty();
        assertThat(Files.readString(run.path().resolve("config.yaml"))).contains("batch-size: 32");
        assertThat(tags(run))
                .contains("run/config", "run/end", "test/accuracy", "rank/dense-1/rank", "weights/dense-1")
                .contains("_hparams_/experiment", "_hparams_/session_start_info", ENDED);
    }

    private static final String ENDED = "_hparams_/session_end_info";

    /** Tags in the event file. */
    private static List<String> tags(RunDirectory run) throws IOException {
        EventAccumulator events = LogDirectory.of(run.path()).open(".");
        events.refresh();
        assertThat(events.problems()).isEmpty();
        return events.tags().stream().map(Tag::name).toList();
    }

    @Test
    void x1_theSameSeedGivesTheSameRun() throws Exception {
        RunDirectory one = Trainings.train(moons(), runs).directory();
        RunDirectory two = Trainings.train(moons(), runs).directory();
        RunDirectory other = Trainings.train(moons("seed=8"), runs).directory();

        assertThat(Trainings.weights(two)).isEqualTo(Trainings.weights(one));
        assertThat(Trainings.metrics(two)).isEqualTo(Trainings.metrics(one));
        assertThat(Trainings.findings(two)).isEqualTo(Trainings.findings(one));
        assertThat(Trainings.weights(other)).isNotEqualTo(Trainings.weights(one));
    }

    @Test
    void t3_probesDoNotChangeTheWeights() throws Exception {
        RunDirectory with = Trainings.train(moons(), runs).directory();
        RunDirectory without = Trainings.train(moons("probes=[]"), runs).directory();

        assertThat(without.findings().entries()).isEmpty();
        assertThat(Trainings.weights(without)).isEqualTo(Trainings.weights(with));
    }

    @Test
    void t1_aLossThatIsNotANumberStopsTheRunAndKeepsTheLastGoodCheckpoint() throws Exception {
        assertThatThrownBy(() -> Trainings.train(moons("training.optimizer={sgd: {learning-rate: 1e30}}"), runs))
                .isInstanceOf(DivergedException.class)
                .hasMessageMatching("(loss is (NaN|Infinity) at step|a parameter at step) \\d+.*");

        RunDirectory run = RunDirectory.open(runs.resolve("moons"));
        assertThat(run.manifest().status()).isEqualTo(Status.FAILED);
        assertThat(run.manifest().reason()).contains("at step");
        assertThat(tags(run)).contains("run/end", ENDED);
        CheckpointEntry last = Trainings.last(run);
        for (float parameter : HostArrays.parameters(run.checkpoints().read(last))) {
            assertThat(Float.isFinite(parameter)).isTrue();
        }
    }

    @Test
    void aStoppedRunIsResumedToTheSameWeights() throws Exception {
        RunDirectory expected = Trainings.train(moons(), runs.resolve("alone")).directory();
        List<TrainingRun> running = new ArrayList<>();
        TrainingRun run = TrainingRun.start(moons(), Path.of("."), runs, Trainings.surroundings(new TrainingObserver() {
            @Override
            public void stepped(long step, double loss) {
                if (step == 23) {
                    running.get(0).requestStop();
                }
            }
        }));
        running.add(run);

        Outcome stopped = run.run();
        assertThat(stopped.manifest().status()).isEqualTo(Status.STOPPED);
        assertThat(stopped.manifest().step()).isEqualTo(23);
        assertThat(tags(stopped.directory())).contains("run/end").doesNotContain(ENDED);

        Outcome resumed = TrainingRun.resume(
                        RunDirectory.open(stopped.directory().path()), Trainings.surroundings())
                .run();
        assertThat(resumed.manifest().status()).isEqualTo(Status.DONE);
        assertThat(tags(resumed.directory())).contains(ENDED);
        assertThat(Trainings.last(resumed.directory()).parametersSha256())
                .isEqualTo(Trainings.last(expected).parametersSha256());
        assertThat(resumed.directory().metrics().read())
                .extracting(Metric::step)
                .isSorted();
    }

    @Test
    void aCompleteRunIsNotResumed() throws Exception {
        RunDirectory run = Trainings.train(moons("training.epochs=1"), runs).directory();
        assertThatThrownBy(() -> TrainingRun.resume(RunDirectory.open(run.path()), Trainings.surroundings()))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("this run is complete");
    }

    @Test
    void aDamagedNewestCheckpointIsPassedOver() throws Exception {
        RunDirectory expected = Trainings.train(moons(), runs.resolve("alone")).directory();
        List<String> warnings = new ArrayList<>();
        RunDirectory run = stoppedAt(37);
        Path newest = run.path()
                .resolve("checkpoints")
                .resolve(Path.of(Trainings.last(run).file()).getFileName());
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);

        Outcome resumed = TrainingRun.resume(run, Trainings.surroundings(new TrainingObserver() {
                    @Override
                    public void warned(String message) {
                        warnings.add(message);
                    }
                }))
                .run();

        assertThat(warnings).anyMatch(w -> w.contains("going back to the checkpoint before it"));
        assertThat(Trainings.last(resumed.directory()).parametersSha256())
                .isEqualTo(Trainings.last(expected).parametersSha256());
    }

    private RunDirectory stoppedAt(long wanted) throws InterruptedException {
        List<TrainingRun> running = new ArrayList<>();
        running.add(TrainingRun.start(moons(), Path.of("."), runs, Trainings.surroundings(new TrainingObserver() {
            @Override
            public void stepped(long step, double loss) {
                if (step == wanted) {
                    running.get(0).requestStop();
                }
            }
        })));
        return RunDirectory.open(running.get(0).run().directory().path());
    }

    @Test
    void f8_onlyTheNewestAndTheBestCheckpointsStay() throws Exception {
        RunDirectory run =
                Trainings.train(moons("checkpoints.keep-last=2"), runs).directory();
        List<CheckpointEntry> present =
                run.checkpoints().entries().stream().filter(e -> !e.removed()).toList();

        assertThat(present).hasSizeBetween(2, 3);
        assertThat(present.get(present.size() - 1).step()).isEqualTo(90);
        double best = run.checkpoints().entries().stream()
                .mapToDouble(CheckpointEntry::score)
                .max()
                .orElseThrow();
        assertThat(present).extracting(CheckpointEntry::score).contains(best);
    }

    @Test
    void earlyStoppingEndsATrainingThatNoLongerGetsBetter() throws Exception {
        Outcome outcome = Trainings.train(
                moons("training.epochs=50", "training.early-stopping={patience: 2, improvement: 2.0}", "probes=[]"),
                runs);
        assertThat(outcome.manifest().status()).isEqualTo(Status.DONE);
        assertThat(outcome.manifest().step()).isEqualTo(3 * 15);
        assertThat(outcome.manifest().reason()).isEqualTo("the test score no longer got better");
        assertThat(Trainings.last(outcome.directory()).step()).isEqualTo(45);
    }

    @Test
    void twinsSeeTheSameInputsAndLearnDifferentTargets() throws Exception {
        Config circle = Trainings.config("""
                name: circle
                task: {data: {toy: {shape: circle, points: 300}}, target: {regression: {of: angle}}}
                network: {layers: [{dense: {units: 32}}, {dense: {units: 32}}]}
                training: {epochs: 40, batch-size: 16}
                checkpoints: {every-epochs: 40, start: false}
                """);
        Outcome outcome = Trainings.train(circle, runs);
        assertThat(outcome.manifest().continuity()).isEqualTo("continuous");
        assertThat(outcome.manifest().metrics().get("test/r2")).isGreaterThan(0.99);
    }
}
