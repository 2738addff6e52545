package org.crease.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.crease.trainer.config.Configs;
import org.junit.jupiter.api.Test;

class HyperparametersTest {

    @Test
    void singleValuesHaveTheirTypesAndTheirPlace() {
        Map<String, Object> settings = Hyperparameters.of("""
                schema: 1
                name: a
                seed: 12345678901234567890
                task: {target: class, points: [1, 2]}
                network:
                  layers:
                    - dense: {units: 24, activation: relu}
                    - batch-norm
                training: {rate: 1e-8, l1: -0.5, shuffle: true, word: "true", none: null, empty: []}
                probes: [rank]
                """);
        assertThat(settings)
                .containsExactly(
                        Map.entry("seed", "12345678901234567890"),
                        Map.entry("task.target", "class"),
                        Map.entry("task.points", "[1, 2]"),
                        Map.entry("network.layers[0].dense.units", 24.0),
                        Map.entry("network.layers[0].dense.activation", "relu"),
                        Map.entry("network.layers[1]", "batch-norm"),
                        Map.entry("training.rate", 1e-8),
                        Map.entry("training.l1", -0.5),
                        Map.entry("training.shuffle", true),
                        Map.entry("training.word", "true"),
                        Map.entry("training.empty", "[]"));
    }

    @Test
    void everyWrittenConfigurationHasThem() {
        String yaml = Configs.write(Trainings.config(Trainings.MOONS));
        assertThat(Hyperparameters.of(yaml))
                .containsEntry("seed", 7.0)
                .containsEntry("training.batch-size", 32.0)
                .containsEntry("device", "auto")
                .allSatisfy((key, value) -> assertThat(key).doesNotStartWith("probe"))
                .doesNotContainKeys("name", "runs", "schema");
    }
}
