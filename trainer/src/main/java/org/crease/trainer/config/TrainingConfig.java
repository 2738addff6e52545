package org.crease.trainer.config;

import org.crease.probes.Setting;
import org.jspecify.annotations.Nullable;

/** How a network is trained. */
public record TrainingConfig(
        @Setting(
                value = "What is minimised; auto: cross-entropy for classes, mean squared error for numbers",
                byDefault = "auto")
        Loss loss,

        @Setting(value = "How parameters are updated", byDefault = "adam")
        OptimizerConfig optimizer,

        @Setting(value = "How the learning rate changes over time", byDefault = "constant")
        ScheduleConfig schedule,

        @Setting(value = "Samples an update is made from", byDefault = "64", min = 1)
        int batchSize,

        @Setting(value = "Passes over the training split; exactly one of epochs and steps is given", min = 1) @Nullable
        Integer epochs,

        @Setting(value = "Updates; exactly one of epochs and steps is given", min = 1) @Nullable
        Long steps,

        @Setting("Stop when the test score no longer gets better") @Nullable
        EarlyStopping earlyStopping,

        @Setting(value = "Factor of the sum of absolute weights in the loss", byDefault = "0", min = 0)
        double l1,

        @Setting(value = "Factor of half the sum of squared weights in the loss", byDefault = "0", min = 0)
        double l2,

        @Setting("How gradients are kept from growing") @Nullable
        ClippingConfig clipping,

        @Setting(value = "Log the training loss every so many steps", byDefault = "10", min = 1)
        int logEvery) {

    /** What is minimised. */
    public enum Loss {
        AUTO,
        CROSS_ENTROPY,
        MEAN_SQUARED_ERROR,
        MEAN_ABSOLUTE_ERROR
    }

    /** Stops when the test score (accuracy or R²) no longer gets better. Looked at after every epoch. */
    public record EarlyStopping(
            @Setting(value = "Epochs without a better score after which training ends", byDefault = "5", min = 1)
            int patience,

            @Setting(value = "How much better counts as better", byDefault = "0", min = 0)
            double improvement) {}
}
