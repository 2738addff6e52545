package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crease.app.Commands.Ended;
import org.crease.runlog.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Commands commands;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path run;

    @BeforeEach
    void train() throws IOException {
        commands = new Commands(folder);
        assertThat(commands.train().status()).isZero();
        run = commands.runs().resolve("moons").toRealPath();
    }

    private Ended replay(String... more) {
        return commands.run(Stream.concat(Stream.of("replay", run.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static void isOneLine(Ended ended, int status, String words) {
        assertThat(ended.err()).startsWith("crease: ").contains(words).hasLineCount(1);
        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void x2_aReplayFindsWhatWasFoundLive() {
        Ended one = replay();
        Ended two = replay("--name", "mine");
        Ended three = replay();

        assertThat(one.status()).isZero();
        assertThat(one.out()).contains("in theory", "components", "\n  21  dense-1");
        assertThat(one.err()).endsWith("\n20 findings on 4 checkpoints, in " + run.resolve("replays/replay-1") + "\n");
        assertThat(two.err()).endsWith("in " + run.resolve("replays/mine") + "\n");
        assertThat(three.err()).endsWith("in " + run.resolve("replays/replay-2") + "\n");
        try (RunDirectory directory = RunDirectory.open(run)) {
            assertThat(directory.replays()).containsExactly("mine", "replay-1", "replay-2");
            assertThat(directory.replay("replay-1").entries())
                    .containsExactlyElementsOf(directory.findings().entries());
        }
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        assertThat(replay("--name", "mine").status()).isZero();
        isOneLine(replay("--name", "mine"), 2, "has a replay called mine already; choose another --name");
        isOneLine(replay("--name", "../mine"), 2, "replay name");
    }

    @Test
    void otherProbesComeFromAFile() throws IOException {
        Path probes = commands.write("probes.yaml", "- rank\n- topology: {dimension: 0, cloud: {layers: [output]}}\n");
        Ended ended = replay("--probes", probes.toString(), "--json");

        assertThat(ended.status()).isZero();
        JsonNode result = JsonMapper.shared().readTree(ended.out());
        assertThat(result.path("replay").asString()).isEqualTo("replay-1");
        assertThat(result.path("checkpoints").asInt()).isEqualTo(4);
        assertThat(result.path("findings").asInt()).isEqualTo(4 * (2 + 1));
        assertThat(result.path("failures")).isEmpty();

        Path wrong = commands.write("wrong.yaml", "- rnk\n");
        isOneLine(replay("--probes", wrong.toString()), 2, "did you mean");
        isOneLine(replay("--probes", folder.resolve("none.yaml").toString()), 2, "no such file");
        isOneLine(replay("--probes", wrong.toString(), "--verify"), 2, "leave --probes and --name out");
    }

    @Test
    void aRunWithoutProbesIsToldToSayWhich() throws IOException {
        assertThat(commands.train("--set", "probes=[]", "--name", "none", "--set", "training.epochs=1")
                        .status())
                .isZero();
        isOneLine(
                commands.run("replay", commands.runs().resolve("none").toString()),
                2,
                "was trained without probes; say which with --probes FILE");
    }

    @Test
    void aProbeThatFailsIsAFailureAndTheOthersAreKept() throws IOException {
        Path probes = commands.write("probes.yaml", "- rank\n- topology: {cloud: {subsample: {random: {size: 25}}}}\n");
        Ended ended = replay("--probes", probes.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).containsPattern("(?m)^failed: step 0, probe topology: .*25.*$");
        assertThat(ended.out()).contains("rank");
    }

    @ParameterizedTest
    @CsvSource({"7..14, 2", "7.., 3", "..7, 2", "14, 1", "0..20, 3"})
    void stepsAreChosen(String steps, int checkpoints) {
        Ended ended = replay("--steps", steps, "--json");
        assertThat(ended.status()).isZero();
        assertThat(JsonMapper.shared().readTree(ended.out()).path("checkpoints").asInt())
                .isEqualTo(checkpoints);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "9..2", "-3", "1..2..3"})
    void stepsThatAreNoneAreRefused(String steps) {
        isOneLine(replay("--steps=" + steps), 2, "--steps");
    }

    @Test
    void stepsWithoutACheckpointAreRefused() {
        isOneLine(replay("--steps", "1..6"), 2, "has no checkpoint at the steps asked for, 1..6");
        isOneLine(replay("--steps", "100..", "--verify"), 2, "has no checkpoint at the steps asked for, 100..");
    }

    @Test
    void x2_verificationAgreesBitForBit() {
        Ended ended = replay("--verify");
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).isEqualTo("all 20 findings agree, bit for bit, on 4 checkpoints\n");

        Ended some = replay("--verify", "--steps", "7..14", "--json");
        JsonNode result = JsonMapper.shared().readTree(some.out());
        assertThat(result.path("agree").asBoolean()).isTrue();
        assertThat(result.path("findings").asInt()).isEqualTo(10);
        assertThat(run.resolve("replays")).doesNotExist();
    }

    @Test
    void x3_aChangedSettingShowsInTheNumbers() throws IOException {
        Path config = run.resolve("config.yaml");
        String changed = Files.readString(config).replace("count-above: 0.1", "count-above: 0.0");
        Files.writeString(config, changed);

        Ended ended = replay("--verify");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .containsPattern(
                        "(?m)^differs: step 0, layer input, probe topology: h0_count was [0-9.]+ live, is 24.0$");
        assertThat(ended.out()).matches("[0-9]+ findings agree, [0-9]+ do not, 0 could not be compared\n");
    }

    @Test
    void x3_aChangedNumberIsFoundInItsLine() throws IOException {
        Path log = run.resolve("findings.jsonl");
        List<String> lines = Files.readAllLines(log);
        lines.set(0, lines.get(0).replaceFirst("\"rank_mean\":[0-9.]+", "\"rank_mean\":77.5"));
        Files.write(log, lines);

        isOneLine(replay("--verify"), 1, log + ", line 1: checksum is ");
    }

    @Test
    void x3_aChangedByteInAnArrayFileIsNamed() throws IOException {
        Path file;
        try (Stream<Path> files = Files.walk(run.resolve("findings"))) {
            file = files.filter(f -> f.toString().endsWith(".npz"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);

        Ended ended = replay("--verify");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains(String.valueOf(file.getFileName()));
        assertThat(ended.err() + ended.out()).doesNotContain("\tat ");
    }

    @Test
    void x3_aFindingOfACheckpointThatIsGoneIsMissed() throws IOException {
        Path index = run.resolve("checkpoints").resolve("index.jsonl");
        List<String> lines = Files.readAllLines(index);
        Files.write(index, lines.subList(0, 3));

        Ended ended = replay("--verify", "--json");
        assertThat(ended.status()).isEqualTo(1);
        JsonNode result = JsonMapper.shared().readTree(ended.out());
        assertThat(result.path("agree").asBoolean()).isFalse();
        assertThat(result.path("missing").asInt()).isEqualTo(5);
        assertThat(replay("--verify").err())
                .contains("missing: 5 findings were recorded live at checkpoints that are no longer there");
    }

    @Test
    void whatIsNoRunIsRefused() {
        isOneLine(commands.run("replay", folder.toString()), 2, "it has no manifest.json");
        isOneLine(commands.run("replay"), 2, "RUN");
    }
}
