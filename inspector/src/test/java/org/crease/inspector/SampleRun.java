package org.crease.inspector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.runlog.Manifest;
import org.crease.runlog.Metric;
import org.crease.runlog.RunDirectory;

/** Small runs with known numbers, written as a training writes them. */
final class SampleRun {
    static final List<String> LAYERS = List.of("dense-1", "dense-2", "output");
    static final Instant WHEN = Instant.parse("2026-01-31T12:00:00Z");

    private SampleRun() {}

    /** A finished run: six checkpoints, three layers, ranks and diagrams. */
    static Path write(Path runs, String name, String continuity) {
        return write(runs, name, continuity, "name: " + name + "\n", 0);
    }

    /**
     * The same with a configuration.
     *
     * @param shift what is added to every mean rank and every loss
     */
    static Path write(Path runs, String name, String continuity, String config, double shift) {
        try (RunDirectory run = RunDirectory.create(runs, name)) {
            run.writeConfig(config);
            run.write(manifest(name, continuity, Manifest.Status.DONE));
            for (long step = 0; step <= 500; step += 100) {
                double loss = loss(step) + shift;
                run.metrics()
                        .append(List.of(
                                new Metric(step, step / 100.0, "train/loss", loss, WHEN),
                                new Metric(step, step / 100.0, "test/loss", loss * 1.25, WHEN)));
                for (int layer = 0; layer < LAYERS.size(); layer++) {
                    run.findings().append(rank(step, layer, shift));
                    run.findings().append(topology(step, layer));
                }
            }
            return run.path();
        }
    }

    /** Takes a run away, as somebody may while it is looked at. */
    static void delete(Path run) {
        try (Stream<Path> all = Files.walk(run)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double loss(long step) {
        return 2.0 / (1 + step / 100.0);
    }

    static double meanRank(long step, int layer) {
        return 60 - 20.0 * layer - step / 50.0;
    }

    private static Manifest manifest(String name, String continuity, Manifest.Status status) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("test/loss", loss(500) * 1.25);
        metrics.put("test/accuracy", 0.875);
        return new Manifest(
                RunDirectory.FORMAT,
                name,
                status,
                7,
                continuity,
                Map.of("crease", "test"),
                "cpu",
                Map.of(),
                WHEN,
                WHEN.plusSeconds(60),
                null,
                500,
                LAYERS,
                metrics);
    }

    private static Finding rank(long step, int layer, double shift) {
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("rank_mean", meanRank(step, layer) + shift);
        summary.put("collapsed_share", layer / 4.0);
        Map<String, Array> arrays = Map.of(
                "id", new Array(new int[] {0, 1, 2, 3}, 4),
                "rank", new Array(new int[] {5, 6, 6, 7}, 4),
                "region", new Array(new long[] {1L << 62, -5, -5, 9}, 4),
                "strata_rank", new Array(new int[] {5, 6, 7}, 3),
                "strata_count", new Array(new int[] {1, 2, 1}, 3));
        return new Finding(step, LAYERS.get(layer), "rank", summary, arrays, List.of());
    }

    private static Finding topology(long step, int layer) {
        double forever = Double.POSITIVE_INFINITY;
        double death = 1 + step / 1000.0 + layer;
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("betti_0", 1.0);
        summary.put("betti_1", layer == 2 ? Double.NaN : 1.0);
        Map<String, Array> arrays = Map.of(
                "h0", new Array(new double[] {0, forever, 0, 0.5, 0, 0.25}, 3, 2),
                "h1", new Array(new double[] {0.5, death, 0.75, 1.0}, 2, 2));
        return new Finding(step, LAYERS.get(layer), "topology", summary, arrays, List.of("a <b>note</b>"));
    }
}
