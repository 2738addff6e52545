package org.crease.trainer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crease.trainer.sweep.fact.Facts;
import org.crease.trainer.sweep.fact.Verdict;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped sweeps, with fewer repetitions, against what is expected of them, and closed forms at sizes of our own. */
class PaperTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a-width", "b-mean", "c-index", "d-dale"})
    void panelsAreReproducedWithFewerRepetitions(String name) throws Exception {
        Path config = SweepFiles.SHIPPED.resolve(name + ".sweep.yaml");
        SweepPlan plan = SweepPlan.read(config, List.of("repetitions=25"));
        List<Verdict> verdicts = Facts.read(Facts.beside(config)).judge(SweepFiles.run(plan, null, 2));
        assertThat(verdicts)
                .isNotEmpty()
                .filteredOn(verdict -> !verdict.reproduced())
                .as("of %d facts", verdicts.size())
                .isEmpty();
    }

    @Test
    void depthIsReproducedForItsTwoSmallerNetworks() throws Exception {
        Path config = SweepFiles.SHIPPED.resolve("e-depth.sweep.yaml");
        SweepPlan plan = SweepPlan.read(
                config,
                List.of("repetitions=12", "grid.0.values=[128, 256]", "subject.random-networks.points.box.count=40"));
        SweepTable table = SweepFiles.run(plan, null, 2);
        List<Verdict> verdicts = new Facts(
                        "",
                        Facts.read(Facts.beside(config)).facts().stream()
                                .filter(fact -> !fact.id().matches("half\\[m=(512|1024)]"))
                                .toList())
                .judge(table);
        assertThat(verdicts).hasSizeGreaterThan(10).allMatch(Verdict::reproduced);
    }

    /** With many inputs of one sign each, r rows of 40 flipped leave r or 40 - r units active. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4, 20, 31, 40})
    void flippedRowsGiveTheTent(int flipped) throws Exception {
        SweepTable table = SweepFiles.run(SweepFiles.plan(folder, """
                name: tent
                repetitions: 6
                subject:
                  random-networks:
                    inputs: 30
                    layers: [40]
                    weights: {uniform: {low: 0.9, high: 1}}
                    flipped-rows: %d
                    points: {box: {count: 40, low: -5, high: 5}}
                    measures: [rank-min]
                """.formatted(flipped)), null, 1);
        assertThat(table.statistic(Map.of(), null, "rank-min").mean())
                .isCloseTo(Math.min(Math.min(flipped, 40 - flipped), 30), within(0.7));
    }

    /** Expectation of the smallest of 50 numbers that are binomial with 12 trials and even odds, summed exactly. */
    @Test
    void theSmallestRankIsThatOfBinomialNumbersWhereInputsAreMany() throws Exception {
        double expected = 0;
        double below = 1 / 4096.0;
        double term = below;
        for (int k = 1; k <= 12; k++) {
            expected += Math.pow(1 - below, 50);
            term *= (12.0 - k + 1) / k;
            below += term;
        }
        SweepTable table = SweepFiles.run(SweepFiles.plan(folder, """
                name: binomial
                repetitions: 300
                subject:
                  random-networks:
                    inputs: 150
                    layers: [12]
                    points: {box: {count: 50}}
                    measures: [rank-min, active-mean]
                """), null, 2);
        Statistic smallest = table.statistic(Map.of(), null, "rank-min");
        assertThat(smallest.mean()).isCloseTo(expected, within(4 * smallest.error()));
        Statistic active = table.statistic(Map.of(), null, "active-mean");
        assertThat(active.mean()).isCloseTo(6, within(4 * active.error()));
    }

    @Test
    void aFactThatIsWrongDiffersAndSaysByHowMuch() throws Exception {
        Path file = folder.resolve("a.expected.yaml");
        Files.writeString(file, """
                paper: none
                expected:
                  - {id: right, what: w, cell: {m: 2, n: 9}, measure: rank-max, values: [2], within: 0, source: text}
                  - {id: wrong, what: w, cell: {n: 3}, along: m, at: [2, 3], measure: rank-max, values: [2, 1],
                     within: 0.25, source: text}
                """);
        SweepTable table = SweepFiles.run(SweepFiles.plan(folder, SweepFiles.SMALL), null, 1);
        List<Verdict> verdicts = Facts.read(file).judge(table);
        assertThat(verdicts).extracting(Verdict::reproduced).containsExactly(true, true, false);
        Verdict wrong = verdicts.get(2);
        assertThat(wrong.fact().id()).isEqualTo("wrong[m=3]");
        assertThat(wrong.found()).isGreaterThan(1.25);
        assertThat(wrong.tolerance()).isEqualTo(0.25);
    }

    @Test
    void aFactAboutACellThatIsNotThereIsRefused() throws Exception {
        Path file = folder.resolve("b.expected.yaml");
        Files.writeString(file, """
                paper: none
                expected:
                  - {id: a, what: w, cell: {m: 5, n: 9}, measure: rank-max, values: [2], within: 0, source: text}
                """);
        SweepTable table = SweepFiles.run(SweepFiles.plan(folder, SweepFiles.SMALL), null, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Facts.read(file).judge(table))
                .withMessage("sweep small has no rank-max where {m=5, n=9}");
    }
}
