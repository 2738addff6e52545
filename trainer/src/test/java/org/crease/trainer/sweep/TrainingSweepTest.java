package org.crease.trainer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of trainings; small ones, since each is a run like any other. */
class TrainingSweepTest {
    private static final String MOONS = """
            name: moons
            repetitions: 2
            subject:
              trainings:
                config:
                  name: base
                  task: {data: {toy: {shape: two-moons, points: 100, noise: 0.1}}}
                  network: {layers: [{dense: {units: 3}}]}
                  training: {batch-size: 20, steps: 5}
                  probes: [rank]
                  probe-set: {size: 10}
            grid:
              - {key: network.layers.0.dense.units, name: units, values: [2, 4]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aTrainingsLastMetricsAndFindingsAreItsNumbers() throws Exception {
        SweepPlan plan = SweepFiles.plan(folder, MOONS);
        Path out = folder.resolve("out");
        SweepTable table = SweepFiles.run(plan, out, 2);
        assertThat(table.keys()).containsExactly("units");
        Statistic rank = table.statistic(Map.of("units", "2"), null, "rank.rank_mean");
        assertThat(rank.n()).isEqualTo(2);
        assertThat(rank.mean()).isBetween(0.0, 2.0);
        assertThat(table.rows())
                .anyMatch(
                        row -> row.measure().equals("test/loss") && row.layer().isEmpty());

        try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
            List<Path> made = runs.toList();
            assertThat(made).hasSize(4);
            for (Path run : made) {
                try (RunDirectory directory = RunDirectory.open(run)) {
                    assertThat(directory.manifest().status()).isEqualTo(Manifest.Status.DONE);
                }
            }
        }
        String first = TableFiles.csv(table);
        Files.delete(out.resolve("results.jsonl"));
        assertThat(TableFiles.csv(SweepFiles.run(plan, out, 1)))
                .as("from the runs that are there")
                .isEqualTo(first);
        assertThat(TableFiles.csv(SweepFiles.run(plan, folder.resolve("again"), 1)))
                .as("trained anew on one thread")
                .isEqualTo(first);
    }

    @Test
    void repetitionsOfACellDiffer() throws Exception {
        SweepTable table = SweepFiles.run(SweepFiles.plan(folder, MOONS), folder.resolve("out"), 1);
        double[] losses = table.row(Map.of("units", "4"), "", "test/loss").values();
        assertThat(losses[0]).isNotEqualTo(losses[1]);
    }

    @Test
    void trainingsNeedADirectory() throws Exception {
        SweepPlan plan = SweepFiles.plan(folder, MOONS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SweepFiles.run(plan, null, 1))
                .withMessage("a sweep of trainings needs a directory for its runs");
    }
}
