package org.crease.inspector;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.runlog.Manifest;
import org.crease.runlog.Metric;
import org.crease.runlog.RecordedProbeSet;
import org.crease.runlog.RunDirectory;

/**
 * A run on a ring of samples in the plane, with everything that a layer can show: 48 samples of two classes, their ids from 100 on,
 * at four steps in three layers.
 */
final class LayerSample {
    static final int SAMPLES = 48;
    static final int FIRST_ID = 100;
    static final List<String> LAYERS = List.of("dense-1", "dense-2", "output");
    static final List<String> CLASSES = List.of("upper half", "lower half");
    static final long LAST = 300;
    /** The two outputs are x - 1/4 and 0: the decision changes where x is this. */
    static final double BOUNDARY = 0.25;

    private static final Instant WHEN = Instant.parse("2026-01-31T12:00:00Z");

    private LayerSample() {}

    static void write(Path runs, String name) {
        try (RunDirectory run = RunDirectory.create(runs, name)) {
            run.writeConfig("name: " + name + "\n");
            run.write(manifest(name, LAYERS, CLASSES));
            run.write(probeSet());
            for (long step = 0; step <= LAST; step += 100) {
                run.metrics().append(List.of(new Metric(step, step, "train/loss", 1.0 / (1 + step), WHEN)));
                for (int layer = 0; layer < LAYERS.size(); layer++) {
                    run.findings().append(rank(step, layer));
                    run.findings().append(topology(step, layer));
                    run.findings().append(projection(step, layer));
                    run.findings().append(partition(step, layer));
                }
                run.findings().append(mapper(step));
            }
        }
    }

    /** Adds what probes found at one more step. */
    static void grow(Path runs, String name, long step) {
        try (RunDirectory run = RunDirectory.open(runs.resolve(name))) {
            for (int layer = 0; layer < LAYERS.size(); layer++) {
                run.findings().append(rank(step, layer));
                run.findings().append(topology(step, layer));
            }
        }
    }

    /** A run whose samples are pictures of 4 by 6, the k-th white in pixel k and black elsewhere; nothing projected. */
    static void writePictures(Path runs, String name, int channels) {
        int pixels = channels * 4 * 6;
        float[] input = new float[3 * pixels];
        for (int k = 0; k < 3; k++) {
            input[k * pixels + k] = 1;
        }
        try (RunDirectory run = RunDirectory.create(runs, name)) {
            run.writeConfig("name: " + name + "\n");
            run.write(manifest(name, List.of("conv"), List.of()));
            run.write(new RecordedProbeSet(
                    new Array(new int[] {7, 8, 9}, 3),
                    new Array(input, 3, channels, 4, 6),
                    null,
                    new Array(new double[] {0.5, 1.5, 2.5}, 3)));
            double[] corners = {0, 0, 1, 0, 0, 1};
            run.findings()
                    .append(new Finding(
                            0,
                            "conv",
                            "projection",
                            Map.of("explained", 1.0),
                            Map.of(
                                    "ids", new Array(new int[] {7, 8, 9}, 3),
                                    "coordinates", new Array(corners, 3, 2)),
                            List.of()));
        }
    }

    /** A run in which every text is the same. */
    static void writeTexts(Path runs, String name, String text) {
        try (RunDirectory run = RunDirectory.create(runs, name)) {
            run.writeConfig(text);
            run.write(manifest(name, List.of(text), List.of(text, text + "2")));
            run.write(probeSet());
            run.metrics().append(List.of(new Metric(0, 0, text, 1, WHEN), new Metric(0, 0, text + "loss", 1, WHEN)));
            for (Finding finding : List.of(rank(0, 0), topology(0, 0), projection(0, 0), partition(0, 2), mapper(0))) {
                Map<String, Double> summary = new LinkedHashMap<>(finding.summary());
                summary.put(text, 1.0);
                run.findings()
                        .append(new Finding(0, text, finding.probe() + text, summary, finding.arrays(), List.of(text)));
            }
        }
    }

    /** A run with so many bars of each dimension in its only layer. */
    static void writeBars(Path runs, String name, int count) {
        double[] h0 = new double[2 * count];
        double[] h1 = new double[2 * count];
        for (int k = 0; k < count; k++) {
            h0[2 * k + 1] = k == 0 ? Double.POSITIVE_INFINITY : 2.0 * k / count;
            h1[2 * k] = 1 + 0.5 * k / count;
            h1[2 * k + 1] = h1[2 * k] + 0.25 * ((k * 7919L) % count + 1) / count;
        }
        try (RunDirectory run = RunDirectory.create(runs, name)) {
            run.writeConfig("name: " + name + "\n");
            run.write(manifest(name, List.of("dense"), List.of()));
            run.findings()
                    .append(new Finding(
                            0,
                            "dense",
                            "topology",
                            Map.of("points", (double) count),
                            Map.of("h0", new Array(h0, count, 2), "h1", new Array(h1, count, 2)),
                            List.of()));
        }
    }

