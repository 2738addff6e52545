package org.crease.app.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other complexes have the bars that GUDHI finds in the same file. */
class GudhiTest {
    private static final Path PACKAGE = Path.of("/usr/lib/python3/dist-packages/gudhi");
    private static final String READ = "import sys, json, numpy, gudhi\na = numpy.loadtxt(sys.argv[1], ndmin=2)\n";
    private static final String BARS = """
            t.compute_persistence(%s)
            bars = [[d, float(b), None if e == float('inf') else float(e)]
                    for d in range(%d) for b, e in t.persistence_intervals_in_dimension(d)]
            print(json.dumps(bars))
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private record Bar(int dimension, double birth, double death) {}

    @BeforeEach
    void requireGudhi() {
        String missing = "python3-gudhi is not installed (looked for " + PACKAGE + ")";
        if (!Files.exists(PACKAGE) && "true".equals(System.getenv("CREASE_REQUIRE_ALL"))) {
            Assertions.fail(missing);
        }
        assumeTrue(Files.exists(PACKAGE), missing);
    }

    private static JsonNode gudhi(String script, String file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/usr/bin/python3", "-c", READ + script, file)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return JsonMapper.shared().readTree(out);
    }

    private static JsonNode ours(String file, String... words) {
        List<String> all = new ArrayList<>(List.of(file, "--json"));
        all.addAll(List.of(words));
        Homology run = Homology.of(all.toArray(String[]::new));
        assertThat(run.error()).isEmpty();
        return JsonMapper.shared().readTree(run.out()).path("diagrams");
    }

    private static double end(JsonNode death) {
        return death.isNull() ? Double.POSITIVE_INFINITY : death.asDouble();
    }

    private static void assertAlike(JsonNode diagrams, JsonNode bars, boolean squares) {
        List<Bar> ours = new ArrayList<>();
        for (int dimension = 0; dimension < diagrams.size(); dimension++) {
            for (JsonNode bar : diagrams.get(dimension)) {
                ours.add(new Bar(dimension, bar.get(0).asDouble(), end(bar.get(1))));
            }
        }
        List<Bar> theirs = new ArrayList<>();
        for (JsonNode bar : bars) {
            double birth = bar.get(1).asDouble();
            double death = end(bar.get(2));
            theirs.add(
                    squares
                            ? new Bar(bar.get(0).asInt(), Math.sqrt(birth), Math.sqrt(death))
                            : new Bar(bar.get(0).asInt(), birth, death));
        }
        ours.removeIf(bar -> bar.death() - bar.birth() < 1e-4);
        theirs.removeIf(bar -> bar.death() - bar.birth() < 1e-4);
        Comparator<Bar> order = Comparator.comparingInt(Bar::dimension)
                .thenComparing(Bar::birth)
                .thenComparing(Bar::death);
        ours.sort(order);
        theirs.sort(order);
        assertThat(ours).hasSameSizeAs(theirs).isNotEmpty();
        for (int k = 0; k < ours.size(); k++) {
            assertThat(ours.get(k).dimension()).isEqualTo(theirs.get(k).dimension());
            assertThat(ours.get(k).birth()).isCloseTo(theirs.get(k).birth(), Offset.offset(1e-5));
            if (!Double.isInfinite(ours.get(k).death())
                    || !Double.isInfinite(theirs.get(k).death())) {
                assertThat(ours.get(k).death()).isCloseTo(theirs.get(k).death(), Offset.offset(1e-5));
            }
        }
    }

    private String numbers(int rows, int columns, long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                text.append(random.nextFloat()).append(' ');
            }
            text.append('\n');
        }
        return Files.writeString(folder.resolve("numbers.txt"), text).toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void p9_alphaBarsAreTheSame(int dimension) throws IOException, InterruptedException {
        String points = numbers(80, dimension, dimension);
        JsonNode bars = gudhi(
                "t = gudhi.AlphaComplex(points=a).create_simplex_tree()\n"
                        + BARS.formatted("homology_coeff_field=2, persistence_dim_max=True", dimension),
                points);
        assertAlike(ours(points, "--complex", "alpha", "--format", "point-cloud"), bars, true);
    }

    @Test
    void p9_cubicalBarsAreTheSame() throws IOException, InterruptedException {
        String image = numbers(20, 30, 4);
        JsonNode bars = gudhi(
                "t = gudhi.CubicalComplex(top_dimensional_cells=a)\n" + BARS.formatted("homology_coeff_field=2", 2),
                image);
        assertAlike(ours(image, "--complex", "cubical"), bars, false);
    }

    @Test
    void p9_weightedBarsAreTheSame() throws IOException, InterruptedException {
        String points = numbers(40, 2, 5);
        JsonNode bars = gudhi(
                "from gudhi.dtm_rips_complex import DTMRipsComplex\n"
                        + "t = DTMRipsComplex(points=a, k=4, q=2).create_simplex_tree(max_dimension=2)\n"
                        + BARS.formatted("homology_coeff_field=2", 2),
                points);
        assertAlike(ours(points, "--complex", "dtm-rips", "--neighbours", "4"), bars, false);
    }
}
