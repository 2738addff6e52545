package org.crease.app.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Diagrams that other engines agreed on, equal to the last bit; see the README in the folder of references. */
class ReferencesTest {
    private static final Path FOLDER = Path.of("src/test/resources/references");

    private static String data(String name) {
        return FOLDER.resolve("data").resolve(name).toString();
    }

    private static Homology run(String data, String format, int dimension, @Nullable Float threshold, int modulus) {
        List<String> words = new ArrayList<>(List.of(data(data), "--format", format, "--dim", "" + dimension));
        words.addAll(List.of("--modulus", "" + modulus, "--json"));
        if (threshold != null) {
            words.addAll(List.of("--threshold", threshold.toString()));
        }
        return Homology.of(words.toArray(String[]::new));
    }

    private static List<String> bars(String json) {
        List<String> bars = new ArrayList<>();
        JsonNode diagrams = JsonMapper.shared().readTree(json).path("diagrams");
        for (int dimension = 0; dimension < diagrams.size(); dimension++) {
            for (JsonNode bar : diagrams.get(dimension)) {
                String death =
                        bar.get(1).isNull() ? "inf" : "" + (float) bar.get(1).asDouble();
                bars.add(dimension + " " + (float) bar.get(0).asDouble() + " " + death);
            }
        }
        bars.sort(null);
        return bars;
    }

    private static List<String> reference(String name) throws IOException {
        List<String> bars = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("diagrams").resolve(name))) {
            String[] words = line.split(" ", -1);
            if (!line.startsWith("#")) {
                String death = words[2].equals("inf") ? "inf" : "" + Float.parseFloat(words[2]);
                bars.add(words[0] + " " + Float.parseFloat(words[1]) + " " + death);
            }
        }
        bars.sort(null);
        return bars;
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/references/index.csv", useHeadersInDisplayName = true)
    void p9_diagramsAreThoseOfOtherEngines(
            String data, String format, int dim, @Nullable Float threshold, int modulus, String diagram)
            throws IOException {
        Homology run = run(data, format, dim, threshold, modulus);
        assertThat(run.error()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(bars(run.out())).isNotEmpty().isEqualTo(reference(diagram));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ragged.lower.txt",
                "garbage.lower.txt",
                "one_nan12.lower.txt",
                "one_nan12.lower.f32",
                "one_negative12.lower.f32",
                "asymmetric12.full.txt"
            })
    void p4_malformedFilesAreRefusedInOneLine(String name) {
        Homology run = Homology.of(data(name));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).startsWith(data(name) + ":").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void p4_whatIsWrongIsSaidWithItsPlace() {
        assertThat(Homology.of(data("garbage.lower.txt")).error()).endsWith(":2:5: 'abc' is not a number");
        assertThat(Homology.of(data("one_nan12.lower.txt")).error())
                .endsWith(":7:34: distance is NaN; it must be zero, positive or infinite");
        assertThat(Homology.of(data("asymmetric12.full.txt"), "--format", "distance")
                        .error())
                .contains(" is ", " but (", "; the matrix must be symmetric");
    }
}
