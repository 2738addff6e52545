package org.crease.runlog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.crease.probes.Array;
import org.crease.probes.Finding;

/** Small objects to write. */
final class Samples {
    static final Instant TIME = Instant.parse("2026-01-31T12:00:00.123456Z");

    private Samples() {}

    static Manifest manifest(String name) {
        return new Manifest(
                RunDirectory.FORMAT,
                name,
                Manifest.Status.RUNNING,
                Long.MIN_VALUE,
                "discontinuous",
                Map.of("crease", "0.1.0", "java", "17"),
                "cpu, 2 cores",
                Map.of("train.gz", "ba78"),
                TIME,
                TIME.plusSeconds(1),
                null,
                7,
                List.of("dense-0", "dense-1"),
                Map.of("test/accuracy", 0.1, "test/loss", Double.NaN));
    }

    static Metric metric(long step, double value) {
        return new Metric(step, step / 10.0, "train/loss", value, TIME);
    }

    static Finding finding(long step, String layer, String probe) {
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("rank", 0.1 + 0.2);
        summary.put("undefined", Double.NaN);
        summary.put("largest", Double.POSITIVE_INFINITY);
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("h0", new Array(new double[] {0, 1, 0, Double.POSITIVE_INFINITY}, 2, 2));
        arrays.put("ranks", new Array(new int[] {(int) step, 2, 3}, 3));
        return new Finding(step, layer, probe, summary, arrays, List.of("a note", "é\n\u001b[31m"));
    }

    static Checkpoint checkpoint(long step) {
        Random random = new Random(step);
        float[] parameters = new float[20];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = random.nextFloat() - 0.5f;
        }
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("parameters", new Array(parameters, 20));
        arrays.put("updater", new Array(new float[] {1, Float.NaN, -0.0f, Float.MIN_VALUE}, 1, 4));
        arrays.put("order", new Array(new int[] {2, 0, 1}, 3));
        return new Checkpoint(
                step,
                (int) (step / 10),
                arrays,
                Map.of("shuffle", Long.MAX_VALUE, "init", Long.MIN_VALUE),
                Map.of("best", 0.1, "worst", Double.NEGATIVE_INFINITY));
    }

    /** A run with two checkpoints, as many findings and four metrics. */
    static RunDirectory fill(RunDirectory run) {
        run.write(manifest(run.name()));
        run.writeConfig("name: sample\n");
        for (long step : new long[] {10, 20}) {
            run.metrics().append(List.of(metric(step - 5, 0.5 / step), metric(step, Double.NaN)));
            run.findings().append(finding(step, "dense-0", "rank"));
            run.checkpoints().write(checkpoint(step), 1.0 / step);
        }
        return run;
    }
}
