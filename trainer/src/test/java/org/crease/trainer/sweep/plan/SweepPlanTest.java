package org.crease.trainer.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crease.trainer.config.ConfigException;
import org.crease.trainer.sweep.plan.SubjectConfig.RandomNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPlanTest {
    private static final String RIGHT = """
            name: test
            repetitions: 2
            subject:
              random-networks:
                layers: [4, 2]
            grid:
              - {key: inputs, name: m, values: [2, 3]}
              - {key: layers.0, values: [3, 6]}
            figures:
              - {name: f, x: m, series: layers.0, measures: [rank-min]}
            """;

    @TempDir
    private Path folder;

    private SweepPlan read(String yaml, String... overrides) throws IOException {
        Path file = folder.resolve("test.sweep.yaml");
        Files.writeString(file, yaml);
        return SweepPlan.read(file, List.of(overrides));
    }

    private void refused(String yaml, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(yaml))
                .withMessage(folder.resolve("test.sweep.yaml") + ":" + message);
    }

    @Test
    void everyCombinationIsACellTheLastAxisRunningFastest() throws IOException {
        SweepPlan plan = read(RIGHT);
        assertThat(plan.keys()).containsExactly("m", "layers.0");
        assertThat(plan.cells().stream().map(Cell::name))
                .containsExactly(
                        "inputs=2,layers.0=3", "inputs=2,layers.0=6", "inputs=3,layers.0=3", "inputs=3,layers.0=6");
        Cell last = plan.cells().get(3);
        assertThat(last.values()).isEqualTo(Map.of("m", "3", "layers.0", "6"));
        RandomNetworks config = ((Cell.NetworkWork) last.work()).config();
        assertThat(config.inputs()).isEqualTo(3);
        assertThat(config.widths()).containsExactly(6, 2);
    }

    @Test
    void numbersNameACellHoweverTheyAreWritten() throws IOException {
        String axis = "{key: points.box.high, values: [0.10, 1e1, 2.0e-12]}";
        SweepPlan plan = read("{name: a, repetitions: 1, subject: {random-networks: {inputs: 1, layers: [1]}}, grid: ["
                + axis + "]}");
        assertThat(plan.cells().stream().map(Cell::name))
                .containsExactly("points.box.high=0.1", "points.box.high=10", "points.box.high=2E-12");
    }

    @Test
    void withoutAGridThereIsOneCell() throws IOException {
        SweepPlan plan = read("{name: a, repetitions: 1, subject: {random-networks: {inputs: 8, halvings: 3}}}");
        assertThat(plan.cells()).hasSize(1);
        assertThat(((Cell.NetworkWork) plan.cells().get(0).work()).config().widths())
                .containsExactly(4, 2, 1);
    }

    @Test
    void theCommandLineChangesSettings() throws IOException {
        assertThat(read(RIGHT, "repetitions=7", "seed=5").config().repetitions())
                .isEqualTo(7);
    }

    @Test
    void identityIsThatOfTheSettingsNotOfHowTheyAreWritten() throws IOException {
        String identity = read(RIGHT).identity();
        assertThat(read("# a comment\n" + RIGHT.replace("[3, 6]", "[ 3,6 ]")).identity())
                .isEqualTo(identity);
        assertThat(read(RIGHT, "repetitions=7").identity()).isEqualTo(identity);
        assertThat(read(RIGHT, "seed=5").identity()).isNotEqualTo(identity);
        assertThat(read(RIGHT.replace("[4, 2]", "[4, 1]")).identity()).isNotEqualTo(identity);
    }

    @Test
    void unknownKeysAreNamedWithWhatWasMeant() {
        refused(RIGHT.replace("repetitions", "repetition"), """
                1:1: repetitions is missing: How often each cell of the grid is repeated, with other random numbers
                FILE:2:1: repetition is not a setting; did you mean repetitions?""".replace(
                        "FILE", folder.resolve("test.sweep.yaml").toString()));
        refused(
                RIGHT.replace("key: layers.0", "key: layer.0"),
                "8:29: subject.random-networks.layer is not a setting; did you mean layers?");
        refused(
                RIGHT.replace("key: layers.0", "key: layers.2"),
                "8:30: subject.random-networks.layers has entries 0 to 1; there is no 2");
    }

    @Test
    void wrongValuesAreRefusedWhereTheyStand() {
        refused(RIGHT.replace("[2, 3]", "[2, 0]"), "7:40: subject.random-networks.inputs must be at least 1, not 0");
        refused(
                RIGHT.replace("[2, 3]", "[2, two]"),
                "7:40: subject.random-networks.inputs must be a whole number, not two");
        refused(RIGHT.replace("[2, 3]", "[2, 2.0]"), "7:40: grid.0.values.1 is 2 for the second time");
        refused(RIGHT.replace("[2, 3]", "[]"), "7:36: grid.0.values is empty");
    }

    @Test
    void contradictionsAreRefused() {
        refused(
                RIGHT.replace("layers: [4, 2]", "layers: [4, 2]\n    halvings: 1"),
                "5:5: subject.random-networks is refused: exactly one of layers and halvings must be given");
        refused(
                RIGHT.replace("layers: [4, 2]", "layers: [4, 2]\n    flipped-rows: 3"),
                "5:5: subject.random-networks is refused: flipped-rows is 3, but a layer has 2 units");
    }

    @Test
    void figuresMustNameWhatThereIs() {
        refused(
                RIGHT.replace("x: m", "x: n"),
                "10:18: figures.0.x must be layer or one of the grid's keys [m, layers.0], not n");
        refused(
                RIGHT.replace("series: layers.0, ", ""),
                "10:5: figures.0 shows layers.0 neither along x nor by series, but it has 2 values");
        refused(
                RIGHT.replace("[rank-min]}", "[rank-min], theory: [{name: t, formula: q + 1}]}"),
                "10:89: figures.0.theory.0.formula has q, which is neither x nor series of the figure; keys are [m,"
                        + " layers.0]");
    }

    @Test
    void aTrainingsSettingsAreChangedInItsOwnConfiguration() throws IOException {
        SweepPlan plan = read("""
                name: trained
                repetitions: 1
                subject:
                  trainings:
                    config:
                      name: base
                      task: {data: {toy: {shape: circle, points: 50}}, target: {regression: {of: angle}}}
                      network: {layers: [{dense: {units: 3}}]}
                      training: {batch-size: 10, steps: 4}
                grid:
                  - {key: network.layers.0.dense.units, name: units, values: [2, 5]}
                """);
        assertThat(plan.cells()).hasSize(2);
        assertThat(plan.cells().get(1).work().settings()).contains("units: 5");
    }
}
