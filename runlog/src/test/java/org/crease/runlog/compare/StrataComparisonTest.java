package org.crease.runlog.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.NamePattern;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrataComparisonTest {

    /** A run with a mean rank, and in each step the strata given: rank, count, rank, count.. */
    private static ComparedRun run(String name, int[]... steps) {
        List<FindingEntry> findings = new ArrayList<>();
        List<Strata> strata = new ArrayList<>();
        for (int step = 0; step < steps.length; step++) {
            findings.add(new FindingEntry(step, "dense-1", "rank", Map.of("rank_mean", 1.0), List.of(), "none.npz"));
            if (steps[step].length > 0) {
                TreeMap<Integer, Integer> counts = new TreeMap<>();
                for (int i = 0; i < steps[step].length; i += 2) {
                    counts.put(steps[step][i], steps[step][i + 1]);
                }
                strata.add(new Strata(step, "dense-1", "rank", counts));
            }
        }
        return new ComparedRun(
                name,
                Path.of(name),
                1,
                null,
                Manifest.Status.DONE,
                new TreeMap<>(),
                findings,
                strata,
                new TreeMap<>(Map.of(0L, 0, 1L, 1)));
    }

    private static int[] counts(int... counts) {
        return counts;
    }

    private static Comparison compare(List<ComparedRun> first, List<ComparedRun> second, Selection selection) {
        return Comparison.of(new RunGroup("a", first), new RunGroup("b", second), Matching.STEP, selection);
    }

    @Test
    void everyRankOfEitherRunHasARowAndMissingOnesCountNone() {
        Comparison comparison = compare(
                List.of(run("a", counts(4, 10), counts(2, 7, 3, 3))),
                List.of(run("b", counts(4, 10), counts(3, 9, 5, 1))),
                Selection.ALL);

        assertThat(comparison.strata())
                .extracting(
                        stratum -> stratum.row().moment(),
                        StratumRow::rank,
                        stratum -> stratum.row().first().mean(),
                        stratum -> stratum.row().second().mean(),
                        stratum -> stratum.row().difference())
                .containsExactly(
                        tuple(0L, 4, 10.0, 10.0, 0.0),
                        tuple(1L, 2, 7.0, 0.0, -7.0),
                        tuple(1L, 3, 3.0, 9.0, 6.0),
                        tuple(1L, 5, 0.0, 1.0, 1.0));
        assertThat(comparison.strata())
                .allSatisfy(stratum ->
                        assertThat(stratum.row().quantity()).isEqualTo(new Quantity("dense-1", "rank", "strata")));
        assertThat(comparison.rows())
                .extracting(row -> row.quantity().measure())
                .containsOnly("rank_mean");
    }

    @Test
    void groupsOfSeedsAreTestedAsAFamilyOfTheirOwn() {
        Comparison comparison = compare(
                List.of(run("a", counts(2, 10)), run("b", counts(2, 8, 3, 2))),
                List.of(run("c", counts(3, 10)), run("d", counts(3, 10))),
                Selection.ALL);

        assertThat(comparison.tests()).isEqualTo(1);
        assertThat(comparison.strataTests()).isEqualTo(2);
        Evidence low = requireNonNull(comparison.strata().get(0).row().evidence());
        assertThat(low.permutation().p()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(low.permutationHolm()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(low.cliffsDelta()).isEqualTo(-1);
        assertThat(requireNonNull(comparison.rows().get(0).evidence()).permutationHolm())
                .isEqualTo(1);
    }

    @Test
    void whereARunHasNoStrataTheyAreLeftOutAndNamed() {
        Comparison comparison = compare(List.of(run("a", counts(4, 10))), List.of(run("b", counts())), Selection.ALL);

        assertThat(comparison.strata()).isEmpty();
        assertThat(comparison.unmatched()).containsExactly(new Unmatched("measure", "rank strata", List.of("a")));
    }

    @Test
    void aStepWithoutStrataIsUndefinedThere() {
        Comparison comparison = compare(
                List.of(run("a", counts(4, 10), counts(4, 10))),
                List.of(run("b", counts(4, 10), counts())),
                Selection.ALL);

        assertThat(comparison.strata())
                .extracting(stratum -> stratum.row().difference())
                .containsExactly(0.0, Double.NaN);
    }

    @Test
    void theyAreChosenLikeAMeasure() {
        List<ComparedRun> first = List.of(run("a", counts(4, 10), counts(4, 10)));
        List<ComparedRun> second = List.of(run("b", counts(4, 10), counts(3, 10)));
        Comparison strata = compare(first, second, measure("strata", true));
        assertThat(strata.rows()).isEmpty();
        assertThat(strata.strata()).extracting(StratumRow::rank).containsExactly(3, 4);
        assertThat(compare(first, second, measure("rank_mean", false)).strata()).isEmpty();
        assertThatThrownBy(() -> compare(first, second, measure("nothing", false)))
                .hasMessage("measure 'nothing' fits nothing that all runs have; there are rank_mean, strata");
    }

    private static Selection measure(String name, boolean last) {
        return new Selection(List.of(), List.of(), List.of(new NamePattern(name)), last);
    }

    @Test
    void theyAreReadFromTheArraysOfAFinding(@TempDir Path folder) {
        try (FindingsLog log = FindingsLog.in(folder)) {
            log.append(finding("rank", new Array(new int[] {0, 7}, 2), new Array(new int[] {1, 9}, 2)));
            log.append(finding("doubles", new Array(new double[] {0}, 1), new Array(new int[] {1}, 1)));
            log.append(finding("unequal", new Array(new int[] {0, 7}, 2), new Array(new int[] {1}, 1)));

            assertThat(log.entries().stream().map(log::read).map(Strata::of).flatMap(Optional::stream))
                    .containsExactly(new Strata(3, "dense-1", "rank", new TreeMap<>(Map.of(0, 1, 7, 9))));
        }
    }

    private static Finding finding(String probe, Array ranks, Array counts) {
        return new Finding(
                3, "dense-1", probe, Map.of("x", 1.0), Map.of("strata_rank", ranks, "strata_count", counts), List.of());
    }
}
