package org.crease.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crease.app.command.UserError;
import org.crease.runlog.compare.ComparedRun;
import org.crease.runlog.compare.RunGroup;
import org.jspecify.annotations.Nullable;

/** Which runs are compared with which: as the user says, or by the continuity of their tasks. */
record Grouping(RunGroup first, RunGroup second) {

    /**
     * Puts runs into two groups.
     *
     * @param versus the second group; empty to tell groups by continuity, or of two runs to compare one with the other
     * @throws UserError when they cannot be told
     */
    static Grouping of(List<ComparedRun> runs, List<ComparedRun> versus) {
        if (!versus.isEmpty()) {
            return labelled(runs, versus);
        } else if (runs.size() < 2) {
            throw new UserError("there is one run, " + runs.get(0).path() + "; at least two are compared");
        }
        Map<String, List<ComparedRun>> byContinuity = new LinkedHashMap<>();
        for (ComparedRun run : runs) {
            String word = run.continuity();
            byContinuity
                    .computeIfAbsent(word == null ? "unknown" : word, unused -> new ArrayList<>())
                    .add(run);
        }
        if (byContinuity.size() == 2) {
            List<List<ComparedRun>> groups = List.copyOf(byContinuity.values());
            return labelled(groups.get(0), groups.get(1));
        } else if (runs.size() == 2) {
            return labelled(runs.subList(0, 1), runs.subList(1, 2));
        }
        throw new UserError("which runs belong together? By the continuity of their tasks there are groups of "
                + byContinuity.entrySet().stream()
                        .map(entry -> entry.getValue().size() + " " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + "; put --versus between the two groups");
    }

    private static Grouping labelled(List<ComparedRun> one, List<ComparedRun> other) {
        String ofOne = continuity(one);
        String ofOther = continuity(other);
        if (ofOne != null && ofOther != null && !ofOne.equals(ofOther)) {
            return new Grouping(new RunGroup(ofOne, one), new RunGroup(ofOther, other));
        }
        boolean named = one.size() == 1
                && other.size() == 1
                && !one.get(0).name().equals(other.get(0).name());
        return new Grouping(
                new RunGroup(named ? one.get(0).name() : "first", one),
                new RunGroup(named ? other.get(0).name() : "second", other));
    }

    /** The continuity that all of them share; null where they do not. */
    private static @Nullable String continuity(List<ComparedRun> runs) {
        Set<String> words =
                runs.stream().map(run -> String.valueOf(run.continuity())).collect(Collectors.toSet());
        return words.size() == 1 ? runs.get(0).continuity() : null;
    }
}
