package org.crease.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.crease.runlog.Manifest.Status;
import org.crease.runlog.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training whose process is killed again and again ends as one that was left alone. */
class KilledTrainingTest {
    private static final int KILLS = 20;
    private static final int LONGEST_LIFE_MS = 150;
    private static final long LONGEST_MS = 60_000;

    @TempDir
    private Path folder;

    @Test
    void t5_killedAnywhereAndResumedEndsTheSame() throws Exception {
        RunDirectory expected = Trainings.train(Trainings.config(Trainings.MOONS), folder.resolve("alone"))
                .directory();

        long seed = System.nanoTime();
        Path runs = folder.resolve("killed");
        killAgainAndAgain(runs, new Random(seed));
        Process last = child(runs);
        last.inputReader().lines().forEach(line -> {});
        assertThat(last.waitFor(LONGEST_MS, TimeUnit.MILLISECONDS)).isTrue();
        assertThat(last.exitValue()).as(Files.readString(errors(runs))).isZero();

        RunDirectory actual = RunDirectory.open(runs.resolve("moons"));
        assertThat(actual.manifest().status()).isEqualTo(Status.DONE);
        assertThat(Trainings.weights(actual)).as("seed %d", seed).isEqualTo(Trainings.weights(expected));
        assertThat(Trainings.metrics(actual)).as("seed %d", seed).isEqualTo(Trainings.metrics(expected));
        assertThat(Trainings.findings(actual)).as("seed %d", seed).isEqualTo(Trainings.findings(expected));
        assertThat(runs.toFile().list()).as("one run only").containsExactly("moons");
    }

    /** Each child is killed a random while after it has begun to write. */
    private void killAgainAndAgain(Path runs, Random random) throws IOException, InterruptedException {
        Files.createDirectories(runs);
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = child(runs);
            try (BufferedReader output = child.inputReader()) {
                assertThat(output.readLine()).as(Files.readString(errors(runs))).isEqualTo("started");
                Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
                assertThat(child.isAlive())
                        .as("the child was to be killed before its end")
                        .isTrue();
                child.destroyForcibly().waitFor();
            }
        }
    }

    private static Process child(Path runs) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Djdk.serialFilter=!*"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(TrainingChild.class.getName(), runs.toString()));
        return new ProcessBuilder(command).redirectError(errors(runs).toFile()).start();
    }

    private static Path errors(Path runs) {
        return runs.resolveSibling("errors.txt");
    }
}
