package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.crease.app.Commands.Ended;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npz;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PartitionCommandTest {

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
        assertThat(commands.train("--set", "probes=[partition]").status()).isZero();
        run = commands.runs().resolve("moons").toRealPath();
    }

    private Ended partition(String... more) {
        return commands.run(Stream.concat(Stream.of("partition", run.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void aRunsLastCheckpointBecomesFilesOfEveryKind() throws IOException {
        Ended ended = partition(
                "--window=-2,3,-1.5,2",
                "--json",
                "--out",
                file("p.svg").toString(),
                "--out",
                file("p.png").toString(),
                "--out",
                file("p.json").toString(),
                "--out",
                file("p.npz").toString());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        JsonNode result = JsonMapper.shared().readTree(ended.out());
        assertThat(result.get("layer").asString()).isEqualTo("dense-1");
        assertThat(result.get("step").asInt()).isEqualTo(21);
        assertThat(result.get("window").toString()).isEqualTo("[-2.0,3.0,-1.5,2.0]");
        int regions = result.get("regions").asInt();
        assertThat(Files.readString(file("p.svg"))).contains("moons, layer dense-1, step 21", "class 0", "class 1");
        assertThat(Files.readAllBytes(file("p.png"))).startsWith(0x89, 'P', 'N', 'G');
        Map<String, Array> arrays = Npz.read(file("p.npz"));
        double[] areas = Objects.requireNonNull(arrays.get("area")).doubles();
        assertThat(areas).hasSize(regions);
        assertThat(Arrays.stream(areas).sum()).isCloseTo(17.5, within(1e-9));
        isGeoJson(JsonMapper.shared().readTree(Files.readString(file("p.json"))), arrays);
    }

    private static void isGeoJson(JsonNode document, Map<String, Array> arrays) {
        assertThat(document.get("type").asString()).isEqualTo("FeatureCollection");
        long[] hashes = Objects.requireNonNull(arrays.get("region")).longs();
        int[] ranks = Objects.requireNonNull(arrays.get("rank")).ints();
        int[] offsets = Objects.requireNonNull(arrays.get("offsets")).ints();
        assertThat(document.get("features").size()).isEqualTo(ranks.length);
        for (int region = 0; region < ranks.length; region++) {
            JsonNode feature = document.get("features").get(region);
            JsonNode ring = feature.get("geometry").get("coordinates").get(0);
            assertThat(ring.size()).isEqualTo(offsets[region + 1] - offsets[region] + 1);
            assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
            assertThat(feature.get("properties").get("codeword").asString()).isEqualTo(String.valueOf(hashes[region]));
            assertThat(feature.get("properties").get("rank").asInt()).isEqualTo(ranks[region]);
        }
    }

    @Test
    void theTableHasARowARank() {
        Ended ended = partition("--step", "0");
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).startsWith("rank  regions  share of area\n   2  ");
        assertThat(ended.err()).endsWith(" regions by layer dense-1 at step 0; --out FILE draws them\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--step | 5 | has no checkpoint of step 5; it has 0, 7, 14, 21",
                "--layer | nix | layers: 'nix' matches no layer; there are dense-1, output",
                "--layer | output | layer output has the activation function softmax, which has no straight pieces",
                "--window | 1,2 | window has 2 numbers; expected 4: left, right, bottom, top",
                "--max-regions | 2 | more than 2 regions: ",
                "--slice | 1,2 | slice has 2 points; expected 3",
                "--out | moons.gif | --out moons.gif ends in none of .svg, .png, .json, .npz"
            })
    void wrongWordsAreOneLine(String option, String value, String message) {
        Ended ended = partition(option, value);
        assertThat(ended.err()).startsWith("crease: ").contains(message).hasLineCount(1);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
    }
}
