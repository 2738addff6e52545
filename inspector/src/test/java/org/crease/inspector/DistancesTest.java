package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crease.inspector.api.Resources;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Resource;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.runlog.RunDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Distances between recorded diagrams, against values worked out by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistancesTest {
    private static final Map<String, String> LAYERS = Map.of("run", "one", "step", "500", "probe", "topology");

    private Map<String, Resource> resources = Map.of();

    @BeforeAll
    void open(@TempDir Path runs) {
        SampleRun.write(runs, "one", "continuous");
        SampleRun.write(runs, "two", "discontinuous");
        try (RunDirectory run = RunDirectory.open(runs.resolve("two"))) {
            run.findings().append(components(600, "dense-1", 2));
            run.findings().append(components(600, "dense-2", 1));
            run.findings().append(new Finding(600, "output", "topology", Map.of(), Map.of(), List.of()));
        }
        resources = Resources.of(Catalogue.in(runs));
    }

    /** Layers 0 and 2 have the loops (0.5, 1.5) and (0.5, 3.5), and (0.75, 1) in common. */
    @Test
    void bottleneckIsTheCheaperOfMovingAndLosingALoop() {
        // Moved by 2, or both lost: halves of 1 and 3.
        assertThat(ask("/api/layer-distances", with(LAYERS, "kind", "bottleneck")))
                .contains(
                        "\"name\":[\"dense-1\",\"dense-2\",\"output\"]",
                        "\"value\":[[0.0,1.0,1.5],[1.0,0.0,1.0],[1.5,1.0,0.0]]")
                .contains("\"dimensions\":[0,1]", "\"complete\":true");
    }

    @Test
    void wassersteinAddsWhatIsMoved() {
        assertThat(ask("/api/layer-distances", with(LAYERS, "kind", "wasserstein")))
                .contains("\"value\":[[0.0,1.0,2.0],[1.0,0.0,1.0],[2.0,1.0,0.0]]");
    }

    @Test
    void differentNumbersOfInfiniteBarsAreInfinitelyFarApartAndNoDiagramIsNone() {
        assertThat(ask(
                        "/api/layer-distances",
                        Map.of("run", "two", "step", "600", "probe", "topology", "dimension", "0")))
                .contains("\"value\":[[0.0,\"Infinity\",null],[\"Infinity\",0.0,null],[null,null,null]]");
    }

    @Test
    void runsAreComparedAtTheirNearestCheckpoints() {
        Map<String, String> runs = Map.of("runs", "one,two", "layer", "output", "step", "530", "probe", "topology");
        assertThat(ask("/api/run-distances", with(runs, "kind", "bottleneck")))
                .contains("\"name\":[\"one\",\"two\"]", "\"step\":[500,500]", "\"value\":[[0.0,0.0],[0.0,0.0]]");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> ask("/api/layer-distances", with(LAYERS, "kind", "far")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("sliced-wasserstein");
        assertThatThrownBy(() -> ask("/api/layer-distances", with(LAYERS, "step", "501")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("there are no findings of that probe at that step");
        assertThatThrownBy(() -> ask("/api/layer-distances", with(LAYERS, "dimension", "-1")))
                .isInstanceOf(RefusedException.class);
    }

    private String ask(String path, Map<String, String> parameters) {
        return new String(
                Objects.requireNonNull(resources.get(path))
                        .answer(new Query(parameters))
                        .body(),
                StandardCharsets.UTF_8);
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return more;
    }

    private static Finding components(long step, String layer, int infinite) {
        double[] bars = new double[2 * infinite];
        for (int i = 0; i < infinite; i++) {
            bars[2 * i + 1] = Double.POSITIVE_INFINITY;
        }
        return new Finding(step, layer, "topology", Map.of(), Map.of("h0", new Array(bars, infinite, 2)), List.of());
    }
}
