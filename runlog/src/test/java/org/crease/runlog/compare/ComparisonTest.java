package org.crease.runlog.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crease.probes.NamePattern;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.Manifest;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    /** A run whose rank in each layer at each step is given, with an epoch of ten steps. */
    private static ComparedRun run(String name, String continuity, List<FindingEntry> findings) {
        Map<String, String> settings =
                Map.of("name", name, "task.target", continuity, "seed", name, "network.layers[0].dense.units", "8");
        TreeMap<Long, Integer> epochs = new TreeMap<>();
        findings.forEach(finding -> epochs.put(finding.step(), (int) (finding.step() / 10)));
        return new ComparedRun(
                name,
                Path.of(name),
                1,
                continuity,
                Manifest.Status.DONE,
                new TreeMap<>(settings),
                findings,
                List.of(),
                epochs);
    }

    private static FindingEntry finding(long step, String layer, String probe, Object... summary) {
        Map<String, Double> scalars = new LinkedHashMap<>();
        for (int i = 0; i < summary.length; i += 2) {
            scalars.put((String) summary[i], ((Number) summary[i + 1]).doubleValue());
        }
        return new FindingEntry(step, layer, probe, scalars, List.of(), "none.npz");
    }

    private static ComparedRun ranked(String name, String continuity, double... ranks) {
        List<FindingEntry> findings = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            findings.add(finding(10L * i, "dense-1", "rank", "margin", 1, "rank_mean", ranks[i]));
        }
        return run(name, continuity, findings);
    }

    private static RunGroup group(String label, ComparedRun... runs) {
        return new RunGroup(label, List.of(runs));
    }

    private static Comparison compare(RunGroup first, RunGroup second) {
        return Comparison.of(first, second, Matching.STEP, Selection.ALL);
    }

    private static Selection only(String layer, String measure) {
        return new Selection(List.of(new NamePattern(layer)), List.of(), List.of(new NamePattern(measure)), false);
    }

    @Test
    void twinsAreComparedAtEveryStep() {
        Comparison twins = compare(
                group("jump", ranked("a", "discontinuous", 5, 2)), group("smooth", ranked("b", "continuous", 5, 7.5)));

        assertThat(twins.twins()).isTrue();
        assertThat(twins.settings())
                .containsExactly(new SettingDifference("task.target", List.of("discontinuous"), List.of("continuous")));
        assertThat(twins.rows())
                .extracting(ComparisonRow::moment, row -> row.quantity().measure(), ComparisonRow::difference)
                .containsExactly(
                        tuple(0L, "rank_mean", 0.0),
                        tuple(10L, "rank_mean", 5.5),
                        tuple(0L, "margin", 0.0),
                        tuple(10L, "margin", 0.0));
        assertThat(twins.tests()).isZero();
        assertThat(twins.rows()).allSatisfy(row -> assertThat(row.evidence()).isNull());
    }

    @Test
    void groupsOfSeedsAreTestedAndCorrected() {
        Comparison groups = compare(
                group("jump", ranked("a", "discontinuous", 5, 1), ranked("b", "discontinuous", 4, 2)),
                group("smooth", ranked("c", "continuous", 5, 3), ranked("d", "continuous", 4, 4)));

        assertThat(groups.tests()).isEqualTo(4);
        ComparisonRow same = groups.rows().get(0);
        ComparisonRow apart = groups.rows().get(1);
        Evidence none = requireNonNull(same.evidence());
        Evidence some = requireNonNull(apart.evidence());
        assertThat(none.permutation().p()).isEqualTo(1);
        assertThat(some.permutation().p()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(some.rankSum().p()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(some.permutationHolm()).isEqualTo(1);
        assertThat(some.rankSumHolm()).isEqualTo(1);
        assertThat(some.cliffsDelta()).isEqualTo(1);
        assertThat(apart.first().mean()).isEqualTo(1.5);
        assertThat(apart.first().deviation()).isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void aFamilyOfOneIsNotCorrected() {
        Selection one = new Selection(List.of(), List.of(), List.of(new NamePattern("rank_*")), true);
        Comparison groups = Comparison.of(
                group("jump", ranked("a", "discontinuous", 5, 1), ranked("b", "discontinuous", 4, 2)),
                group("smooth", ranked("c", "continuous", 5, 3), ranked("d", "continuous", 4, 4)),
                Matching.STEP,
                one);
        assertThat(groups.rows()).singleElement().satisfies(row -> {
            assertThat(row.moment()).isEqualTo(10);
            assertThat(row.evidence()).isNotNull();
            assertThat(requireNonNull(row.evidence()).permutationHolm()).isCloseTo(1 / 3.0, within(1e-12));
        });
    }

    @Test
    void valuesThatAreUndefinedAreLeftOutAndCounted() {
        ComparisonRow row = compare(
                        group("jump", ranked("a", "discontinuous", 1), ranked("b", "discontinuous", Double.NaN)),
                        group(
                                "smooth",
                                ranked("c", "continuous", 3),
                                ranked("d", "continuous", Double.POSITIVE_INFINITY),
                                ranked("e", "continuous", 5)))
                .rows()
                .get(0);
        assertThat(row.first().defined()).containsExactly(1);
        assertThat(row.first().deviation()).isNaN();
        assertThat(row.second().defined()).containsExactly(3, 5);
        assertThat(row.difference()).isEqualTo(3);
        assertThat(row.evidence()).isNull();
    }

    @Test
    void undefinedInAWholeGroupHasNoDifference() {
        ComparisonRow row = compare(
                        group("jump", ranked("a", "discontinuous", Double.NaN)),
                        group("smooth", ranked("c", "continuous", 3)))
                .rows()
                .get(0);
        assertThat(row.difference()).isNaN();
    }

    @Test
    void constantValuesHaveAnExpectationOfOne() {
        Comparison groups = compare(
                group("jump", ranked("a", "discontinuous", 2), ranked("b", "discontinuous", 2)),
                group("smooth", ranked("c", "continuous", 2), ranked("d", "continuous", 2)));
        assertThat(groups.rows()).allSatisfy(row -> {
            Evidence evidence = requireNonNull(row.evidence());
            assertThat(evidence.permutation().p()).isEqualTo(1);
            assertThat(evidence.rankSum().p()).isEqualTo(1);
            assertThat(evidence.cliffsDelta()).isZero();
        });
    }

    @Test
    void whatOnlySomeRunsHaveIsLeftOutAndNamed() {
        ComparedRun one = run(
                "a",
                "discontinuous",
                List.of(
                        finding(0, "dense-1", "rank", "rank_mean", 1),
                        finding(0, "dense-2", "rank", "rank_mean", 1),
                        finding(5, "dense-1", "rank", "rank_mean", 1),
                        finding(0, "dense-1", "topology", "h0_count", 1, "h1_count", 1)));
        ComparedRun other = run(
                "b",
                "continuous",
                List.of(
                        finding(0, "dense-1", "rank", "rank_mean", 2),
                        finding(0, "dense-1", "topology", "h0_count", 1),
                        finding(0, "dense-3", "rank", "rank_mean", 2, "rank_max", 3)));
        Comparison comparison = compare(group("first", one), group("second", other));

        assertThat(comparison.unmatched())
                .containsExactly(
                        new Unmatched("checkpoint", "5", List.of("a")),
                        new Unmatched("layer", "dense-2", List.of("a")),
                        new Unmatched("layer", "dense-3", List.of("b")),
                        new Unmatched("measure", "topology h1_count", List.of("a")));
        assertThat(comparison.rows())
                .extracting(row -> row.quantity().measure())
                .containsExactly("rank_mean", "h0_count");
    }

    @Test
    void epochsMatchWhereStepsDoNot() {
        ComparedRun small = run(
                "a",
                "discontinuous",
                List.of(
                        finding(0, "dense-1", "rank", "rank_mean", 1),
                        finding(10, "dense-1", "rank", "rank_mean", 2),
                        finding(13, "dense-1", "rank", "rank_mean", 99)));
        ComparedRun large = new ComparedRun(
                "b",
                Path.of("b"),
                1,
                "continuous",
                Manifest.Status.DONE,
                small.settings(),
                List.of(finding(0, "dense-1", "rank", "rank_mean", 1), finding(50, "dense-1", "rank", "rank_mean", 3)),
                List.of(),
                new TreeMap<>(Map.of(0L, 0, 50L, 1)));
        Comparison comparison =
                Comparison.of(group("first", small), group("second", large), Matching.EPOCH, Selection.ALL);

        assertThat(comparison.rows()).extracting(ComparisonRow::moment).containsExactly(0L, 1L);
        assertThat(comparison.rows()).extracting(ComparisonRow::difference).containsExactly(0.0, 1.0);
    }

    @Test
    void otherSettingsMakeNoTwins() {
        ComparedRun one = ranked("a", "discontinuous", 1);
        TreeMap<String, String> changed =
                new TreeMap<>(ranked("b", "continuous", 1).settings());
        changed.put("training.optimizer.adam.learning-rate", "0.1");
        changed.put("checkpoints.every-epochs", "7");
        ComparedRun other = new ComparedRun(
                "b",
                Path.of("b"),
                2,
                "continuous",
                Manifest.Status.DONE,
                changed,
                one.findings(),
                List.of(),
                one.epochs());
        Comparison comparison = compare(group("first", one), group("second", other));

        assertThat(comparison.twins()).isFalse();
        assertThat(comparison.settings())
                .contains(new SettingDifference(
                        "training.optimizer.adam.learning-rate", List.of(SettingDifference.ABSENT), List.of("0.1")))
                .extracting(SettingDifference::key)
                .containsExactly("task.target", "training.optimizer.adam.learning-rate");
    }

    @Test
    void runsOfOneContinuityAreNoTwins() {
        assertThat(compare(group("first", ranked("a", "continuous", 1)), group("second", ranked("b", "continuous", 1)))
                        .twins())
                .isFalse();
    }

    @Test
    void nothingInCommonIsRefused() {
        ComparedRun one = ranked("a", "discontinuous", 1);
        ComparedRun late = run("b", "continuous", List.of(finding(7, "dense-1", "rank", "rank_mean", 1)));
        ComparedRun other = run("c", "continuous", List.of(finding(0, "dense-9", "rank", "rank_mean", 1)));
        ComparedRun empty = run("d", "continuous", List.of());
        RunGroup first = group("first", one);

        assertThatThrownBy(() -> compare(first, group("second", late)))
                .hasMessage("there is no step that all runs have findings of: a has 0; b has 7");
        assertThatThrownBy(() -> compare(first, group("second", other)))
                .hasMessage(
                        "there is no layer and measure that all runs have findings of: a has rank margin of dense-1,"
                                + " rank rank_mean of dense-1; c has rank rank_mean of dense-9");
        assertThatThrownBy(() -> compare(first, group("second", empty))).hasMessage("d has no findings to compare");
        assertThatThrownBy(() -> Comparison.of(
                        first, group("second", ranked("b", "continuous", 1)), Matching.STEP, only("dense-2", "*")))
                .hasMessage("layer 'dense-2' fits nothing that all runs have; there are dense-1");
        assertThatThrownBy(() -> new RunGroup("none", List.of()))
                .hasMessage("group none has no runs; at least one is expected");
    }
}
