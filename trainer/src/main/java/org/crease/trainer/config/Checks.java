package org.crease.trainer.config;

import java.util.function.BiConsumer;

/** What no single setting shows: whether the settings of one record fit together. */
final class Checks {

    private Checks() {}

    /**
     * Checks a record by itself; records inside it have been checked before.
     *
     * @param problem told the path of what is wrong, from this record on, and a message
     */
    static void check(Object made, BiConsumer<String, String> problem) {
        if (made instanceof TrainingConfig training) {
            checkLength(training, problem);
        } else if (made instanceof NetworkConfig network) {
            NetworkChecks.check(network, problem);
        } else if (made instanceof LayerConfig.Residual residual
                && residual.layers().isEmpty()) {
            problem.accept("layers", "is empty; a block needs a layer");
        } else if (made instanceof InitializationConfig.Uniform uniform && uniform.low() >= uniform.high()) {
            problem.accept(
                    "high",
                    "must be greater than low: " + Numbers.text(uniform.high()) + " is not greater than "
                            + Numbers.text(uniform.low()));
        } else if (made instanceof TaskConfig task) {
            TaskChecks.check(task, problem);
        } else if (made instanceof Config config) {
            RunChecks.check(config, problem);
        }
    }

    private static void checkLength(TrainingConfig training, BiConsumer<String, String> problem) {
        if (training.epochs() == null && training.steps() == null) {
            problem.accept("", "must say how long: give epochs or steps");
        } else if (training.epochs() != null && training.steps() != null) {
            problem.accept(
                    "steps", "and epochs are both given; leave one out, or write null for one that is inherited");
        }
    }
}
