package org.crease.trainer.probing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.trainer.config.ProbeSetConfig;
import org.crease.trainer.data.Split;
import org.crease.trainer.data.Task;
import org.crease.trainer.seed.Shuffle;
import org.crease.trainer.seed.Streams;

/** Draws the probe set of a run, from the run's stream {@code probe-set}: the same for twins, live and on replay. */
public final class ProbeSets {
    private ProbeSets() {}

    /** The split of the task that the probe set is drawn from. */
    public static Split split(ProbeSetConfig config, Task task) {
        return config.split() == ProbeSetConfig.Split.TRAIN ? task.train() : task.test();
    }

    /** The probe set of a run. */
    public static ProbeSet draw(ProbeSetConfig config, Task task, Streams streams) {
        Split split = split(config, task);
        int[] ids = ids(config, split, streams.random("probe-set"));
        Split drawn = split.rows(ids);
        return new ProbeSet(ids, drawn.inputs(), drawn.labels());
    }

    private static int[] ids(ProbeSetConfig config, Split split, SplittableRandom random) {
        List<int[]> groups = groups(config, split);
        for (int[] group : groups) {
            Shuffle.shuffle(group, random);
        }
        List<Integer> drawn = new ArrayList<>();
        for (int round = 0; drawn.size() < Math.min(config.size(), split.size()); round++) {
            for (int[] group : groups) {
                if (round < group.length && drawn.size() < config.size()) {
                    drawn.add(group[round]);
                }
            }
        }
        return drawn.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** One group a class, in the order of the labels; all in one group where classes do not count or are not known. */
    private static List<int[]> groups(ProbeSetConfig config, Split split) {
        TreeMap<Integer, List<Integer>> byLabel = new TreeMap<>();
        for (int i = 0; i < split.size(); i++) {
            int label = config.balanced() ? split.labels()[i] : 0;
            byLabel.computeIfAbsent(label, k -> new ArrayList<>()).add(i);
        }
        return byLabel.values().stream()
                .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