    /** A regression on the plane: its output is x + y on both polygons of the window from 0 to 2. */
    static void writeNumbers(Path runs, String name) {
        double[] corners = {0, 0, 2, 0, 2, 2, 0, 0, 2, 2, 0, 2};
        double[] output = new double[6];
        for (int corner = 0; corner < 6; corner++) {
            output[corner] = corners[2 * corner] + corners[2 * corner + 1];
        }
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("window", new Array(new double[] {0, 2, 0, 2}, 4));
        arrays.put("vertices", new Array(corners, 6, 2));
        arrays.put("offsets", new Array(new int[] {0, 3, 6}, 3));
        arrays.put("rank", new Array(new int[] {1, 1}, 2));
        arrays.put("output", new Array(output, 6, 1));
        try (RunDirectory run = RunDirectory.create(runs, name)) {
            run.writeConfig("name: " + name + "\n");
            run.write(manifest(name, List.of("output"), List.of()));
            run.write(new RecordedProbeSet(
                    new Array(new int[] {0, 1, 2}, 3),
                    new Array(new float[] {0, 0, 1, 1, 2, 2}, 3, 2),
                    null,
                    new Array(new double[] {0, 2, 4}, 3)));
            run.findings().append(new Finding(0, "output", "partition", Map.of("borders", 1.0), arrays, List.of()));
        }
    }

    static double angle(int sample) {
        return 2 * Math.PI * (sample + 0.5) / SAMPLES;
    }

    private static Manifest manifest(String name, List<String> layers, List<String> classes) {
        return new Manifest(
                RunDirectory.FORMAT,
                name,
                Manifest.Status.DONE,
                7,
                classes.isEmpty() ? "continuous" : "discontinuous",
                Map.of("crease", "test"),
                "cpu",
                Map.of(),
                WHEN,
                WHEN.plusSeconds(60),
                null,
                LAST,
                layers,
                classes,
                Map.of());
    }

    private static RecordedProbeSet probeSet() {
        float[] input = new float[2 * SAMPLES];
        for (int k = 0; k < SAMPLES; k++) {
            input[2 * k] = (float) (0.8 * Math.cos(angle(k)));
            input[2 * k + 1] = (float) (0.8 * Math.sin(angle(k)));
        }
        return new RecordedProbeSet(ids(), new Array(input, SAMPLES, 2), ints(k -> k < SAMPLES / 2 ? 0 : 1), null);
    }

    private static Finding rank(long step, int layer) {
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("rank_mean", 1.75 - step / 1000.0);
        summary.put("collapsed_share", 0.25);
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("id", ids());
        arrays.put("rank", ints(k -> k % 4 == 0 ? 1 : 2));
        arrays.put("active", ints(k -> 3 + k % 5));
        long[] regions = IntStream.range(0, SAMPLES)
                .mapToLong(k -> k / 6 * 1_000_000_007L)
                .toArray();
        arrays.put("region", new Array(regions, SAMPLES));
        arrays.put("collapsed", new Array(collapsed(), SAMPLES));
        arrays.put("strata_rank", new Array(new int[] {1, 2}, 2));
        arrays.put("strata_count", new Array(new int[] {12, 36}, 2));
        return new Finding(step, LAYERS.get(layer), "rank", summary, arrays, List.of());
    }

    private static byte[] collapsed() {
        byte[] collapsed = new byte[SAMPLES];
        for (int k = 0; k < SAMPLES; k += 4) {
            collapsed[k] = 1;
        }
        return collapsed;
    }

    private static Finding topology(long step, int layer) {
        double[] h0 = new double[2 * SAMPLES];
        for (int k = 0; k < SAMPLES; k++) {
            h0[2 * k + 1] = k == 0 ? Double.POSITIVE_INFINITY : 0.1 + 0.004 * k;
        }
        double[] h1 = {0.3, 1.4 + step / 1000.0, 0.35, 0.5, 0.4, 0.75};
        double[] grid = IntStream.rangeClosed(0, 40).mapToDouble(k -> k / 20.0).toArray();
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("h0", new Array(h0, SAMPLES, 2));
        arrays.put("h1", new Array(h1, 3, 2));
        arrays.put("betti_grid", new Array(grid, grid.length));
        arrays.put("betti0", betti(grid, h0));
        arrays.put("betti1", betti(grid, h1));
        if (layer < 2) {
            arrays.put("h1_cocycle_bar", new Array(new int[] {0}, 1));
            arrays.put("h1_cocycle_offsets", new Array(new int[] {0, 3}, 2));
            arrays.put("h1_cocycle_simplices", new Array(new int[] {100, 146, 100, 147, 101, 147}, 3, 2));
            arrays.put("h1_cocycle_values", new Array(new int[] {1, 1, 1}, 3));
        }
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("h1_count", 1.0);
        summary.put("h1_max_persistence", 1.1 + step / 1000.0);
        return new Finding(step, LAYERS.get(layer), "topology", summary, arrays, List.of("a <b>note</b>"));
    }

