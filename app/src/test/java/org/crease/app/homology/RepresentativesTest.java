package org.crease.app.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crease.app.command.Failure;
import org.crease.app.terminal.Screen;
import org.crease.homology.VietorisRips;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Representatives;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RepresentativesTest {
    /** Squares with sides of 1, of 1 and of 2. */
    private static final double[][] SQUARES = {
        {0, 0}, {1, 0}, {0, 1}, {1, 1}, {20, 0}, {21, 0}, {20, 1}, {21, 1}, {40, 0}, {42, 0}, {40, 2}, {42, 2}
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private String file(double[][] points) throws IOException {
        StringBuilder text = new StringBuilder();
        for (double[] point : points) {
            text.append(String.format(Locale.ROOT, "%.7f %.7f%n", point[0], point[1]));
        }
        return Files.writeString(folder.resolve("points.txt"), text).toString();
    }

    private static double[][] polygon(int corners) {
        double[][] points = new double[corners][];
        for (int k = 0; k < corners; k++) {
            double angle = 2 * Math.PI * k / corners;
            points[k] = new double[] {Math.cos(angle), Math.sin(angle)};
        }
        return points;
    }

    private static Homology run(String... words) {
        Homology run = Homology.of(words);
        assertThat(run.error()).isEmpty();
        assertThat(run.status()).isZero();
        return run;
    }

    private static JsonNode json(String file, String... words) {
        List<String> all = new ArrayList<>(List.of(file, "--representatives", "--json"));
        all.addAll(List.of(words));
        return JsonMapper.shared().readTree(run(all.toArray(String[]::new)).out());
    }

    @Test
    void aPipeGetsEveryTerm() throws IOException {
        String square = file(new double[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}});
        assertThat(run(square, "--representatives", "--verify").out()).endsWith("""
                persistence intervals in dim 1:
                 [1,1.41421)
                representatives in dim 1:
                 [1,1.41421) born with [2,3], dies with [1,2,3]
                  cocycle: [2,3]
                  cycle: [2,3] + [1,3] + [0,1] + [0,2]
                verified: the cocycle, the cycle and its filling of 1 bar
                """);
        assertThat(run(square, "--representatives", "--modulus", "5").out())
                .endsWith("cycle: [2,3] - [1,3] - [0,1] + [0,2]\n");
        assertThat(run(square, "--representatives", "--threshold", "1.2").out())
                .contains("in dim 1:\n [1, ) born with [2,3]\n");
    }

    @Test
    void aTerminalGetsALineABar() throws IOException {
        String square = file(new double[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}});
        assertThat(Homology.on(new Screen(true, false, true, 100), square, "--representatives", "--verify")
                        .out())
                .contains("born  with   dies  with   cocycle  cycle\n")
                .contains("H1  1.000  2 3   1.414  1 2 3  1 edge   4 edges: 2 0 1 3\n")
                .endsWith("verified: the cocycle, the cycle and its filling of 1 bar\n");
        String round = Homology.on(new Screen(true, false, true, 80), file(polygon(99)), "--representatives")
                .out();
        assertThat(round).contains("99 edges: ", " …\n").doesNotContain("verified");
        assertThat(round.lines().skip(1)).allMatch(line -> line.length() <= 80);
    }

    /** What any cycle and cocycle must satisfy, from the coordinates alone. */
    @Test
    void jsonHoldsACycleAndACocycleThatAreSuch() throws IOException {
        double[][] points = polygon(10);
        JsonNode bars = json(file(points)).path("representatives");
        assertThat(bars.size()).isEqualTo(1);
        JsonNode bar = bars.get(0);
        assertThat(bar.path("dimension").asInt()).isEqualTo(1);
        double birth = bar.path("birth").asDouble();
        double death = bar.path("death").asDouble();
        assertThat(birth).isCloseTo(2 * Math.sin(Math.PI / 10), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(diameter(points, bar.path("birth_simplex"))).isEqualTo((float) birth);
        assertThat(diameter(points, bar.path("death_simplex"))).isEqualTo((float) death);
        Map<Integer, Integer> degrees = new HashMap<>();
        Set<String> edges = new HashSet<>();
        for (JsonNode edge : bar.path("cycle").path("simplices")) {
            assertThat(diameter(points, edge)).isLessThanOrEqualTo((float) birth);
            edge.forEach(point -> degrees.merge(point.asInt(), 1, Integer::sum));
            edges.add(edge.toString());
        }
        assertThat(edges).hasSize(10);
        assertThat(degrees.values()).containsOnly(2);
        int common = 0;
        for (JsonNode edge : bar.path("cocycle").path("simplices")) {
            common += edges.contains(edge.toString()) ? 1 : 0;
        }
        assertThat(common % 2).isEqualTo(1);
    }

    private static float diameter(double[][] points, JsonNode simplex) {
        double diameter = 0;
        for (JsonNode a : simplex) {
            for (JsonNode b : simplex) {
                double[] p = points[a.asInt()];
                double[] q = points[b.asInt()];
                double x = (float) Double.parseDouble(String.format(Locale.ROOT, "%.7f", p[0]))
                        - (float) Double.parseDouble(String.format(Locale.ROOT, "%.7f", q[0]));
                double y = (float) Double.parseDouble(String.format(Locale.ROOT, "%.7f", p[1]))
                        - (float) Double.parseDouble(String.format(Locale.ROOT, "%.7f", q[1]));
                diameter = Math.max(diameter, Math.sqrt(x * x + y * y));
            }
        }
        return (float) diameter;
    }

    @Test
    void theLongestAloneAreShown() throws IOException {
        String squares = file(SQUARES);
        JsonNode one = json(squares, "--longest", "1");
        assertThat(one.path("representatives").size()).isEqualTo(1);
        assertThat(one.path("representatives").get(0).path("birth").asDouble()).isEqualTo(2);
        assertThat(json(squares, "--longest", "2").path("representatives").size())
                .as("of equally long ones no more than asked for")
                .isEqualTo(2);
        JsonNode all = json(squares, "--longest", "9", "--verify");
        assertThat(all.path("representatives").size())
                .isEqualTo(all.path("diagrams").get(1).size())
                .isGreaterThan(2);
    }

    @Test
    void barsThatARatioLeavesOutHaveNone() throws IOException {
        String shapes = file(new double[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}, {20, 0}, {22, 0}, {20, 1}, {22, 1}});
        JsonNode json = json(shapes, "--ratio", "1.2");
        assertThat(json.path("diagrams").get(1).size()).isEqualTo(1);
        assertThat(json.path("representatives").size()).isEqualTo(1);
        assertThat(json.path("representatives").get(0).path("birth").asDouble()).isEqualTo(1);
    }

    @Test
    void landmarksAreCalledByTheirNumbersInTheFile() throws IOException {
        JsonNode json = json(file(polygon(40)), "--landmarks", "9", "--modulus", "3", "--verify");
        assertThat(json.path("verified").asBoolean()).isTrue();
        Set<Integer> landmarks = new HashSet<>();
        json.path("complex").path("landmarks").forEach(point -> landmarks.add(point.asInt()));
        assertThat(landmarks).hasSize(9);
        Set<Integer> met = new HashSet<>();
        json.path("representatives")
                .get(0)
                .path("cycle")
                .path("simplices")
                .forEach(edge -> edge.forEach(point -> met.add(point.asInt())));
        assertThat(met).isEqualTo(landmarks);
    }

    @Test
    void arraysHoldTheSame() throws IOException {
        Path out = folder.resolve("d.npz");
        String square = file(new double[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}});
        run(square, "--representatives", "--out", out.toString(), "--dim", "2");
        assertThat(Npz.read(out))
                .containsEntry("h1_birth_simplices", new Array(new int[] {2, 3}, 1, 2))
                .containsEntry("h1_death_simplices", new Array(new int[] {1, 2, 3}, 1, 3))
                .containsEntry("h1_cocycle_bar", new Array(new int[] {0}, 1))
                .containsEntry("h1_cocycle_offsets", new Array(new int[] {0, 1}, 2))
                .containsEntry("h1_cocycle_simplices", new Array(new int[] {2, 3}, 1, 2))
                .containsEntry("h1_cycle_offsets", new Array(new int[] {0, 4}, 2))
                .containsEntry("h1_cycle_values", new Array(new int[] {1, 1, 1, 1}, 4))
                .containsEntry("h2_cycle_simplices", new Array(new int[0], 0, 3));
        run(square, "--representatives", "--out", out.toString(), "--threshold", "1.2");
        assertThat(Npz.read(out)).containsEntry("h1_death_simplices", new Array(new int[] {-1, -1, -1}, 1, 3));
    }

    @Test
    void aBarThatIsNoneFailsTheVerification() throws InterruptedException {
        FiniteMetricSpace space = Metric.euclidean().on(PointCloud.of(new float[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}}));
        Representatives found = VietorisRips.upToDimension(1)
                .representatives(space, BarSelection.all().inDimension(1));
        Bar bar = found.bars().get(0);
        Bar wrong = new Bar(
                1,
                bar.birth(),
                bar.death(),
                bar.birthSimplex(),
                bar.deathSimplex(),
                bar.cycle(),
                bar.cocycle(),
                bar.filling());
        Representatives tampered = new Representatives(found.diagrams(), List.of(wrong));
        assertThatThrownBy(() -> RepresentativeBars.verify(space, tampered))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("verification failed: bar of dimension 1 from 1.0 to ");
    }

    @Test
    void l4_whatIsSaidOfNoneIsRefused() {
        for (List<String> words : List.of(List.of("--verify"), List.of("--longest", "2"))) {
            List<String> all = new ArrayList<>(List.of("none"));
            all.addAll(words);
            Homology run = Homology.of(all.toArray(String[]::new));
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.error())
                    .isEqualTo(words.get(0) + " is of representatives, and none are asked for; add --representatives");
        }
        assertThat(Homology.of("none", "--representatives", "--longest", "0").error())
                .isEqualTo("--longest is 0; a number of bars, at least 1, is expected");
    }
}
