package org.crease.trainer.sweep;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static final String BY_EPOCH = MOONS.replace(
                    "training: {batch-size: 20, steps: 5}", "training: {epochs: 2}")
            .replace("grid:", "    epochs: [0, 2]\ngrid:");

    @Test
    void oneTrainingIsLookedAtAfterSeveralEpochs() throws Exception {
        SweepPlan plan = SweepFiles.plan(folder, BY_EPOCH);
        Path out = folder.resolve("out");
        SweepTable table = SweepFiles.run(plan, out, 2);

        assertThat(table.keys()).containsExactly("units", "epoch");
        assertThat(TableFiles.csv(table))
                .startsWith("units,epoch,layer,measure,")
                .contains("\n2,0,,test/loss,2,");
        try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
            assertThat(runs).as("a training a repetition").hasSize(4);
        }
        for (String units : List.of("2", "4")) {
            double[] before = values(table, units, "0", "", "test/loss");
            double[] after = values(table, units, "2", "", "test/loss");
            double[] last = new double[2];
            for (Path run : SweepFiles.runs(out)) {
                try (RunDirectory directory = RunDirectory.open(run)) {
                    if (run.getFileName().toString().contains("units-" + units)) {
                        int repetition = run.getFileName().toString().contains("units-" + units + "-0") ? 0 : 1;
                        last[repetition] =
                                requireNonNull(directory.manifest().metrics().get("test/loss"));
                    }
                }
            }
            assertThat(after).containsExactly(last);
            assertThat(before[0]).isNotEqualTo(after[0]);
            assertThat(values(table, units, "0", "dense-1", "rank.rank_mean"))
                    .hasSize(2)
                    .doesNotContain(Double.NaN);
        }
        String csv = TableFiles.csv(table);
        assertThat(TableFiles.csv(SweepFiles.run(plan, out, 1)))
                .as("from the log")
                .isEqualTo(csv);
        Files.delete(out.resolve("results.jsonl"));
        assertThat(TableFiles.csv(SweepFiles.run(plan, out, 1)))
                .as("from the runs")
                .isEqualTo(csv);
    }

    private static double[] values(SweepTable table, String units, String epoch, String layer, String measure) {
        return table.row(Map.of("units", units, "epoch", epoch), layer, measure).values();
    }

    @Test
    void anEpochWithoutACheckpointIsRefused() throws Exception {
        SweepPlan plan = SweepFiles.plan(
                folder, BY_EPOCH.replace("probes: [rank]", "probes: [rank]\n      checkpoints: {start: false}"));
        assertThatThrownBy(() -> SweepFiles.run(plan, folder.resolve("out"), 1))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("there is no checkpoint after epoch 0, only after epochs [1, 2]");
    }

    @Test
    void epochsThatATrainingDoesNotReachAreRefusedBeforeIt() {
        assertThatThrownBy(() -> SweepFiles.plan(folder, BY_EPOCH.replace("[0, 2]", "[0, 3]")))
                .hasMessageContaining("has 3, but a training ends after 2");
        assertThatThrownBy(() -> SweepFiles.plan(folder, BY_EPOCH.replace("[0, 2]", "[2, 2]")))
                .hasMessageContaining("epochs must ascend, but 2 comes after 2");
        assertThatThrownBy(() -> SweepFiles.plan(folder, BY_EPOCH.replace("name: units", "name: epoch")))
                .hasMessageContaining("is called epoch, as another key or column is");
    }

    @Test
    void figuresShowEpochs() throws Exception {
        String figure = """
                figures:
                  - {name: loss, x: %s, series: units, measures: [test/loss]}
                """;
        assertThatThrownBy(() -> SweepFiles.plan(folder, BY_EPOCH + figure.formatted("layer")))
                .hasMessageContaining("shows epoch neither along x nor by series, but it has 2 values");
        SweepPlan plan = SweepFiles.plan(folder, BY_EPOCH + figure.formatted("epoch"));
        SweepTable table = SweepFiles.run(plan, folder.resolve("out"), 2);
        assertThat(SweepFigures.chart(table, plan.config().figures().get(0)).toString())
                .isNotEmpty();
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
