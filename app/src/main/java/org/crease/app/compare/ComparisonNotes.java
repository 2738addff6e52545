package org.crease.app.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crease.app.terminal.Numbers;
import org.crease.runlog.compare.ComparedRun;
import org.crease.runlog.compare.Comparison;
import org.crease.runlog.compare.ComparisonRow;
import org.crease.runlog.compare.Evidence;
import org.crease.runlog.compare.Matching;
import org.crease.runlog.compare.RunGroup;
import org.crease.runlog.compare.Strata;
import org.crease.runlog.compare.StratumRow;
import org.crease.runlog.compare.Unmatched;
import org.crease.runlog.storage.Printable;

/** What a reader of a comparison must know beside the numbers. */
final class ComparisonNotes {
    private static final int MOST_NAMED = 6;

    private ComparisonNotes() {}

    /**
     * The notes.
     *
     * @param shown rows in the table
     * @param outlined whether strata are shown in ranges
     */
    static List<String> of(Comparison comparison, List<ComparisonRow> shown, boolean outlined) {
        List<String> notes = new ArrayList<>();
        if (shown.size() < comparison.rows().size()) {
            notes.add(Numbers.count(shown.size()) + " of "
                    + Numbers.count(comparison.rows().size())
                    + " rows are shown; --measure NAME shows all of a measure, --json and --csv FILE all");
        }
        if (outlined) {
            notes.add("strata: how many have a rank, in ranges; --measure " + Strata.MEASURE
                    + " shows every rank at every checkpoint, tested apart from the measures");
        }
        notes.addAll(unmatched(comparison));
        notes.addAll(sameSeeds(comparison));
        notes.addAll(tests(comparison));
        return notes.stream().map(Printable::of).toList();
    }

    private static List<String> unmatched(Comparison comparison) {
        Map<String, List<Unmatched>> byKind = new LinkedHashMap<>();
        for (Unmatched each : comparison.unmatched()) {
            byKind.computeIfAbsent(each.kind(), unused -> new ArrayList<>()).add(each);
        }
        List<String> notes = new ArrayList<>();
        byKind.forEach((kind, items) -> notes.add("not in all runs, so left out: "
                + (kind.equals("checkpoint") ? ComparisonJson.word(comparison.matching()) : kind) + " "
                + items.stream().limit(MOST_NAMED).map(ComparisonNotes::name).collect(Collectors.joining(", "))
                + (items.size() > MOST_NAMED ? " and " + (items.size() - MOST_NAMED) + " more" : "")));
        if (byKind.containsKey("checkpoint") && comparison.matching() == Matching.STEP) {
            notes.add("where batches or data differ in size, --by epoch may match more checkpoints");
        }
        return notes;
    }

    private static String name(Unmatched item) {
        String runs = item.runs().stream().limit(2).collect(Collectors.joining(", "));
        int more = item.runs().size() - 2;
        return item.name() + " (in " + runs + (more > 0 ? " and " + more + " more" : "") + ")";
    }

    private static List<String> sameSeeds(Comparison comparison) {
        List<String> notes = new ArrayList<>();
        for (RunGroup group : List.of(comparison.first(), comparison.second())) {
            Set<Long> seen = new HashSet<>();
            for (ComparedRun run : group.runs()) {
                if (!seen.add(run.seed())) {
                    notes.add(run.name() + " has the seed of another run of its group, " + run.seed()
                            + ": where their settings are the same too, they are one run counted twice");
                }
            }
        }
        return notes;
    }

    private static List<String> tests(Comparison comparison) {
        if (comparison.tests() + comparison.strataTests() == 0) {
            boolean few = Stream.of(comparison.first(), comparison.second())
                    .anyMatch(group -> group.runs().size() < 2);
            return List.of(
                    few
                            ? "no test: that needs two runs or more in each group, which differ in their seeds"
                            : "no test: no value is defined in two runs of each group");
        }
        Evidence any = Stream.concat(
                        comparison.rows().stream(), comparison.strata().stream().map(StratumRow::row))
                .flatMap(row -> Stream.ofNullable(row.evidence()))
                .findFirst()
                .orElseThrow();
        String ways = any.permutation().exact()
                ? "exact, " + Numbers.count((long) any.permutation().arrangements()) + " ways to deal out the runs"
                : "from " + Numbers.count((long) any.permutation().arrangements())
                        + " random ways to deal out the runs";
        return List.of(
                "p: permutation test of the difference of means (" + ways + "; the smallest p there can be is "
                        + Numbers.value(smallest(comparison, any)) + ")",
                "Holm: p corrected for the " + family(comparison)
                        + " compared; p ranks: exact rank-sum test, not corrected",
                "delta: Cliff's, +1 when every value of " + comparison.second().label() + " is above every one of "
                        + comparison.first().label());
    }

    /** Measures and strata are corrected apart; of these, those in the table with their tests. */
    private static String family(Comparison comparison) {
        return comparison.tests() > 0
                ? Numbers.count(comparison.tests()) + " rows"
                : Numbers.count(comparison.strataTests()) + " strata";
    }

    private static double smallest(Comparison comparison, Evidence any) {
        boolean balanced =
                comparison.first().runs().size() == comparison.second().runs().size();
        return (balanced && any.permutation().exact() ? 2 : 1)
                / any.permutation().arrangements();
    }
}