    private static Array betti(double[] grid, double[] bars) {
        int[] counts = new int[grid.length];
        for (int i = 0; i < grid.length; i++) {
            for (int bar = 0; bar < bars.length; bar += 2) {
                counts[i] += bars[bar] <= grid[i] && grid[i] < bars[bar + 1] ? 1 : 0;
            }
        }
        return new Array(counts, counts.length);
    }

    private static Finding projection(long step, int layer) {
        double[] coordinates = new double[3 * SAMPLES];
        for (int k = 0; k < SAMPLES; k++) {
            double a = angle(k);
            coordinates[3 * k] = 3 * Math.cos(a);
            coordinates[3 * k + 1] = (3 - 0.8 * layer) * Math.sin(a);
            coordinates[3 * k + 2] = step / 150.0 * Math.sin(2 * a + layer);
        }
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("explained", 0.875);
        summary.put("explained_1", 0.5);
        summary.put("explained_2", 0.25);
        summary.put("explained_3", 0.125);
        Map<String, Array> arrays = Map.of("ids", ids(), "coordinates", new Array(coordinates, SAMPLES, 3));
        return new Finding(step, LAYERS.get(layer), "projection", summary, arrays, List.of());
    }

    /** Four quarters of the window from -1 to 1; the last layer knows the output at their corners. */
    private static Finding partition(long step, int layer) {
        double[] vertices = new double[32];
        double[] output = new double[32];
        for (int quarter = 0; quarter < 4; quarter++) {
            double left = quarter % 2 - 1;
            double bottom = quarter / 2 - 1;
            double[] corners = {left, bottom, left + 1, bottom, left + 1, bottom + 1, left, bottom + 1};
            System.arraycopy(corners, 0, vertices, 8 * quarter, 8);
        }
        for (int corner = 0; corner < 16; corner++) {
            output[2 * corner] = vertices[2 * corner] - BOUNDARY;
        }
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("window", new Array(new double[] {-1, 1, -1, 1}, 4));
        arrays.put("vertices", new Array(vertices, 16, 2));
        arrays.put("offsets", new Array(new int[] {0, 4, 8, 12, 16}, 5));
        arrays.put("rank", new Array(new int[] {0, 1, 2, 2}, 4));
        arrays.put("active", new Array(new int[] {1, 2, 3, 4}, 4));
        arrays.put("area", new Array(new double[] {1, 1, 1, 1}, 4));
        arrays.put("region", new Array(new long[] {-1, 255, 16, 1}, 4));
        if (layer == 2) {
            arrays.put("output", new Array(output, 16, 2));
        }
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("regions", 4.0);
        summary.put("borders", 4.0);
        return new Finding(step, LAYERS.get(layer), "partition", summary, arrays, List.of());
    }

    /** A ring of eight clusters of eight samples each; neighbours share two. */
    private static Finding mapper(long step) {
        int nodes = 8;
        int[] edges = new int[2 * nodes];
        int[] offsets = new int[nodes + 1];
        int[] members = new int[8 * nodes];
        double[] purity = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            edges[2 * node] = node;
            edges[2 * node + 1] = (node + 1) % nodes;
            offsets[node + 1] = 8 * (node + 1);
            purity[node] = node % 4 == 3 ? 0.75 : 1;
            for (int member = 0; member < 8; member++) {
                members[8 * node + member] = FIRST_ID + (6 * node + member) % SAMPLES;
            }
        }
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("node_size", new Array(new int[] {8, 8, 8, 8, 8, 8, 8, 8}, nodes));
        arrays.put("node_purity", new Array(purity, nodes));
        arrays.put("node_class", new Array(new int[] {0, 0, 0, 0, 1, 1, 1, 1}, nodes));
        arrays.put("edges", new Array(edges, nodes, 2));
        arrays.put("member_offsets", new Array(offsets, offsets.length));
        arrays.put("members", new Array(members, members.length));
        return new Finding(step, "dense-2", "mapper", Map.of("nodes", 8.0), arrays, List.of());
    }

    private static Array ids() {
        return ints(k -> FIRST_ID + k);
    }

    private static Array ints(java.util.function.IntUnaryOperator value) {
        return new Array(IntStream.range(0, SAMPLES).map(value).toArray(), SAMPLES);
    }
}
