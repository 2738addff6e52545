package org.crease.app.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LimitsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private String points = "";

    @BeforeEach
    void drawPoints() throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 100; k++) {
            text.append(random.nextFloat())
                    .append(' ')
                    .append(random.nextFloat())
                    .append('\n');
        }
        points = Files.writeString(folder.resolve("points.txt"), text).toString();
    }

    private static JsonNode json(String... words) {
        return JsonMapper.shared().readTree(Homology.of(words).out());
    }

    /** 100 points have 4950 edges and 161 700 triangles. */
    @Test
    void anEstimateIsSaidAndNothingDone() {
        Homology run = Homology.of(
                points, "--estimate", "--out", folder.resolve("d.npz").toString());
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith(points + ": 100 points in dimension 2\nsimplices  166,750; ")
                .contains("\nmemory     ", "\ntime       ", "\nbudget     ", ": it fits\n")
                .doesNotContain("persistence");
        assertThat(folder.resolve("d.npz")).doesNotExist();
        JsonNode json = json(points, "--estimate", "--json", "--max-memory", "1k");
        assertThat(json.propertyNames())
                .containsExactly("points", "simplices", "bytes", "bytes_range", "seconds", "seconds_range", "fits");
        assertThat(json.path("simplices").asDouble()).isEqualTo(166_750);
        assertThat(json.path("fits").asBoolean()).isFalse();
        assertThat(json(points, "--estimate", "--json", "--landmarks", "10")
                        .path("simplices")
                        .asDouble())
                .isEqualTo(10 + 45 + 120);
    }

    @Test
    void p6_whatIsExpectedToGoBeyondIsRefusedWithTheFigures() {
        for (List<String> limit : List.of(List.of("--max-memory", "20k"), List.of("--max-time", "0.000001"))) {
            Homology run = Homology.of(points, limit.get(0), limit.get(1));
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.error())
                    .startsWith("homology up to dimension 1 of 100 points is expected to take about ")
                    .contains("; the budget is ")
                    .endsWith("; --landmarks fit takes as many points as fit")
                    .hasLineCount(1);
            assertThat(Homology.of(points, limit.get(0), limit.get(1), "--representatives")
                            .error())
                    .isEqualTo(run.error());
        }
    }

    @Test
    void aThresholdIsNoExcuse() {
        assertThat(Homology.of(points, "--threshold", "0.01").status()).isZero();
        assertThat(Homology.of(points, "--threshold", "0.9", "--max-memory", "1k")
                        .status())
                .isEqualTo(1);
        assertThat(Homology.of(points, "--threshold", "0.01", "--max-memory", "20k")
                        .status())
                .isZero();
    }

    @Test
    void landmarksThatFitAreTakenAndSaid() {
        JsonNode complex = json(points, "--max-memory", "20k", "--landmarks", "fit", "--json")
                .path("complex");
        assertThat(complex.path("landmarks").size()).isBetween(2, 99);
        assertThat(complex.path("bottleneck_bound").asDouble())
                .isEqualTo(2 * complex.path("covering_radius").asDouble())
                .isPositive();
        assertThat(Homology.of(points, "--landmarks", "fit", "--json").out())
                .isEqualTo(Homology.of(points, "--json").out());
        assertThat(Homology.of(points, "--landmarks", "fit", "--max-memory", "9")
                        .error())
                .contains("; the budget is ");
    }

    @Test
    void whatFitsIsTheSame() {
        assertThat(Homology.of(points, "--max-memory", "1.5 GiB", "--max-time", "2h", "--dim", "2")
                        .out())
                .isEqualTo(Homology.of(points, "--dim", "2").out());
    }

    @Test
    void l4_amountsAreNumbersWithUnits() {
        for (String wrong : List.of("much", "5X", "-1", "0", "0.1", "1e9")) {
            assertThat(Homology.of("none", "--max-memory", wrong).error())
                    .isEqualTo("--max-memory is '" + wrong + "'; a size such as 500M or 2G is expected");
        }
        for (String wrong : List.of("soon", "5 years", "0s")) {
            assertThat(Homology.of("none", "--max-time", wrong).error())
                    .isEqualTo("--max-time is '" + wrong + "'; a time such as 30s, 5m or 2h is expected");
        }
        assertThat(Homology.of("none", "--complex", "alpha", "--max-time", "5m").error())
                .isEqualTo("--max-time is of complexes that are built of distances; --complex is alpha");
    }
}
