package org.crease.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.crease.probes.Array;
import org.crease.runlog.RecordedProbeSet;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.experiment.Experiment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe set that a run keeps, against the task that it was drawn from. */
class KeptProbeSetTest {
    private static final String SHORT = """
            network: {layers: [{dense: {units: 4}}]}
            training: {batch-size: 16, steps: 2}
            probe-set: {size: 40}
            probes: []
            """;

    @TempDir
    private Path runs;

    private RunDirectory trained(String task) throws InterruptedException {
        return Trainings.train(Trainings.config("name: kept\ntask: {" + task + "}\n" + SHORT), runs)
                .directory();
    }

    private static RecordedProbeSet kept(RunDirectory run) {
        return run.probeSet().orElseThrow();
    }

    private static Experiment experiment(RunDirectory run) {
        return Experiment.recorded(run, DatasetLibrary.standard(), Progress.SILENT);
    }

    private static Array present(@Nullable Array array) {
        return Objects.requireNonNull(array);
    }

    @Test
    void ofClassesItHasInputsAndClasses() throws Exception {
        RunDirectory run = trained("data: {toy: {shape: two-moons, points: 300}}");
        RecordedProbeSet kept = kept(run);
        Experiment experiment = experiment(run);

        assertThat(kept.ids().ints()).isEqualTo(experiment.probeSet().ids());
        assertThat(present(kept.inputs()).shape()).containsExactly(40, 2);
        for (int i = 0; i < 40; i++) {
            assertThat(present(kept.inputs()).floats()[2 * i + 1])
                    .isEqualTo(experiment.probeSet().inputs().getFloat(i, 1));
        }
        assertThat(present(kept.classes()).ints())
                .isEqualTo(experiment.probeSet().labels());
        assertThat(kept.targets()).isNull();
        assertThat(run.manifest().classes())
                .isEqualTo(experiment.task().outputNames())
                .hasSize(2);
    }

    @Test
    void ofLevelsTheClassIsTheLevelThatIsLearnt() throws Exception {
        RunDirectory run = trained(
                "data: {toy: {shape: circle, points: 300}}, " + "target: {discretized: {of: angle, levels: 3}}");
        RecordedProbeSet kept = kept(run);
        Experiment experiment = experiment(run);

        int[] learnt = IntStream.of(kept.ids().ints())
                .map(id -> IntStream.range(0, 3)
                        .filter(level -> experiment.task().test().targets().getFloat(id, level) == 1)
                        .findFirst()
                        .orElseThrow())
                .toArray();
        assertThat(present(kept.classes()).ints()).isEqualTo(learnt).contains(0, 1, 2);
        assertThat(run.manifest().classes())
                .isEqualTo(experiment.task().outputNames())
                .hasSize(3);
    }

    @Test
    void ofARegressionOnPicturesItHasTargetsAndTheDatasClasses() throws Exception {
        RunDirectory run = trained("data: {dataset: {name: fashion-mnist-small}}, "
                + "target: {regression: {of: mean-intensity, standardize: false}}");
        RecordedProbeSet kept = kept(run);

        assertThat(present(kept.inputs()).shape()).containsExactly(40, 1, 28, 28);
        assertThat(present(kept.targets()).shape()).containsExactly(40);
        assertThat(present(kept.classes()).ints())
                .isEqualTo(experiment(run).probeSet().labels());
        assertThat(run.manifest().classes()).hasSize(10).contains("Sandal");
        float[] pixels = present(kept.inputs()).floats();
        for (int i = 0; i < 40; i++) {
            int first = 784 * i;
            double mean = IntStream.range(first, first + 784)
                    .mapToDouble(k -> pixels[k])
                    .average()
                    .orElseThrow();
            assertThat(present(kept.targets()).doubles()[i]).isEqualTo(mean, Offset.offset(1e-6));
        }
    }

    @Test
    void ofARegressionOnTheCircleItHasTwoTargetsAndNoClasses() throws Exception {
        RunDirectory run = trained("data: {toy: {shape: circle, points: 300}}, target: {regression: {of: angle}}");
        assertThat(present(kept(run).targets()).shape()).containsExactly(40, 2);
        assertThat(kept(run).classes()).isNull();
        assertThat(run.manifest().classes()).isEmpty();
    }

    @Test
    void ofAnAutoencoderItHasNoTargets() throws Exception {
        RunDirectory run = trained("data: {toy: {shape: circle, points: 300}}, target: {regression: {of: input}}");
        assertThat(kept(run).targets()).isNull();
    }

    @Test
    void aResumedRunThatHasNoneGetsIt() throws Exception {
        List<TrainingRun> running = new ArrayList<>();
        running.add(TrainingRun.start(
                Trainings.config(Trainings.MOONS), Path.of("."), runs, Trainings.surroundings(new TrainingObserver() {
                    @Override
                    public void stepped(long step, double loss) {
                        if (step == 3) {
                            running.get(0).requestStop();
                        }
                    }
                })));
        Path run = running.get(0).run().directory().path();
        byte[] bytes = Files.readAllBytes(run.resolve("probe-set.npz"));
        Files.delete(run.resolve("probe-set.npz"));
        TrainingRun.resume(RunDirectory.open(run), Trainings.surroundings()).run();
        assertThat(Files.readAllBytes(run.resolve("probe-set.npz"))).isEqualTo(bytes);
    }

    @Test
    void inputsThatTakeTooMuchAreLeftOutAndAWordIsSaid() throws Exception {
        RunDirectory run = trained("data: {toy: {shape: two-moons, points: 300}}");
        RecordedProbeSet whole = kept(run);
        List<String> warnings = new ArrayList<>();
        TrainingObserver observer = new TrainingObserver() {
            @Override
            public void warned(String message) {
                warnings.add(message);
            }
        };
        new KeptProbeSet(experiment(run), 40 * (4 + 8 + 4)).write(run, observer);
        assertThat(kept(run)).isEqualTo(whole);
        assertThat(warnings).isEmpty();

        new KeptProbeSet(experiment(run), 40 * (4 + 8 + 4) - 1).write(run, observer);
        assertThat(kept(run)).isEqualTo(whole.withoutInputs());
        assertThat(warnings)
                .containsExactly("the probe set takes 640 bytes, more than 639: its inputs are not kept in the run");
    }
}
