package org.crease.trainer.training;

import org.crease.trainer.config.CheckpointConfig;
import org.crease.trainer.config.CheckpointConfig.Geometric;

/** Says at which steps checkpoints are taken. The last step is not its business: training always ends with one. */
final class CheckpointSchedule {
    private final CheckpointConfig config;

    CheckpointSchedule(CheckpointConfig config) {
        this.config = config;
    }

    /** @param epochsDone whole epochs done when this step ended one, 0 when it did not */
    boolean due(long step, int epochsDone) {
        return (step == 0 && config.start())
                || config.steps().contains(step)
                || (config.everySteps() > 0 && step > 0 && step % config.everySteps() == 0)
                || (config.everyEpochs() > 0 && epochsDone > 0 && epochsDone % config.everyEpochs() == 0)
                || inSeries(step);
    }

    private boolean inSeries(long step) {
        Geometric series = config.geometric();
        if (series == null) {
            return false;
        }
        double term = series.first();
        while (Math.round(term) < step) {
            term *= series.ratio();
        }
        return step > 0 && Math.round(term) == step;
    }
}
