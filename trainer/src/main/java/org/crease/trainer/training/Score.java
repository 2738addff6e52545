package org.crease.trainer.training;

import org.crease.trainer.network.Output;

/**
 * How well a network does on a split.
 *
 * @param loss mean over the samples of what is minimised, penalties on weights left out
 * @param quality accuracy for classes, R² for numbers (NaN where the target does not vary); larger is better
 */
public record Score(double loss, double quality) {

    /** What {@link #quality} is called in logs. */
    public static String qualityName(Output.Kind kind) {
        return kind == Output.Kind.CLASSES ? "accuracy" : "r2";
    }
}
