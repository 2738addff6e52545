package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crease.app.Commands.Ended;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.RunLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Commands commands;

    @BeforeEach
    void inItsFolder() {
        commands = new Commands(folder);
    }

    private static void isOneLine(Ended ended, int status, String words) {
        assertThat(ended.err()).startsWith("crease: ").contains(words).hasLineCount(1);
        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void resultsGoOutAndProgressAndScoresBeside() throws IOException {
        Ended ended = commands.train();

        assertThat(ended.status()).isZero();
        assertThat(ended.out().lines().toList())
                .startsWith("", "step  layer      rank  active  regions  components  loops  longest loop")
                .endsWith("", "in theory: 2 components, 0 loops (each class: 1 component, 0 loops)");
        assertThat(ended.out())
                .containsPattern(
                        "\n      in theory +2 +0 *\n      input +- +- +- +[0-9]+ +[0-9]+ +[0-9.]+\n   0  dense-1 ")
                .containsPattern("\n  21  dense-1 .*\n      output ");
        assertThat(ended.err().lines().toList())
                .startsWith(
                        "two-moons: 200 to train on, 50 to test on, 2 classes (discontinuous)",
                        "Betti numbers are those of the shape without noise",
                        "42 parameters, 21 steps of 32")
                .endsWith("", "done at step 21, in " + real("moons"));
        assertThat(ended.err())
                .containsPattern(
                        "(?m)^step  7  epoch   1.00  loss    0.[0-9]{4} \\|    0.[0-9]{4}  accuracy [01].[0-9]{3,4} \\| .*$")
                .containsPattern("(?m)^step +[0-9]+/21 .*test accuracy");
    }

    private Path real(String name) throws IOException {
        return commands.runs().resolve(name).toRealPath();
    }

    @Test
    void theLastProgressSaysWhatTheLastScoreSays() throws IOException {
        List<String> lines = commands.train("--set", "probes=[]").err().lines().toList();
        String score = lines.stream()
                .filter(line -> line.startsWith("step 21 "))
                .findFirst()
                .orElseThrow();
        String progress = lines.stream()
                .filter(line -> line.startsWith("step 21/21"))
                .findFirst()
                .orElseThrow();
        String loss = score.replaceAll(".*loss +([^ ]+) .*", "$1");
        String accuracy = score.replaceAll(".*\\| +", "");

        assertThat(progress).startsWith("step 21/21  loss " + loss + "  in 0:0").contains("test accuracy " + accuracy);
    }

    @Test
    void theSummaryIsJson() throws IOException {
        Ended ended = commands.train("--json", "--name", "other");
        JsonNode summary = JsonMapper.shared().readTree(ended.out());

        assertThat(ended.status()).isZero();
        assertThat(summary.path("run").asString()).isEqualTo(real("other").toString());
        assertThat(summary.path("status").asString()).isEqualTo("done");
        assertThat(summary.path("step").asInt()).isEqualTo(21);
        assertThat(summary.path("checkpoints").asInt()).isEqualTo(4);
        assertThat(summary.path("findings").asInt()).isEqualTo(4 * (2 + 3));
        assertThat(summary.path("metrics").path("test/accuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(summary.path("parameters_sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(summary.path("theory").path("betti_z2").toString()).isEqualTo("[2,0]");
        assertThat(summary.path("theory").path("classes_betti_z2").toString()).isEqualTo("[[1,0],[1,0]]");
    }

    @Test
    void settingsAndNamesComeFromTheCommandLine() throws IOException {
        assertThat(commands.train("--set", "training.epochs=1", "--set", "seed=9", "--name", "mine")
                        .status())
                .isZero();
        try (RunDirectory run = RunDirectory.open(commands.runs().resolve("mine"))) {
            assertThat(run.manifest().step()).isEqualTo(7);
            assertThat(run.manifest().seed()).isEqualTo(9);
        }
        isOneLine(commands.train("--set", "training.epoch=1"), 2, "epochs");
        isOneLine(commands.train("--set", "nonsense"), 2, "nonsense");
        isOneLine(commands.train("--name", "../out"), 2, "name");
        assertThat(commands.runs().toFile().list()).containsExactly("mine");
    }

    @Test
    void withoutRunsTheConfigurationSaysWhere() throws IOException {
        Path into = folder.resolve("elsewhere");
        Path config = commands.write("here.yaml", Commands.MOONS + "runs: '" + into + "'\n");
        assertThat(commands.run("train", config.toString(), "--set", "training.epochs=1")
                        .status())
                .isZero();
        assertThat(into.resolve("moons").resolve("manifest.json")).exists();
    }

    @Test
    void wordsThatContradictAreTheUsersMistake() throws IOException {
        isOneLine(commands.run("train"), 2, "no CONFIG is given, and no --resume RUN");
        isOneLine(commands.train("--resume", "x"), 2, "leave CONFIG, --runs, --name and --set out");
        isOneLine(commands.run("train", "--resume", "x", "--set", "a=1"), 2, "leave CONFIG");
        isOneLine(commands.run("train", folder.resolve("none.yaml").toString()), 2, "there is no such file");
        assertThat(folder.toFile().list()).containsExactly("moons.yaml");
    }

    @Test
    void whatCannotBeResumedIsSaidSo() throws IOException {
        assertThat(commands.train("--set", "training.epochs=1").status()).isZero();
        Path run = commands.runs().resolve("moons");

        isOneLine(
                commands.run("train", "--resume", run.toString()),
                2,
                "this run is complete; nothing is left to resume");
        isOneLine(commands.run("train", "--resume", folder.toString()), 2, "it has no manifest.json");
        isOneLine(commands.run("train", "--resume", folder.resolve("x").toString()), 2, "there is nothing there");
        isOneLine(
                commands.run("train", "--resume", folder.resolve("moons.yaml").toString()), 2, "it is not a directory");
    }

    @Test
    void aStoppedRunIsResumed() throws IOException {
        Ended alone = commands.train("--json", "--name", "alone");
        assertThat(commands.train("--name", "left").status()).isZero();
        Path run = commands.runs().resolve("left");
        stopAt(run, 7);

        Ended resumed = commands.run("train", "--resume", run.toString(), "--json");

        assertThat(resumed.status()).isZero();
        assertThat(resumed.err()).contains("42 parameters, 21 steps of 32, going on from step 7");
        assertThat(weights(resumed)).isEqualTo(weights(alone));
    }

    private static String weights(Ended ended) {
        return JsonMapper.shared()
                .readTree(ended.out())
                .path("parameters_sha256")
                .asString();
    }

    /** Takes a run back to a step, as if it had been stopped there. */
    private static void stopAt(Path path, long step) {
        try (RunDirectory run = RunDirectory.open(path);
                RunLock lock = run.lock()) {
            run.rewindTo(step);
            Manifest m = run.manifest();
            run.write(new Manifest(
                    m.format(),
                    m.name(),
                    Manifest.Status.STOPPED,
                    m.seed(),
                    m.continuity(),
                    m.versions(),
                    m.device(),
                    m.data(),
                    m.created(),
                    m.updated(),
                    null,
                    step,
                    m.layers(),
                    m.metrics()));
        }
    }

    @Test
    void f7_aRunThatAnotherTrainsIsLeftAlone() throws IOException {
        assertThat(commands.train().status()).isZero();
        Path path = commands.runs().resolve("moons");
        stopAt(path, 7);
        String before = Files.readString(path.resolve("metrics.jsonl"));
        try (RunDirectory run = RunDirectory.open(path);
                RunLock lock = run.lock()) {
            isOneLine(commands.run("train", "--resume", path.toString()), 1, "this process");
        }
        assertThat(Files.readString(path.resolve("metrics.jsonl"))).isEqualTo(before);
    }

    @Test
    void t1_aLossThatIsNoNumberEndsTheRunWithItsStep() throws IOException {
        Ended ended = commands.train("--set", "training.optimizer={sgd: {learning-rate: 1e30}}");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines().toList())
                .last()
                .asString()
                .matches("crease: .* at step [0-9]+.*; try a smaller learning rate, or clipping");
        try (RunDirectory run = RunDirectory.open(commands.runs().resolve("moons"))) {
            assertThat(run.manifest().status()).isEqualTo(Manifest.Status.FAILED);
            assertThat(run.checkpoints().entries()).isNotEmpty();
        }
    }

    @Test
    void t2_aProbeThatFailsIsToldAndTheRunGoesOn() throws IOException {
        Ended ended = commands.train("--set", "probes=[rank, {topology: {cloud: {subsample: {random: {size: 25}}}}}]");

        assertThat(ended.status()).isZero();
        assertThat(ended.err()).containsPattern("(?m)^warning: probe topology failed at step 0: .*25.*24.*$");
        assertThat(ended.out()).contains("rank").doesNotContain("components  loops");
    }

    @Test
    void t2_aProbeThatFailsEndsTheRunWhereThatIsAskedFor() throws IOException {
        Ended ended = commands.train(
                "--set", "probing.on-error=fail",
                "--set", "probes=[{topology: {cloud: {subsample: {random: {size: 25}}}}}]");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err().lines().toList())
                .last()
                .asString()
                .startsWith("crease: ")
                .contains("topology");
    }

    @Test
    void t7_aDeviceThatIsNotThereIsRefused() throws IOException {
        isOneLine(commands.train("--set", "device=cuda"), 2, "device: cuda cannot be had: ");
        assertThat(commands.runs()).doesNotExist();
    }

    @Test
    void t6_moreStepsThanCanBeCountedAreRefused() throws IOException {
        isOneLine(
                commands.train("--set", "training.epochs=306783379"),
                2,
                "training.epochs: 306783379 epochs of 7 steps are 2147483653 steps, but at most 2147483647 can be counted");
        isOneLine(commands.train("--set", "training={steps: 2147483648}"), 2, "training.steps");
        assertThat(commands.runs()).doesNotExist();
    }

    @Test
    void layersThatDoNotFitAreRefused() throws IOException {
        Ended ended = commands.train("--set", "network.layers=[{convolution: {filters: 4, kernel: 3}}]");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("crease: ").hasLineCount(1);
        assertThat(commands.runs()).doesNotExist();
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws IOException {
        assertThat(commands.train("--set", "training.epochs=1").status()).isZero();
        assertThat(commands.train("--set", "training.epochs=1").err())
                .contains("done at step 7, in " + real("moons-2"));
    }
}
