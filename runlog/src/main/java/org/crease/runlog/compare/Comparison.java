package org.crease.runlog.compare;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Two groups of runs side by side.
 *
 * @param first one group
 * @param second the other; differences are its values less the first's
 * @param matching what made checkpoints one and the same
 * @param rows by measure, layer and moment
 * @param strata by probe, layer, moment and rank; a family of tests of their own
 * @param unmatched what only some of the runs have
 * @param settings what is not the same in all runs
 */
public record Comparison(
        RunGroup first,
        RunGroup second,
        Matching matching,
        List<ComparisonRow> rows,
        List<StratumRow> strata,
        List<Unmatched> unmatched,
        List<SettingDifference> settings) {

    public Comparison {
        rows = List.copyOf(rows);
        strata = List.copyOf(strata);
        unmatched = List.copyOf(unmatched);
        settings = List.copyOf(settings);
    }

    /**
     * Compares two groups at every moment that all runs have, in every scalar that all runs have.
     *
     * @throws IllegalArgumentException when a run is without findings, the runs have no moment or scalar in common, or a
     *     pattern of the selection fits nothing
     */
    public static Comparison of(RunGroup first, RunGroup second, Matching matching, Selection selection) {
        return new Comparer(first, second, matching).compare(selection);
    }

    /** Whether the groups are twins: their continuity differs, and of all settings those of the target alone. */
    public boolean twins() {
        List<String> ofFirst = continuity(first);
        List<String> ofSecond = continuity(second);
        return ofFirst.size() == 1
                && ofSecond.size() == 1
                && !ofFirst.equals(ofSecond)
                && settings.stream().allMatch(SettingDifference::ofTarget);
    }

    /** Number of tests of each kind of the rows, for which p is corrected. */
    public long tests() {
        return tests(rows.stream());
    }

    /** Number of tests of each kind of the strata, for which their p is corrected. */
    public long strataTests() {
        return tests(strata.stream().map(StratumRow::row));
    }

    /** All runs, the first group's first. */
    public List<ComparedRun> runs() {
        return Stream.concat(first.runs().stream(), second.runs().stream()).toList();
    }

    private static long tests(Stream<ComparisonRow> rows) {
        return rows.map(ComparisonRow::evidence).filter(Objects::nonNull).count();
    }

    private static List<String> continuity(RunGroup group) {
        return group.runs().stream()
                .map(run -> run.continuity() == null ? "" : run.continuity())
                .distinct()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
