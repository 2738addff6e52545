package org.crease.trainer.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/** Whether the parts of a configuration fit together. */
final class RunChecks {

    private RunChecks() {}

    static void check(Config config, BiConsumer<String, String> problem) {
        checkLoss(config, problem);
        checkBatch(config, problem);
        checkLastStep(config, problem);
        checkProbes(config.probes(), problem);
    }

    private static void checkLoss(Config config, BiConsumer<String, String> problem) {
        TargetConfig target = config.task().target();
        boolean numbers = target instanceof TargetConfig.Regression
                || (target instanceof TargetConfig.Discretized levels && levels.as() == TargetConfig.Levels.NUMBERS);
        if (numbers && config.training().loss() == TrainingConfig.Loss.CROSS_ENTROPY) {
            problem.accept(
                    "training.loss", "cannot be cross-entropy: the target is a number; use mean-squared-error or auto");
        }
    }

    private static void checkBatch(Config config, BiConsumer<String, String> problem) {
        OptionalLong samples = samples(config.task());
        int batch = config.training().batchSize();
        if (samples.isPresent() && batch > samples.getAsLong()) {
            problem.accept(
                    "training.batch-size",
                    "is " + batch + ", but there are only " + samples.getAsLong() + " training samples");
        }
    }

    /** Number of training samples, where the configuration alone says it. */
    private static OptionalLong samples(TaskConfig task) {
        if (task.data() instanceof DataConfig.Toy toy) {
            return OptionalLong.of((long) Math.ceil(toy.points() * (1 - task.testShare())));
        } else if (task.data() instanceof DataConfig.Function function) {
            return OptionalLong.of((long) Math.ceil(function.points() * (1 - task.testShare())));
        } else if (task.data() instanceof DataConfig.Dataset dataset && dataset.train() > 0) {
            return OptionalLong.of(dataset.train());
        }
        return OptionalLong.empty();
    }

    private static void checkLastStep(Config config, BiConsumer<String, String> problem) {
        Long last = config.training().steps();
        if (last == null) {
            return;
        }
        List<Long> steps = config.checkpoints().steps();
        for (int i = 0; i < steps.size(); i++) {
            refuseBeyond(last, steps.get(i), "checkpoints.steps." + i, problem);
        }
        CheckpointConfig.Geometric geometric = config.checkpoints().geometric();
        if (geometric != null) {
            refuseBeyond(last, geometric.first(), "checkpoints.geometric.first", problem);
        }
        if (config.training().schedule() instanceof ScheduleConfig.Triangle triangle) {
            refuseBeyond(last, triangle.warmUp(), "training.schedule.triangle.warm-up", problem);
        }
    }

    private static void refuseBeyond(long last, long step, String path, BiConsumer<String, String> problem) {
        if (step > last) {
            problem.accept(path, "is step " + step + ", but training ends at step " + last + " (training.steps)");
        }
    }

    static void checkProbes(List<ProbeConfig> probes, BiConsumer<String, String> problem) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < probes.size(); i++) {
            String name = probes.get(i).name();
            Integer earlier = first.putIfAbsent(name, i);
            if (earlier != null) {
                problem.accept(
                        "probes." + i,
                        "is named " + name + " like probes." + earlier + "; give one of them another name");
            }
        }
    }
}
