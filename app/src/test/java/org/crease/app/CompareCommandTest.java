package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crease.app.Commands.Ended;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Commands commands;

    @BeforeEach
    void prepare() {
        commands = new Commands(folder);
    }

    /** A run with a rank for each of three steps; its target says whether it jumps. */
    private String run(String name, long seed, String continuity, double... ranks) {
        return run(name, seed, continuity, Map.of(), ranks);
    }

    private String run(String name, long seed, String continuity, Map<String, Array> strata, double... ranks) {
        try (RunDirectory run = RunDirectory.create(folder, name)) {
            run.write(new Manifest(
                    RunDirectory.FORMAT,
                    name,
                    Manifest.Status.DONE,
                    seed,
                    continuity,
                    Map.of(),
                    "cpu",
                    Map.of(),
                    TIME,
                    TIME,
                    null,
                    2,
                    List.of("dense-1"),
                    Map.of()));
            String target = continuity.equals("continuous") ? "{regression: {of: function}}" : "{class: {}}";
            run.writeConfig("name: " + name + "\nseed: " + seed + "\ntask: {target: " + target + "}\n");
            for (int step = 0; step < ranks.length; step++) {
                Map<String, Double> summary = new LinkedHashMap<>();
                summary.put("rank_mean", ranks[step]);
                summary.put("margin_min", Double.NaN);
                run.findings().append(new Finding(step, "dense-1", "rank", summary, strata, List.of()));
            }
            return run.path().toString();
        }
    }

    private Ended compare(String... words) {
        return commands.run(
                Stream.concat(Stream.of("compare"), Stream.of(words)).toArray(String[]::new));
    }

    private static void isOneLine(Ended ended, String words) {
        assertThat(ended.err()).startsWith("crease: ").contains(words).hasLineCount(1);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
    }

    /** Three seeds of each continuity. */
    private String[] six() {
        List<String> runs = new ArrayList<>();
        for (int seed = 1; seed <= 3; seed++) {
            runs.add(run("jump-" + seed, seed, "discontinuous", 8, 2 + seed));
            runs.add(run("smooth-" + seed, seed, "continuous", 8, 9 + seed));
        }
        return runs.toArray(String[]::new);
    }

    @Test
    void twinsStandSideBySide() {
        Ended ended = compare(run("jump", 1, "discontinuous", 8, 4, 2.5), run("smooth", 1, "continuous", 8, 9, 10));

        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .containsExactly(
                        "discontinuous: jump (seed 1)",
                        "continuous: smooth (seed 1)",
                        "twins: they differ in the target alone",
                        "  setting                    discontinuous  continuous",
                        "  task.target.class          {}             -",
                        "  task.target.regression.of  -              function",
                        "",
                        "measure    layer    step  discontinuous  continuous  difference",
                        "rank_mean  dense-1     0          8.000       8.000           0",
                        "                       1          4.000       9.000      +5.000",
                        "                       2          2.500       10.00      +7.500",
                        "",
                        "3 of 6 rows are shown; --measure NAME shows all of a measure, --json and --csv FILE all",
                        "no test: that needs two runs or more in each group, which differ in their seeds");
    }

    @Test
    void groupsOfSeedsAreToldByContinuityAndTested() {
        String[] runs = six();
        Ended ended = compare(Stream.concat(Stream.of(runs), Stream.of("--last", "--measure", "rank_mean"))
                .toArray(String[]::new));

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .startsWith("discontinuous: jump-1 (seed 1), jump-2 (seed 2), jump-3 (seed 3)\n")
                .contains("4.000 +- 1.000  11.00 +- 1.000      +7.000  0.1000  0.1000   0.1000  +1.000")
                .contains("exact, 20 ways to deal out the runs; the smallest p there can be is 0.1000")
                .contains("Holm: p corrected for the 1 rows compared");
    }

    @Test
    void jsonHasEveryRowAndNullForUndefined() {
        Ended ended =
                compare(Stream.concat(Stream.of(six()), Stream.of("--json")).toArray(String[]::new));

        JsonNode result = JsonMapper.shared().readTree(ended.out());
        assertThat(result.path("twins").asBoolean()).isTrue();
        assertThat(result.path("matched_by").asString()).isEqualTo("step");
        assertThat(result.path("first").path("label").asString()).isEqualTo("discontinuous");
        assertThat(result.path("second").path("runs")).hasSize(3);
        assertThat(result.path("rows")).hasSize(4);
        JsonNode row = result.path("rows").get(1);
        assertThat(row.path("at").asInt()).isEqualTo(1);
        assertThat(row.path("first").path("values").get(2).asDouble()).isEqualTo(5);
        assertThat(row.path("difference").asDouble()).isEqualTo(7);
        assertThat(row.path("permutation").path("exact").asBoolean()).isTrue();
        assertThat(row.path("rank_sum").path("p").asDouble()).isEqualTo(0.1);
        JsonNode undefined = result.path("rows").get(3);
        assertThat(undefined.path("measure").asString()).isEqualTo("margin_min");
        assertThat(undefined.path("difference").isNull()).isTrue();
        assertThat(undefined.has("permutation")).isFalse();
    }

    @Test
    void csvHasALineARow() throws IOException {
        Path file = folder.resolve("table.csv");
        Ended ended = compare(Stream.concat(Stream.of(six()), Stream.of("--csv", file.toString()))
                .toArray(String[]::new));

        assertThat(ended.status()).isZero();
        assertThat(Files.readString(file).split("\r\n", -1))
                .hasSize(1 + 4 + 1)
                .contains(
                        "1,dense-1,rank,rank_mean,3,4.0,1.0,3,11.0,1.0,7.0,1.0,0.1,0.2,true,0.1,0.2,true,",
                        "0,dense-1,rank,margin_min,0,,,0,,,,,,,,,,,");
    }

    /** Arrays of a finding that has so many inputs of each rank from the first rank on. */
    private static Map<String, Array> strata(int first, int... counts) {
        int[] ranks = IntStream.range(first, first + counts.length).toArray();
        return Map.of("strata_rank", new Array(ranks, ranks.length), "strata_count", new Array(counts, counts.length));
    }

    @Test
    void strataOfTwinsStandSideBySide() {
        Ended ended = compare(
                run("jump", 1, "discontinuous", strata(2, 5, 3), 2),
                run("smooth", 1, "continuous", strata(3, 1, 7), 4));

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines().dropWhile(line -> !line.startsWith("rank_mean")))
                .startsWith(
                        "rank_mean  dense-1     0              2           4          +2",
                        "",
                        "strata  layer    step  rank  discontinuous  continuous  difference",
                        "rank    dense-1     0     2              5           0          -5",
                        "                          3              3           1          -2",
                        "                          4              0           7          +7",
                        "");
    }

    @Test
    void manyRanksAreOutlinedInRangesAndAllShownWhenAskedFor() {
        String[] runs = {
            run("jump", 1, "discontinuous", strata(10, new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}), 4),
            run("smooth", 1, "continuous", strata(19, 10), 9)
        };
        assertThat(compare(runs).out())
                .contains("10-11              2           0          -2")
                .contains("18-19              2          10          +8")
                .contains("--measure strata shows every rank at every checkpoint");
        Ended asked = compare(runs[0], runs[1], "--measure", "strata");
        assertThat(asked.out())
                .doesNotContain("rank_mean", "10-11")
                .contains("   11              1           0          -1")
                .contains("   19              1          10          +9");
    }

    @Test
    void strataOfGroupsAreTestedAndInJsonAndCsv() throws IOException {
        String[] runs = {
            run("jump-1", 1, "discontinuous", strata(2, 5, 3), 4),
            run("jump-2", 2, "discontinuous", strata(2, 6, 2), 4),
            run("smooth-1", 1, "continuous", strata(3, 8), 4),
            run("smooth-2", 2, "continuous", strata(3, 8), 4)
        };
        Path file = folder.resolve("table.csv");
        Ended ended = compare(Stream.concat(Stream.of(runs), Stream.of("--json", "--csv", file.toString()))
                .toArray(String[]::new));

        JsonNode result = JsonMapper.shared().readTree(ended.out());
        assertThat(result.path("strata_tests").asInt()).isEqualTo(2);
        JsonNode two = result.path("strata").get(0);
        assertThat(two.path("rank").asInt()).isEqualTo(2);
        assertThat(two.path("first").path("values").get(1).asDouble()).isEqualTo(6);
        assertThat(two.path("second").path("mean").asDouble()).isZero();
        assertThat(two.path("permutation").path("p").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(two.path("permutation").path("p_holm").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(Files.readString(file))
                .contains("0,dense-1,rank,strata,2,5.5,")
                .contains("true,2\r\n", "true,3\r\n");
        assertThat(compare(Stream.concat(Stream.of(runs), Stream.of("--measure", "strata"))
                                .toArray(String[]::new))
                        .out())
                .contains("strata  layer", "0.3333  0.6667", "Holm: p corrected for the 2 strata compared");
    }

    @Test
    void groupsMayBeNamed() {
        Ended ended = compare(
                run("a-1", 1, "continuous", 8),
                run("a-2", 1, "continuous", 9),
                "--versus",
                run("b-1", 1, "continuous", 1),
                run("b-2", 2, "continuous", 2));
        assertThat(ended.out())
                .startsWith("first: a-1 (seed 1), a-2 (seed 1)\nsecond: b-1 (seed 1), b-2 (seed 2)\n")
                .contains("their settings are the same")
                .contains("a-2 has the seed of another run of its group, 1");
    }

    @Test
    void wrongWordsAreRefused() throws IOException {
        String one = run("one", 1, "continuous", 8);
        String two = run("two", 1, "continuous", 8);
        String three = run("three", 1, "continuous", 8);
        String empty = run("empty", 1, "continuous");
        Path file = Files.writeString(folder.resolve("file"), "");

        isOneLine(compare(one), "there is one run, ");
        isOneLine(compare(one, one), " is given twice; each run counts once");
        isOneLine(compare(one, two, three), "groups of 3 continuous; put --versus between the two groups");
        isOneLine(compare(one, empty), " has no findings; probe it with crease replay RUN");
        isOneLine(compare(one, folder.resolve("none").toString()), " is not a run: there is nothing there");
        isOneLine(compare(one, file.toString()), " is not a run: it is not a directory");
        isOneLine(compare(one, two, "--replay", "mine"), " has no replay called mine");
        isOneLine(compare(one, two, "--layer", "dense-2"), "layer 'dense-2' fits nothing that all runs have");
        isOneLine(compare(one, two, "--csv", folder.resolve("no/x.csv").toString()), "there is no folder");
        isOneLine(compare(one, two, "--by", "time"), "--by");
    }

    @Test
    void trainedTwinsAndTheirReplaysAreCompared() throws IOException {
        assertThat(commands.train("--set", "training.epochs=1", "--name", "jump")
                        .status())
                .isZero();
        assertThat(commands.train(
                                "--set",
                                "training.epochs=1",
                                "--set",
                                "task.target={regression: {of: angle}}",
                                "--name",
                                "smooth")
                        .status())
                .isZero();
        String jump = commands.runs().resolve("jump").toString();
        String smooth = commands.runs().resolve("smooth").toString();
        Ended ended = compare(smooth, jump);

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .startsWith("continuous: smooth (seed 3)\ndiscontinuous: jump (seed 3)\ntwins: ")
                .contains("rank_mean", "active_mean", "regions", "h0_count", "h1_count")
                .contains("task.target.regression.of", "angle");
        Path probes = commands.write("probes.yaml", "- rank\n");
        assertThat(commands.run("replay", jump, "--probes", probes.toString(), "--name", "again")
                        .status())
                .isZero();
        isOneLine(compare(smooth, jump, "--replay", "again"), "smooth has no replay called again");
    }
}
