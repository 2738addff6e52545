package org.crease.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.crease.runlog.Manifest.Status;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.Config;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.device.Card;
import org.crease.trainer.device.DeviceChoice;
import org.crease.trainer.experiment.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that believes it is on a card, and is told by ND4J that the card's memory is used up. */
class CardFailureInTrainingTest {
    private static final Card A100 = new Card(0, "A100", 8, 0, 40L << 30, "12.2");
    private static final String MEMORY = "[DEVICE] allocation failed; Error code: [2]";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path runs;

    private static final Config MOONS = Trainings.config(Trainings.MOONS, "training.epochs=1", "probes=[]");

    private Session session(int failAt, RunFiles[] made) {
        Experiment e = Experiment.of(MOONS, Path.of("."), DatasetLibrary.standard(), Progress.SILENT);
        DeviceChoice card = new DeviceChoice(A100, "it runs Deeplearning4j's CUDA backend", true);
        Experiment onCard = new Experiment(e.config(), e.task(), e.streams(), e.probeSet(), e.probes(), card);
        Learner learner = new Learner(onCard.network());
        made[0] = RunFiles.create(onCard, runs, learner.graph(), InstantSource.system());
        return new Session(onCard, learner, made[0], Trainings.surroundings(new TrainingObserver() {
            @Override
            public void stepped(long step, double loss) {
                if (step == failAt) {
                    throw new IllegalStateException("op failed", new RuntimeException(MEMORY));
                }
            }
        }));
    }

    @Test
    void t7_usedUpMemoryLosesNothingAndTheRunGoesOnOnTheCpu() throws Exception {
        RunDirectory whole = Trainings.train(MOONS, runs.resolve("whole")).directory();
        RunFiles[] made = new RunFiles[1];
        Session session = session(8, made);
        Path left = made[0].directory().path();
        String resume = "crease train --resume " + left;
        assertThatThrownBy(() -> session.train(false))
                .isInstanceOf(TrainingException.class)
                .hasMessage("after step 8: A100 (compute capability 8.0) has too little free memory: " + MEMORY
                        + ". The checkpoint of step 5 is kept. Go on with: " + resume
                        + " (where memory is short, end first what else uses the card); or on the CPU with:"
                        + " CUDA_VISIBLE_DEVICES= " + resume);
        made[0].directory().close();
        RunDirectory failed = RunDirectory.open(left);
        assertThat(failed.manifest().status()).isEqualTo(Status.FAILED);
        assertThat(failed.manifest().reason()).contains("too little free memory");
        assertThat(failed.manifest().device()).isEqualTo("cuda: A100 (compute capability 8.0)");

        List<String> warnings = new ArrayList<>();
        List<DeviceChoice> said = new ArrayList<>();
        RunDirectory resumed = TrainingRun.resume(failed, Trainings.surroundings(new TrainingObserver() {
                    @Override
                    public void warned(String message) {
                        warnings.add(message);
                    }

                    @Override
                    public void computes(DeviceChoice device) {
                        said.add(device);
                    }
                }))
                .run()
                .directory();
        assertThat(Trainings.weights(resumed)).isEqualTo(Trainings.weights(whole));
        assertThat(resumed.manifest().device()).isEqualTo("cuda: A100 (compute capability 8.0); from step 5 cpu");
        assertThat(said)
                .singleElement()
                .satisfies(choice -> assertThat(choice.card()).isNull());
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("the run was on cuda: A100 (compute capability 8.0), this is computing on the CPU: ")
                .endsWith("; numbers differ in their last bits");
        assertThat(Files.readString(left.resolve("log.txt")))
                .containsOnlyOnce("computing on A100 (compute capability 8.0): it runs")
                .containsOnlyOnce("Z  computing on the CPU: "); // why depends on what this process took before
    }

    @Test
    void t7_cudaIsRefusedBeforeAnythingIsMade() {
        Config cuda = Trainings.config(Trainings.MOONS, "device=cuda");
        assertThatThrownBy(() -> Trainings.train(cuda, runs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("device: cuda cannot be had: ");
        assertThat(runs).isEmptyDirectory();
    }
}
