package org.crease.trainer.probing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.events.Event;
import org.crease.runlog.events.EventLog;
import org.crease.runlog.events.EventReader;
import org.crease.runlog.logdir.EventAccumulator;
import org.crease.runlog.logdir.LogDirectory;
import org.crease.runlog.logdir.Tag;
import org.crease.trainer.config.LayerConfig;
import org.crease.trainer.config.LayerConfig.ActivationFunction;
import org.crease.trainer.network.Nets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

class FindingEventsTest {

    @TempDir
    private Path folder;

    private static Snapshot snapshot(int features) {
        INDArray inputs = Described.random(3, features);
        return Described.snapshot(
                Nets.network(
                        new long[] {features},
                        Nets.TEN_CLASSES,
                        Nets.dense(4, ActivationFunction.RELU),
                        new LayerConfig.Dropout(0.5)),
                inputs);
    }

    private static Finding finding(Map<String, Array> arrays) {
        return new Finding(3, "dense-1", "look", Map.of("mean", 1.5), arrays, List.of());
    }

    /** The plugin of each tag that was written. */
    private Map<String, String> written(Snapshot snapshot, Finding... findings) throws IOException {
        try (EventLog log = new EventLog(folder)) {
            new FindingEvents(log).write(snapshot, List.of(findings));
        }
        Path file;
        try (var files = Files.list(folder)) {
            file = files.filter(f -> requireNonNull(f.getFileName()).toString().contains("tfevents"))
                    .findFirst()
                    .orElseThrow();
        }
        Map<String, String> plugins = new HashMap<>();
        try (EventReader reader = new EventReader(file)) {
            for (Event event : reader.available()) {
                for (Event.Value value : event.values()) {
                    assertThat(event.step()).isEqualTo(3);
                    plugins.put(value.tag(), value.plugin());
                }
            }
        }
        return plugins;
    }

    private static final Map<String, String> OF_LAYERS = Map.of(
            "activations/dense-1", "histograms",
            "weights/dense-1", "histograms",
            "activations/dropout-1", "histograms",
            "activations/output", "histograms",
            "weights/output", "histograms");

    private static Map<String, String> plus(String... tagsAndPlugins) {
        Map<String, String> all = new HashMap<>(OF_LAYERS);
        for (int i = 0; i < tagsAndPlugins.length; i += 2) {
            all.put(tagsAndPlugins[i], tagsAndPlugins[i + 1]);
        }
        return all;
    }

    @Test
    void everyLayerHasHistogramsAndEveryNumberAScalar() throws IOException {
        assertThat(written(snapshot(5), finding(Map.of()))).isEqualTo(plus("look/dense-1/mean", "scalars"));
    }

    @Test
    void ranksOfPointsOfThePlaneAreAHistogramAndAMap() throws IOException {
        Array ranks = new Array(new int[] {0, 2, 1}, 3);
        assertThat(written(snapshot(2), finding(Map.of("rank", ranks))))
                .isEqualTo(plus(
                        "look/dense-1/mean", "scalars",
                        "look/dense-1/rank", "histograms",
                        "look/dense-1/map", "images"));
    }

    private static Map<String, Array> partition() {
        return new HashMap<>(Map.of(
                "rank", new Array(new int[] {0, 2}, 2),
                "window", new Array(new double[] {0, 2, 0, 1}, 4),
                "vertices", new Array(new double[] {0, 0, 2, 0, 2, 1, 0, 0, 2, 1, 0, 1}, 6, 2),
                "offsets", new Array(new int[] {0, 3, 6}, 3)));
    }

    @Test
    void aPartitionIsAMapOfItsRegions() throws IOException {
        assertThat(written(snapshot(2), finding(partition()))).containsEntry("look/dense-1/map", "images");
    }

    @Test
    void aPartitionOfASliceIsAMapToo() throws IOException {
        Map<String, Array> slice = partition();
        slice.put("plane", new Array(new double[15], 3, 5));
        assertThat(written(snapshot(5), finding(slice))).containsEntry("look/dense-1/map", "images");
    }

    @Test
    void ranksOfOtherInputsAreAHistogram() throws IOException {
        Array ranks = new Array(new int[] {0, 2, 1}, 3);
        assertThat(written(snapshot(5), finding(Map.of("rank", ranks))))
                .containsKey("look/dense-1/rank")
                .doesNotContainKey("look/dense-1/map");
    }

    @Test
    void ranksOfSomeInputsHaveNoMap() throws IOException {
        Array ranks = new Array(new int[] {0, 2}, 2);
        assertThat(written(snapshot(2), finding(Map.of("rank", ranks))))
                .containsKey("look/dense-1/rank")
                .doesNotContainKey("look/dense-1/map");
    }

    @Test
    void diagramsAreDrawnAlsoOfComponentsAlone() throws IOException {
        Array h0 = new Array(new double[] {0, 1, 0, Double.POSITIVE_INFINITY}, 2, 2);
        Array none = new Array(new double[0], 0, 2);
        assertThat(written(snapshot(5), finding(Map.of("h0", h0)))).containsEntry("look/dense-1/diagram", "images");
        assertThat(written(snapshot(5), finding(Map.of("h0", h0, "h1", none))))
                .containsEntry("look/dense-1/diagram", "images");
    }

    @Test
    void notesAreWrittenWhenTheyChange() throws IOException {
        Finding noted = new Finding(3, "dense-1", "look", Map.of(), Map.of(), List.of("![a](http://a.example)"));
        try (EventLog log = new EventLog(folder)) {
            FindingEvents events = new FindingEvents(log);
            events.write(snapshot(5), List.of(noted));
            events.write(snapshot(5), List.of(noted, finding(Map.of())));
        }
        EventAccumulator run = LogDirectory.of(folder).open(".");
        run.refresh();
        assertThat(run.tags())
                .filteredOn(tag -> tag.name().equals("look/dense-1/notes"))
                .singleElement()
                .satisfies(tag -> assertThat(tag.kind()).isEqualTo(Tag.Kind.TEXT))
                .satisfies(tag -> assertThat(tag.logged()).isEqualTo(2));
    }

    @Test
    void arraysOfTheSameNamesAndOtherShapesArePassedOver() throws IOException {
        Array square = new Array(new double[4], 2, 2);
        Array line = new Array(new float[3], 3);
        assertThat(written(snapshot(2), finding(Map.of("rank", square, "h0", line, "h1", line))))
                .isEqualTo(plus("look/dense-1/mean", "scalars"));
    }
}
