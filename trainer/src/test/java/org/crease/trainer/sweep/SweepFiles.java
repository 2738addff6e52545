package org.crease.trainer.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.jspecify.annotations.Nullable;

/** Small sweeps for tests. */
final class SweepFiles {
    private SweepFiles() {}

    static final Path SHIPPED = Path.of("..", "configs", "papers", "rank-decomposition");

    static final String SMALL = """
            name: small
            repetitions: 12
            subject:
              random-networks:
                layers: [4]
                measures: [rank-min, rank-mean, rank-max, active-mean, regions]
                points: {box: {count: 20}}
            grid:
              - {key: inputs, name: m, values: [2, 3]}
              - {key: layers.0, name: n, values: [3, 6, 9]}
            """;

    static SweepPlan plan(Path directory, String yaml) throws IOException {
        Path file = directory.resolve("test.sweep.yaml");
        Files.writeString(file, yaml);
        return SweepPlan.read(file, List.of());
    }

    /** The directories of a sweep's trainings. */
    static List<Path> runs(Path out) throws IOException {
        try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
            return runs.toList();
        }
    }

    static SweepTable run(SweepPlan plan, @Nullable Path out, int threads) throws InterruptedException {
        SweepRun.Outcome outcome = new SweepRun(plan, out, threads, SweepObserver.NONE, Sweeps::standard).run();
        if (!outcome.complete()) {
            throw new AssertionError("the sweep is not complete");
        }
        return outcome.table();
    }
}
