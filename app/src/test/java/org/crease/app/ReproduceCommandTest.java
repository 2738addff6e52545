package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.crease.app.Commands.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A paper of one panel: of 200 units, more than two are active at every input of a plane, so that the rank is 2. */
class ReproduceCommandTest {
    private static final String SWEEP = """
            name: wide
            repetitions: 3
            subject:
              random-networks: {inputs: 2, layers: [200], points: {box: {count: 20}}, measures: [rank-min]}
            grid: [{key: layers.0, name: n, values: [200, 300]}]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Commands commands;

    @BeforeEach
    void write() throws IOException {
        commands = new Commands(folder);
        Files.createDirectories(folder.resolve("paper/full"));
        commands.write("paper/a-wide.sweep.yaml", SWEEP);
        commands.write("paper/a-wide.expected.yaml", expected("A", 2));
    }

    private static String expected(String panel, int rank) {
        return "panel: " + panel + "\ntitle: Wide layers\nsource: closed form\nfacts:\n"
                + "  - equals: {claim: 'Rank is that of the plane', along: n, through: [200, 300], measure: rank-min,"
                + " values: [" + rank + ", 2], tolerance: 0}\n";
    }

    private Ended reproduce(String... more) {
        Stream<String> words = Stream.of(
                "reproduce",
                folder.resolve("paper").toString(),
                "--out",
                folder.resolve("out").toString());
        return commands.run(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void everyFactIsSaidToBeReproducedWithItsNumbers() throws IOException {
        Ended ended = reproduce("--threads", "1");
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("A  Wide layers")
                .contains("Rank is that of the plane")
                .containsPattern("  reproduced +n = 200 +2 ± 0 +2 \\(sd 0\\)")
                .contains("2 of 2 facts reproduced");
        assertThat(folder.resolve("out/paper/a-wide/table.csv")).exists();
        assertThat(Files.readString(folder.resolve("out/paper.md")))
                .contains("## A  Wide layers")
                .contains("| reproduced | Rank is that of the plane | n = 300 | 2 ± 0 | 2 (sd 0) |");
    }

    @Test
    void aFactThatDiffersIsSaidSoAndFails() throws IOException {
        commands.write("paper/a-wide.expected.yaml", expected("A", 1));
        Ended ended = reproduce();
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out())
                .containsPattern("differs +n = 200 +1 ± 0 +2 ")
                .contains("1 of 2 facts reproduced; those that differ: 1 in panel A");
        assertThat(Files.readString(folder.resolve("out/paper.md"))).contains("| **differs** |");
    }

    @Test
    void theSameAgainIsFoundThere() {
        reproduce();
        Ended again = reproduce();
        assertThat(again.err()).contains("6 of 6 are there already");
        assertThat(again.status()).isZero();
    }

    @Test
    void theResultIsAlsoJson() {
        JsonNode document =
                JsonMapper.builder().build().readTree(reproduce("--json").out());
        assertThat(document.path("reproduced").asInt()).isEqualTo(2);
        assertThat(document.path("differing").asInt()).isZero();
        JsonNode fact = document.path("panels").path(0).path("facts").path(0);
        assertThat(fact.path("claim").asString()).isEqualTo("Rank is that of the plane");
        assertThat(fact.path("reproduced").asBoolean()).isTrue();
    }

    @Test
    void aLongFormIsNamedAndRunWhereAskedFor() throws IOException {
        commands.write("paper/full/a-wide.sweep.yaml", SWEEP.replace("repetitions: 3", "repetitions: 4"));
        commands.write("paper/full/a-wide.expected.yaml", expected("A", 2));
        assertThat(reproduce().err()).contains("not run, since they take hours: full/a-wide (--full)");
        Ended full = reproduce("--full");
        assertThat(full.err()).contains("4 times each").doesNotContain("3 times each");
        assertThat(folder.resolve("out/paper/full/a-wide/table.csv")).exists();
        assertThat(folder.resolve("out/paper/a-wide/table.csv")).exists();
    }

    @Test
    void aPanelThatIsNotThereIsRefusedWithThoseThatAre() {
        Ended ended = reproduce("--panel", "Z");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("--panel is 'Z'; there are A");
        assertThat(reproduce("--panel", "a").status()).isZero();
    }

    @Test
    void aPaperThatIsNotThereIsRefused() {
        Ended ended = commands.run("reproduce", "nothing");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("there is no paper 'nothing'");
    }
}
