package org.crease.runlog.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A setting that is not the same in all runs.
 *
 * @param key of the configuration, with dots
 * @param first the values in the first group, each once; {@link #ABSENT} for a run without it
 * @param second the values in the second group
 */
public record SettingDifference(String key, List<String> first, List<String> second) {
    /** Stands for a setting that a run does not have. */
    public static final String ABSENT = "-";

    private static final String TARGET = "task.target";

    /** What may differ between repetitions, or changes nothing that probes see. */
    private static final Set<String> OF_EACH_RUN = Set.of("name", "runs", "seed", "device", "checkpoints", "probing");

    public SettingDifference {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** Whether it belongs to the target, in which alone twins differ. */
    public boolean ofTarget() {
        return key.equals(TARGET) || key.startsWith(TARGET + ".");
    }

    /** Every setting that differs, by key, but for names, seeds and what changes nothing that probes see. */
    static List<SettingDifference> between(RunGroup first, RunGroup second) {
        Set<String> keys = new TreeSet<>();
        Stream.of(first, second)
                .flatMap(group -> group.runs().stream())
                .forEach(run -> keys.addAll(run.settings().keySet()));
        List<SettingDifference> differences = new ArrayList<>();
        for (String key : keys) {
            List<String> one = values(first, key);
            List<String> other = values(second, key);
            boolean same = one.size() == 1 && one.equals(other);
            if (!same && !OF_EACH_RUN.contains(key.replaceFirst("\\..*", ""))) {
                differences.add(new SettingDifference(key, one, other));
            }
        }
        return differences;
    }

    private static List<String> values(RunGroup group, String key) {
        return group.runs().stream()
                .map(run -> run.settings().getOrDefault(key, ABSENT))
                .distinct()
                .toList();
    }
}
