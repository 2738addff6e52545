package org.crease.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crease.runlog.Manifest.Status;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.probing.ProbingFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings whose probes fail or fall behind. */
class ProbedTrainingTest {
    private static final String MOODY = "probes=[rank, {moody: {throw-at: 3, takes: 0}}]";

    @TempDir
    private Path folder;

    private final List<String> warnings = new CopyOnWriteArrayList<>();

    private RunDirectory trained(String name, String... overrides) throws Exception {
        return Providing.around(
                folder.resolve("jar"),
                () -> TrainingRun.start(
                                Trainings.config(Trainings.MOONS, overrides),
                                Path.of("."),
                                folder.resolve(name),
                                Trainings.surroundings(new TrainingObserver() {
                                    @Override
                                    public void warned(String message) {
                                        warnings.add(message);
                                    }
                                }))
                        .run()
                        .directory());
    }

    @Test
    void t2_aProbeThatThrowsDoesNotChangeTheTraining() throws Exception {
        RunDirectory alone = trained("alone", "probes=[rank]");
        RunDirectory moody = trained("moody", MOODY);
        assertThat(moody.manifest().status()).isEqualTo(Status.DONE);
        assertThat(Trainings.weights(moody)).isEqualTo(Trainings.weights(alone));
        assertThat(Trainings.findings(moody)).isEqualTo(Trainings.findings(alone));
        assertThat(warnings).containsExactly("probe moody failed at step 10: in no mood");
    }

    @Test
    void t2_aProbeThatThrowsFailsTheRunWhenAskedTo() throws Exception {
        assertThatThrownBy(() -> trained("moody", MOODY, "probing.on-error=fail"))
                .isInstanceOf(ProbingFailedException.class)
                .hasMessage("probe moody failed at step 10: in no mood");
        RunDirectory run = RunDirectory.open(folder.resolve("moody/moons"));
        assertThat(run.manifest().status()).isEqualTo(Status.FAILED);
        assertThat(run.manifest().reason()).isEqualTo("probe moody failed at step 10: in no mood");
        assertThat(run.findings().entries()).allMatch(entry -> entry.step() < 10);
    }

    @Test
    void t4_aSlowProbeLosesNothing() throws Exception {
        RunDirectory fast = trained("fast", "probes=[rank]");
        RunDirectory slow =
                trained("slow", "probes=[{moody: {takes: 20}}, rank]", "probing.queue=1", "probing.when-full=block");
        assertThat(Trainings.weights(slow)).isEqualTo(Trainings.weights(fast));
        assertThat(Trainings.findings(slow)).isEqualTo(Trainings.findings(fast));
        assertThat(warnings).isEmpty();
    }

    @Test
    void t4_aSlowProbeLetsStepsGoUnprobedWhenAskedTo() throws Exception {
        RunDirectory fast = trained("fast", "probes=[rank]");
        RunDirectory slow =
                trained("slow", "probes=[{moody: {takes: 100}}, rank]", "probing.queue=1", "probing.when-full=skip");
        assertThat(Trainings.weights(slow)).isEqualTo(Trainings.weights(fast));
        assertThat(warnings)
                .isNotEmpty()
                .allMatch(w -> w.matches("step \\d+ goes unprobed: probes are behind, and probing.when-full is skip"));
        List<String> all = Trainings.findings(fast).lines().toList();
        assertThat(Trainings.findings(slow).lines()).isSubsetOf(all).hasSize(all.size() - 5 * warnings.size());
    }
}
