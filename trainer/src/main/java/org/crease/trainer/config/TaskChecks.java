package org.crease.trainer.config;

import java.util.function.BiConsumer;
import org.crease.trainer.config.TargetConfig.Quantity;
import org.jspecify.annotations.Nullable;

/** Whether the data can give the target. */
final class TaskChecks {

    private TaskChecks() {}

    static void check(TaskConfig task, BiConsumer<String, String> problem) {
        if (task.target() instanceof TargetConfig.ClassLabel && task.data() instanceof DataConfig.Function) {
            problem.accept("target", "cannot be class: a function has values; use regression or discretized");
        } else if (task.target() instanceof TargetConfig.Regression regression) {
            checkQuantity(task.data(), regression.of(), "target.regression.of", problem);
        } else if (task.target() instanceof TargetConfig.Discretized discretized) {
            checkQuantity(task.data(), discretized.of(), "target.discretized.of", problem);
            refuseSeveral(discretized.of(), problem);
            if (discretized.cut() == TargetConfig.Cut.MEAN && discretized.levels() != 2) {
                problem.accept(
                        "target.discretized.levels", "must be 2, not " + discretized.levels() + ": a mean cuts in two");
            }
        }
    }

    private static void refuseSeveral(Quantity quantity, BiConsumer<String, String> problem) {
        if (quantity == Quantity.INPUT || quantity == Quantity.CENTRE_OF_MASS) {
            String word = Form.Choice.word(quantity);
            problem.accept("target.discretized.of", "cannot be " + word + ": levels are those of one number");
        }
    }

    private static void checkQuantity(
            DataConfig data, Quantity quantity, String path, BiConsumer<String, String> problem) {
        String needed = needed(data, quantity);
        if (needed != null) {
            problem.accept(path, "cannot be " + Form.Choice.word(quantity) + ": only " + needed + " have it");
        }
    }

    /** What data would have the quantity that these have not; null when they may have it. */
    private static @Nullable String needed(DataConfig data, Quantity quantity) {
        boolean made = data instanceof DataConfig.Toy || data instanceof DataConfig.Function;
        return switch (quantity) {
            case FUNCTION ->
                data instanceof DataConfig.Function ? null : "inputs drawn for a function (task.data.function)";
            case ANGLE -> data instanceof DataConfig.Toy ? null : "made shapes (task.data.toy)";
            case MEAN_INTENSITY, CENTRE_OF_MASS -> made || data instanceof DataConfig.Csv ? "images" : null;
            case LABEL, INPUT -> null;
        };
    }
}
