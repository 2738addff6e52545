package org.crease.inspector.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.inspector.web.RefusedException;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.runlog.Manifest;
import org.crease.runlog.Metric;
import org.crease.runlog.RunDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {
    private static final Instant WHEN = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RunDirectory writer;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RecordedRun run;

    @BeforeEach
    void open() {
        writer = RunDirectory.create(folder, "run");
        writer.writeConfig("name: run\n");
        writer.write(new Manifest(
                RunDirectory.FORMAT,
                "run",
                Manifest.Status.DONE,
                1,
                null,
                Map.of(),
                "cpu",
                Map.of(),
                WHEN,
                WHEN,
                null,
                0,
                List.of("second", "first"),
                Map.of()));
        run = new RecordedRun("run", writer.path(), 1);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void metricsAreReadOnAsTheyGrow() {
        metric(0, 3);
        assertThat(run.metric("loss", 100).values()).containsExactly(3);
        metric(10, Double.NaN);
        metric(20, 1.5);

        Points points = run.metric("loss", 100);
        assertThat(points.steps()).containsExactly(0, 10, 20);
        assertThat(points.values()).containsExactly(3, Double.NaN, 1.5);
        assertThat(run.metrics()).containsExactly("loss");
        assertThat(run.lastMetrics()).containsEntry("loss", 1.5);
        assertThatThrownBy(() -> run.metric("none", 100)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aRewindTakesBackWhatWasRead() {
        for (long step = 0; step < 50; step++) {
            metric(step, (double) step);
            finding(step, "first", Map.of("rank", (double) step));
        }
        run.version();
        writer.rewindTo(9);
        metric(10, -1);

        assertThat(run.metric("loss", 100).values()).hasSize(11).endsWith(9, -1);
        assertThat(run.probes("", 100).get(0).steps()).hasSize(10);
    }

    @Test
    void aLongLineKeepsEveryPeak() {
        List<Metric> metrics = new ArrayList<>();
        for (int step = 0; step < 10_000; step++) {
            metrics.add(new Metric(step, 0, "loss", step == 7777 ? 1e9 : step == 1234 ? -1e9 : Math.sin(step), WHEN));
        }
        writer.metrics().append(metrics);

        Points points = run.metric("loss", 1000);
        assertThat(points.recorded()).isEqualTo(10_000);
        assertThat(points.steps())
                .hasSizeLessThanOrEqualTo(1000)
                .startsWith(0)
                .endsWith(9999)
                .isSorted();
        assertThat(points.values()).contains(1e9, -1e9);
        for (int i = 0; i < points.steps().length; i++) {
            assertThat(points.values()[i])
                    .isEqualTo(metrics.get((int) points.steps()[i]).value());
        }
        double[] tops = Arrays.stream(points.values())
                .filter(value -> value > 0.99 && value < 2)
                .toArray();
        assertThat(tops).hasSizeGreaterThan(300);
    }

    @Test
    void aGridHoldsTheFirstAndTheLastStep() {
        for (long step = 0; step < 1000; step++) {
            finding(step, "first", Map.of("rank", 2.0 * (double) step));
            finding(step, "second", step % 2 == 0 ? Map.of("rank", -1.0, "late", 5.0) : Map.of("rank", -1.0));
        }
        Grid whole = run.grid("", "probe", "rank", 1000);
        Grid some = run.grid("", "probe", "rank", 10);

        assertThat(whole.steps()).hasSize(1000);
        assertThat(some.steps()).containsExactly(0, 111, 222, 333, 444, 555, 666, 777, 888, 999);
        assertThat(some.recorded()).isEqualTo(1000);
        assertThat(some.rows().keySet()).containsExactly("second", "first");
        assertThat(some.rows().get("first")).containsExactly(0, 222, 444, 666, 888, 1110, 1332, 1554, 1776, 1998);
        assertThat(run.grid("", "probe", "late", 10).rows().get("second"))
                .containsExactly(5, Double.NaN, 5, Double.NaN, 5, Double.NaN, 5, Double.NaN, 5, Double.NaN);
        assertThat(run.probes("", 10).get(0).scalars()).containsExactlyInAnyOrder("rank", "late");
    }

    @Test
    void aFindingIsReadFromItsPlaceInTheFile() {
        finding(5, "first", Map.of("rank", 1.0));
        finding(5, "second", Map.of("rank", Double.POSITIVE_INFINITY));

        assertThat(run.finding("", 5, "second", "probe").summary()).containsEntry("rank", Double.POSITIVE_INFINITY);
        assertThat(run.findings("", 5, "first")).hasSize(1);
        assertThat(run.findings("", 6, "first")).isEmpty();
        assertThatThrownBy(() -> run.finding("", 5, "third", "probe")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> run.findings("../..", 5, "first")).isInstanceOf(RefusedException.class);
    }

    @Test
    void f2_aBadLineIsToldAndTheRestIsShown() throws IOException {
        metric(0, 1);
        writer.close();
        String bad = """
                {"step":1,"name":"loss","value":7,"crc":"00000000"}
                not json
                []
                {"step":2,"name":"loss"}
                {"step":"x","name":"loss","value":1}
                """;
        Files.writeString(writer.path().resolve("metrics.jsonl"), bad, StandardOpenOption.APPEND);
        metric(3, 2);

        assertThat(run.metric("loss", 100).steps()).containsExactly(0, 3);
        assertThat(run.problems())
                .containsExactly("metrics.jsonl, line 2: its checksum is wrong: the text was changed (and 4 more)");
    }

    @Test
    void theVersionGrowsWithEachChange() {
        long before = run.version();
        assertThat(run.version()).isEqualTo(before);
        metric(0, 1);
        long metric = run.version();
        assertThat(metric).isGreaterThan(before);
        writer.replay("again").append(new Finding(0, "first", "probe", Map.of(), Map.of(), List.of()));
        long replay = run.version();
        assertThat(replay).isGreaterThan(metric);
        assertThat(run.probes("again", 10)).hasSize(1);
        writer.write(writer.manifest());
        assertThat(run.version()).isGreaterThan(replay);
    }

    private void metric(long step, double value) {
        writer.metrics().append(List.of(new Metric(step, 0, "loss", value, WHEN)));
    }

    private void finding(long step, String layer, Map<String, Double> summary) {
        writer.findings()
                .append(new Finding(
                        step,
                        layer,
                        "probe",
                        new LinkedHashMap<>(summary),
                        Map.of("a", new Array(new int[] {1}, 1)),
                        List.of("note")));
    }
}
