package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crease.trainer.config.Reading.MINIMAL;
import static org.crease.trainer.config.Reading.config;
import static org.crease.trainer.config.Reading.problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings from the command line. */
class CommandLineSettingsTest {

    @Test
    void aSettingIsReplaced() {
        assertThat(config(MINIMAL, "training.batch-size=7").training().batchSize())
                .isEqualTo(7);
        assertThat(config(MINIMAL, "name=other").name()).isEqualTo("other");
        assertThat(config(MINIMAL, "runs=a=b").runs()).isEqualTo("a=b");
    }

    @Test
    void theLaterOfTwoCounts() {
        assertThat(config(MINIMAL, "seed=2", "seed=3").seed()).isEqualTo(3);
    }

    @Test
    void placesInListsAreNumberedFromZero() {
        assertThat(config(MINIMAL, "network.layers.0.dense.units=64").network().layers())
                .containsExactly(new LayerConfig.Dense(64, LayerConfig.ActivationFunction.RELU, null));
    }

    @Test
    void anotherVariantReplacesAndTheSameIsAddedTo() {
        String sgd = MINIMAL + "  optimizer: {nesterov: {learning-rate: 0.5}}\n";
        assertThat(config(sgd, "training.optimizer.nesterov.momentum=0.25")
                        .training()
                        .optimizer())
                .isEqualTo(new OptimizerConfig.Nesterov(0.5, 0.25));
        assertThat(config(sgd, "training.optimizer.sgd.learning-rate=0.25")
                        .training()
                        .optimizer())
                .isEqualTo(new OptimizerConfig.Sgd(0.25));
        assertThat(config(sgd, "training.optimizer=adamax").training().optimizer())
                .isEqualTo(new OptimizerConfig.AdaMax(0.001, 0.9, 0.999));
    }

    @Test
    void whatIsAbsentIsMade() {
        assertThat(config(MINIMAL, "checkpoints.geometric.ratio=3")
                        .checkpoints()
                        .geometric())
                .isEqualTo(new CheckpointConfig.Geometric(1, 3));
        assertThat(config(MINIMAL, "training.optimizer.adam.beta1=0.5")
                        .training()
                        .optimizer())
                .isEqualTo(new OptimizerConfig.Adam(0.001, 0.5, 0.999, 1e-8));
    }

    @Test
    void valuesAreYaml() {
        assertThat(config(MINIMAL, "probes=[rank, topology]").probes()).hasSize(2);
        assertThat(config(MINIMAL, "training.epochs=null", "training.steps=10")
                        .training()
                        .epochs())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.batch-sise=3 | training.batch-sise is not a setting; did you mean batch-size?",
                "training.batch-size=x | training.batch-size must be a whole number, not x",
                "network.layers.1.dense.units=3 | network.layers has entries 0 to 0; there is no 1",
                "network.layers.first=3 | network.layers has entries 0 to 0; there is no first",
                "probes.0.rank.dimension=3 | probes is empty; there is no 0",
                "network.layers.0.units=3 | network.layers.0 is a choice; did you mean network.layers.0.dense.units?",
                "training.optimizer.adm.beta1=0 | training.optimizer must be one of sgd, nesterov, adam, adamax, rmsprop, not adm; did you mean adam?",
                "seed.x=3 | seed has no settings of its own",
                "seed= | seed has no value; for its default, leave the key out",
                "schema=2 | schema is not a setting",
                "extends=a.yaml | extends is not a setting",
                "seed | must be written path=value, for example training.batch-size=32",
                "=3 | must be written path=value, for example training.batch-size=32",
                "..=3 | must be written path=value, for example training.batch-size=32",
                "name=*x | an alias (*) is not supported; write the value again, or use extends",
                "name=[a | is not YAML: expected ',' or ']', but got <stream end>",
            })
    void problemsNameTheOption(String setting, String message) {
        assertThat(problems(MINIMAL, setting)).first().asString().startsWith("--set " + setting + ": " + message);
    }
}
