package org.crease.trainer.training;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.crease.runlog.CheckpointEntry;
import org.crease.trainer.config.CheckpointConfig;

/** Which checkpoints stay on disk: the newest few and, if asked for, the best. */
final class KeepRule implements Predicate<CheckpointEntry> {
    private final Set<Long> steps = new HashSet<>();

    /** @param present those on disk, oldest first */
    KeepRule(CheckpointConfig config, List<CheckpointEntry> present) {
        int first = config.keepLast() == 0 ? 0 : Math.max(0, present.size() - config.keepLast());
        present.subList(first, present.size()).forEach(e -> steps.add(e.step()));
        if (config.keepBest()) {
            present.stream()
                    .filter(e -> e.score() != null)
                    .max(Comparator.comparingDouble(KeepRule::score))
                    .ifPresent(e -> steps.add(e.step()));
        }
    }

    private static double score(CheckpointEntry entry) {
        Double score = entry.score();
        return score == null ? Double.NEGATIVE_INFINITY : score;
    }

    @Override
    public boolean test(CheckpointEntry entry) {
        return steps.contains(entry.step());
    }
}
