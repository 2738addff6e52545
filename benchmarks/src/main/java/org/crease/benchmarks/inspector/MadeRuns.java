package org.crease.benchmarks.inspector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Run directories of any size, with made-up numbers, written without waiting for the device. */
final class MadeRuns {
    private static final String WHEN = "2026-01-31T12:00:00Z";

    private MadeRuns() {}

    /** Runs as small ones are. */
    static void many(Path folder, int count) {
        for (int i = 0; i < count; i++) {
            one(folder.resolve(String.format(Locale.ROOT, "run-%05d", i)), i % 2 == 0, 4, 6, 20);
        }
    }

    /** One run. */
    static void one(Path run, boolean classes, int layers, int checkpoints, int logged) {
        try {
            Files.createDirectories(run);
            Files.writeString(run.resolve("config.yaml"), config(run, classes));
            Files.writeString(run.resolve("manifest.json"), manifest(run, classes, layers, checkpoints));
            writeMetrics(run, logged);
            writeFindings(run, layers, checkpoints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String config(Path run, boolean classes) {
        return """
                schema: 1
                name: %s
                seed: 1
                task:
                  data:
                    dataset:
                      name: fashion-mnist-small
                      train: 0
                      test: 0
                  target: %s
                network:
                  layers:
                    - dense:
                        units: 128
                        activation: relu
                    - dense:
                        units: 64
                        activation: relu
                  initialization: pytorch
                """.formatted(run.getFileName(), classes ? "class" : "ink");
    }

    private static String manifest(Path run, boolean classes, int layers, int checkpoints) {
        StringBuilder names = new StringBuilder();
        for (int layer = 0; layer < layers; layer++) {
            names.append(layer == 0 ? "" : ",").append('"').append(layer(layer)).append('"');
        }
        return """
                {"format":1,"name":"%s","status":"done","seed":1,"continuity":"%s","versions":{},"device":"cpu","data":{},
                "created":"%s","updated":"%s","reason":null,"step":%d,"layers":[%s],
                "metrics":{"train/loss":0.4,"test/loss":0.5,"test/accuracy":0.8}}
                """.formatted(
                run.getFileName(), classes ? "discontinuous" : "continuous", WHEN, WHEN, checkpoints - 1, names);
    }

    private static void writeMetrics(Path run, int logged) throws IOException {
        try (Writer out = Files.newBufferedWriter(run.resolve("metrics.jsonl"))) {
            for (int step = 0; step < logged; step++) {
                for (String name : new String[] {"train/loss", "test/loss", "test/accuracy"}) {
                    out.write("{\"step\":" + step + ",\"epoch\":" + step / 100.0 + ",\"name\":\"" + name
                            + "\",\"value\":" + (2.0 / (1 + step * 0.01) + 0.05 * Math.sin(step)) + ",\"time\":\""
                            + WHEN + "\"}\n");
                }
            }
        }
    }

    private static void writeFindings(Path run, int layers, int checkpoints) throws IOException {
        try (Writer out = Files.newBufferedWriter(run.resolve("findings.jsonl"))) {
            for (int step = 0; step < checkpoints; step++) {
                for (int layer = 0; layer < layers; layer++) {
                    double mean = 60 - layer - 10 * Math.sin(step * 0.001 + layer);
                    out.write("{\"step\":" + step + ",\"layer\":\"" + layer(layer)
                            + "\",\"probe\":\"rank\",\"summary\":"
                            + "{\"rank_mean\":" + mean + ",\"rank_min\":49.0,\"rank_max\":72.0,\"active_mean\":" + mean
                            + ",\"regions\":200.0,\"collapsed_share\":1.0,\"margin_min\":3.7627635817048644},\"notes\":[],"
                            + "\"arrays\":\"findings/step-" + String.format(Locale.ROOT, "%08d", step) + "/"
                            + layer(layer) + ".rank.npz\"}\n");
                }
            }
        }
    }

    private static String layer(int layer) {
        return "dense-" + (layer + 1);
    }
}
