package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.crease.app.Commands.Ended;
import org.crease.probes.Array;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.npy.Npz;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProbeCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Commands commands;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path probes;

    @BeforeEach
    void prepare() throws IOException {
        commands = new Commands(folder);
        probes = commands.write("probes.yaml", "- rank\n- topology\n");
    }

    private Path network() {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("inputs", new Array(new float[] {1, 2, -1, 1, 0, -3, 2, 2}, 4, 2));
        arrays.put("fc1.weight", new Array(new float[] {1, 1, -1, -1, 1, -1}, 3, 2));
        arrays.put("fc1.bias", new Array(new float[3], 3));
        arrays.put("pool.activations", new Array(new float[] {1, 0, 0, 1, 1, 1, 0, 0}, 4, 2));
        Path file = folder.resolve("network.npz");
        Npz.write(file, arrays);
        return file;
    }

    private Ended probe(Path file, String... more) {
        return commands.run(
                Stream.concat(Stream.of("probe", file.toString(), "--probes", probes.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static void isOneLine(Ended ended, int status, String words) {
        assertThat(ended.err()).startsWith("crease: ").contains(words).hasLineCount(1);
        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void findingsAreShownAndWritten() {
        Path out = folder.resolve("out");
        Ended ended = probe(network(), "--out", out.toString());

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("layer", "rank", "components", "fc1", "pool");
        assertThat(ended.err())
                .contains("note: pool, rank: ranks are undefined: ")
                .endsWith("\n4 findings on 4 inputs, in " + out + "\n");
        try (FindingsLog log = FindingsLog.in(out)) {
            assertThat(log.entries()).hasSize(4);
            assertThat(log.read(log.entries().get(0)).arrays().get("rank"))
                    .isEqualTo(new Array(new int[] {1, 0, 2, 1}, 4));
        }
        isOneLine(probe(network(), "--out", out.toString()), 2, "which holds findings already; choose another folder");
    }

    @Test
    void jsonHasEveryFinding() {
        Ended ended = probe(network(), "--json", "--activations", "identity");
        assertThat(ended.status()).isZero();
        JsonNode result = JsonMapper.shared().readTree(ended.out());
        assertThat(result.path("inputs").asInt()).isEqualTo(4);
        assertThat(result.path("layers")).hasSize(2);
        assertThat(result.path("findings")).hasSize(4);
        assertThat(result.path("findings")
                        .get(0)
                        .path("summary")
                        .path("rank_mean")
                        .asDouble())
                .isEqualTo(2);
        assertThat(result.path("findings")
                        .get(1)
                        .path("summary")
                        .path("rank_mean")
                        .isNull())
                .isTrue();
        assertThat(result.path("findings").get(1).path("notes")).hasSize(1);
        assertThat(result.path("failures")).isEmpty();
    }

    @Test
    void aProbeThatFailsIsAFailureAndTheOthersAreKept() throws IOException {
        probes = commands.write("failing.yaml", "- rank: {dimension: 3}\n- topology\n");
        Ended ended = probe(network());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("failed: probe rank: dimension is 3; expected at most 2");
        assertThat(ended.out()).contains("components");
    }

    @Test
    void wrongFilesAndWordsAreRefused() throws IOException {
        Path network = network();
        Path text = Files.writeString(folder.resolve("text.npz"), "no zip", StandardCharsets.UTF_8);
        isOneLine(probe(folder.resolve("none.npz")), 2, "no such file: ");
        isOneLine(probe(text), 2, "text.npz");
        isOneLine(probe(network, "--activations", "rleu"), 2, "activation function is 'rleu'");
        isOneLine(probe(network, "--activations", "relu,relu"), 2, "expected 1, one for each layer with weights");
        probes = commands.write("empty.yaml", "[]\n");
        isOneLine(probe(network), 2, "names no probe");
        isOneLine(commands.run("probe", network.toString()), 2, "--probes");
    }

    /** The first example of docs/saved-arrays.md, as it stands there. */
    @Test
    void theHandbooksExampleInNumPyIsRead() throws IOException, InterruptedException {
        String python = Files.exists(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
        require(works(python), "python3 with numpy (Debian: python3-numpy)");
        String page = Files.readString(Path.of("../docs/saved-arrays.md"));
        String script =
                page.substring(page.indexOf("```python\n") + 10, page.indexOf("```\n", page.indexOf("```python\n")));
        assertThat(script.lines().count()).isLessThanOrEqualTo(10);
        Process process = new ProcessBuilder(python, "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();

        Ended ended = probe(folder.resolve("network.npz"), "--json");
        assertThat(ended.err()).isEmpty();
        JsonNode result = JsonMapper.shared().readTree(ended.out());
        assertThat(result.path("layers").toString()).isEqualTo("[\"hidden\",\"output\"]");
        assertThat(result.path("inputs").asInt()).isEqualTo(100);
    }

    private static boolean works(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(python, "-c", "import numpy").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void require(boolean present, String what) {
        if ("true".equals(System.getenv("CREASE_REQUIRE_ALL"))) {
            assertThat(present)
                    .as("CREASE_REQUIRE_ALL=true and missing: " + what)
                    .isTrue();
        }
        Assumptions.assumeTrue(present, "missing: " + what);
    }
}
