package org.crease.trainer.training;

import org.crease.trainer.config.TrainingConfig.EarlyStopping;
import org.jspecify.annotations.Nullable;

/**
 * Watches the test quality from epoch to epoch.
 *
 * @param best best so far; negative infinity before the first
 * @param epochsSinceBest epochs done since then
 */
record EarlyStop(double best, int epochsSinceBest) {

    EarlyStop after(double quality, @Nullable EarlyStopping rule) {
        double improvement = rule == null ? 0 : rule.improvement();
        return quality > best + improvement ? new EarlyStop(quality, 0) : new EarlyStop(best, epochsSinceBest + 1);
    }

    boolean due(@Nullable EarlyStopping rule) {
        return rule != null && epochsSinceBest >= rule.patience();
    }
}
