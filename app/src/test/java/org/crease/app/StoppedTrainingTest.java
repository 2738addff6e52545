package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code crease train} in a process of its own, among signals and closed pipes. */
class StoppedTrainingTest {
    private static final long LONGEST_SECONDS = 60;
    private static final String EPOCHS = "training.epochs=60";
    private static final String CHECKPOINTS = "checkpoints.every-epochs=20";
    private static final Pattern THIRD_EPOCH = Pattern.compile("step +21  epoch +3.00 .*");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Commands commands;

    @BeforeEach
    void inItsFolder() {
        commands = new Commands(folder);
    }

    private String config() throws IOException {
        return commands.write("moons.yaml", Commands.MOONS).toString();
    }

    private Process train(String... more) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("train", config(), "--runs", commands.runs().toString()));
        words.addAll(List.of(more));
        return CreaseProcess.of(List.of(), words).start();
    }

    private RunDirectory run(String name) {
        return RunDirectory.open(commands.runs().resolve(name));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void t5_askedToEndItTakesACheckpointAndSaysHowToGoOn(String signal, int status) throws Exception {
        assertThat(commands.train("--set", EPOCHS, "--set", CHECKPOINTS, "--name", "alone")
                        .status())
                .isZero();
        Process process = train("--set", EPOCHS, "--set", CHECKPOINTS);
        String words;
        try (BufferedReader err = process.errorReader()) {
            skipTo(err, THIRD_EPOCH);
            assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            words = err.lines().collect(Collectors.joining("\n"));
        }
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(status);

        long step;
        try (RunDirectory left = run("moons")) {
            step = left.manifest().step();
            assertThat(left.manifest().status()).isEqualTo(Manifest.Status.STOPPED);
            assertThat(last(left).step()).isEqualTo(step).isBetween(21L, 419L);
            assertThat(words)
                    .endsWith("stopped at step " + String.format("%,d", step) + "; go on with: crease train --resume "
                            + left.path());
        }
        assertThat(commands.run(
                                "train",
                                "--resume",
                                commands.runs().resolve("moons").toString())
                        .status())
                .isZero();
        try (RunDirectory resumed = run("moons");
                RunDirectory alone = run("alone")) {
            assertThat(last(resumed).parametersSha256()).isEqualTo(last(alone).parametersSha256());
            assertThat(resumed.findings().entries().stream().filter(f -> f.step() != step))
                    .containsExactlyElementsOf(alone.findings().entries().stream()
                            .filter(f -> f.step() != step)
                            .toList());
        }
    }

    private static void skipTo(BufferedReader lines, Pattern wanted) throws IOException {
        String line = lines.readLine();
        while (line != null && !wanted.matcher(line).matches()) {
            line = lines.readLine();
        }
        assertThat(line).as("a line like %s", wanted).isNotNull();
    }

    private static CheckpointEntry last(RunDirectory run) {
        List<CheckpointEntry> entries = run.checkpoints().entries();
        return entries.get(entries.size() - 1);
    }

    @Test
    void l2_aReaderThatGoesAwayDoesNotEndTheTraining() throws Exception {
        Process process = train();
        process.getInputStream().close();
        process.getErrorStream().close();
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        try (RunDirectory done = run("moons")) {
            assertThat(done.manifest().status()).isEqualTo(Manifest.Status.DONE);
        }
    }

    /** Not even root can write below /proc. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void l3_withoutATemporaryFolderItTrains() throws Exception {
        Process process = CreaseProcess.of(
                        List.of("-Djava.io.tmpdir=/proc/none"),
                        List.of("train", config(), "--runs", commands.runs().toString()))
                .redirectErrorStream(true)
                .start();
        String words = process.inputReader().lines().collect(Collectors.joining("\n"));
        assertThat(process.waitFor()).as(words).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void l3_withoutAFolderForNativeLibrariesItFailsInOneLine() throws Exception {
        Process process = CreaseProcess.of(
                        List.of("-Djava.io.tmpdir=/proc/none", "-Duser.home=/proc/none"),
                        List.of("train", config(), "--runs", commands.runs().toString()))
                .start();
        assertThat(process.inputReader().lines()).isEmpty();
        assertThat(process.errorReader().lines().filter(line -> line.startsWith("crease: ")))
                .singleElement()
                .asString()
                .contains("a native library cannot be loaded: ", "org.bytedeco.javacpp.cachedir");
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(commands.runs()).doesNotExist();
    }

    @Test
    void l3_whatOthersMayNotReadTheyCannot() throws Exception {
        ProcessBuilder trained = CreaseProcess.of(
                List.of(), List.of("train", config(), "--runs", commands.runs().toString()));
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 077; exec \"$@\"", "sh"));
        command.addAll(trained.command());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = process.inputReader().lines().collect(Collectors.joining("\n"));
        assertThat(process.waitFor()).as(words).isZero();

        try (Stream<Path> files = Files.walk(commands.runs().resolve("moons"))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }
}
