package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.crease.app.Commands.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepCommandTest {
    /** Two inputs, evenly in a box around zero, and units without biases: there is always one with an active unit. */
    private static final String SWEEP = """
            name: small
            repetitions: 3
            subject:
              random-networks:
                inputs: 2
                biases: {uniform: {low: 4, high: 5}}
                weights: {uniform: {low: -0.1, high: 0.1}}
                layers: [1]
                points: {box: {count: 5, low: -1, high: 1}}
                measures: [rank-min, active-mean]
            grid:
              - {key: layers.0, name: n, values: [1, 2, 4]}
            figures:
              - {name: width, x: n, measures: [rank-min]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Commands commands;

    private String config = "";
    private String out = "";

    @BeforeEach
    void inItsFolder() throws Exception {
        commands = new Commands(folder);
        config = commands.write("small.sweep.yaml", SWEEP).toString();
        out = folder.resolve("out").toString();
    }

    @Test
    void theTableGoesOutAndFilesAndFiguresAreWritten() {
        Ended ended = commands.run("sweep", config, "--out", out, "--threads", "2");
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out().lines().toList())
                .startsWith("n  measure      n   mean  95 % of the mean  deviation  median     5 % to 95 %")
                .contains("1  rank-min     3  1.000    1.000 to 1.000     0.0000   1.000  1.000 to 1.000")
                .contains("4  active-mean  3  4.000    4.000 to 4.000     0.0000   4.000  4.000 to 4.000");
        assertThat(ended.err().lines().toList())
                .startsWith("small: 3 cells, 3 times each")
                .endsWith("", "done: table and a figure in " + out);
        assertThat(folder.resolve("out").toFile().list())
                .containsExactlyInAnyOrder(
                        "lock",
                        "results.jsonl",
                        "sweep.json",
                        "table.csv",
                        "table.json",
                        "table.npz",
                        "width.svg",
                        "width.png");
        Ended again = commands.run("sweep", config, "--out", out);
        assertThat(again.out()).isEqualTo(ended.out());
        assertThat(again.err()).startsWith("small: 3 cells, 3 times each; 9 of 9 are there already\n");
    }

    @Test
    void jsonHasTheSameNumbers() {
        Ended ended = commands.run("sweep", config, "--out", out, "--json");
        JsonNode document = JsonMapper.builder().build().readTree(ended.out());
        assertThat(document.get("directory").stringValue()).isEqualTo(out);
        assertThat(document.get("keys").get(0).stringValue()).isEqualTo("n");
        JsonNode row = document.get("rows").get(2);
        assertThat(row.get("cell").get("n").stringValue()).isEqualTo("2");
        assertThat(row.get("measure").stringValue()).isEqualTo("rank-min");
        assertThat(row.get("mean").doubleValue()).isEqualTo(2);
    }

    @Test
    void whatIsWrongIsOneLine() {
        commands.run("sweep", config, "--out", out);
        isWrong(
                commands.run("sweep", config, "--out", out, "--set", "seed=2"),
                out + " holds another sweep, small with other settings");
        isWrong(commands.run("sweep", config, "--threads", "0"), "--threads: must be at least 1, not 0");
        isWrong(
                commands.run("sweep", config, "--set", "grid.0.values=[1, x]"),
                "--set grid.0.values=[1, x]: subject.random-networks.layers.0 must be a whole number, not x");
        isWrong(commands.run("sweep", folder + "/none.yaml"), "none.yaml: there is no such file");
    }

    private static void isWrong(Ended ended, String words) {
        assertThat(ended.err()).startsWith("crease: ").contains(words).hasLineCount(1);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void interruptedItEndsAndSaysHowToGoOn() throws Exception {
        String more = "repetitions=30000";
        Process process = CreaseProcess.of(
                        List.of(), List.of("sweep", config, "--out", out, "--threads", "1", "--set", more))
                .start();
        String words;
        try (BufferedReader err = process.errorReader()) {
            assertThat(err.readLine()).isEqualTo("small: 3 cells, 30,000 times each");
            assertThat(err.readLine()).startsWith("repetition ");
            assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            words = err.lines().collect(Collectors.joining("\n"));
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(words)
                .containsPattern("stopped after [0-9,]+ of 90,000 repetitions; go on with: crease sweep .* --out .*");
        assertThat(folder.resolve("out/table.csv")).doesNotExist();
        assertThat(Files.size(folder.resolve("out/sweep.json"))).isPositive();
    }
}
