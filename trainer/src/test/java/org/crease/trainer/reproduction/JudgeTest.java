package org.crease.trainer.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crease.trainer.config.ConfigException;
import org.crease.trainer.config.SettingsTree;
import org.crease.trainer.sweep.Statistic;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.SweepTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
    @TempDir
    private Path folder;

    /** Means 2, 4, 5 along width, each of four repetitions with deviation 1 (values mean - a, mean + a twice). */
    private static final SweepTable TABLE = new SweepTable(
            "width",
            List.of("width"),
            List.of(
                    row("5", "1", "rank", 2),
                    row("10", "1", "rank", 4),
                    row("20", "1", "rank", 5),
                    row("20", "2", "rank", 3),
                    row("20", "2", "active", 7),
                    row("40", "1", "none", Double.NaN)));

    private static Row row(String width, String layer, String measure, double mean) {
        double a = Math.sqrt(3.0 / 4);
        double[] values = {mean - a, mean + a, mean - a, mean + a};
        return new Row(Map.of("width", width), layer, measure, values, Statistic.of(values));
    }

    @Test
    void aNumberMayBeOffByStandardErrorsOfTheDifference() throws IOException {
        // theirs 1.5, ours 1, four repetitions: sqrt((2.25 + 1) / 4) = 0.9014; three of them 2.704
        assertThat(
                        verdict(
                                "equals: {at: {width: 5}, claim: c, measure: rank, values: [4.7], deviations: [1.5], repetitions: 4, standard-errors: 3}"))
                .isEqualTo(new Verdict("c", "", "figure 2", "4.7 ± 2.7", "2 (sd 1)", true));
        assertThat(verdict(
                                "equals: {at: {width: 5}, claim: c, measure: rank, values: [4.71], deviations: [1.5], repetitions: 4, standard-errors: 3}")
                        .reproduced())
                .isFalse();
    }

    @Test
    void withoutADeviationOursCountsForTheirs() throws IOException {
        // sqrt(2 / 4) = 0.7071
        assertThat(verdict(
                                "equals: {at: {width: 5}, claim: c, measure: rank, values: [2.7], repetitions: 4, standard-errors: 1}")
                        .reproduced())
                .isTrue();
        assertThat(verdict(
                                "equals: {at: {width: 5}, claim: c, measure: rank, values: [2.71], repetitions: 4, standard-errors: 1}")
                        .reproduced())
                .isFalse();
    }

    @Test
    void aToleranceIsAbsoluteAndNumbersOfCellsMayBeWrittenInAnyWay() throws IOException {
        assertThat(verdict("equals: {at: {width: 5.0}, claim: c, measure: rank, values: [2.5], tolerance: 0.5}")
                        .reproduced())
                .isTrue();
        assertThat(verdict("equals: {at: {width: 5}, claim: c, measure: rank, values: [2.5], tolerance: 0.4}")
                        .reproduced())
                .isFalse();
    }

    @Test
    void aRowOfNumbersGivesAVerdictOnEach() throws IOException {
        List<Verdict> verdicts = verdicts(
                "equals: {along: width, through: [5, 10], claim: c, measure: rank, values: [2, 3], tolerance: 0.5}");
        assertThat(verdicts)
                .containsExactly(
                        new Verdict("c", "width = 5", "figure 2", "2 ± 0.5", "2 (sd 1)", true),
                        new Verdict("c", "width = 10", "figure 2", "3 ± 0.5", "4 (sd 1)", false));
        assertThat(verdicts("equals: {at: {width: 20}, along: layer, through: [1, 2], claim: c, measure: rank,"
                        + " values: [5, 3], tolerance: 0}"))
                .allMatch(Verdict::reproduced);
    }

    @Test
    void aRowNeedsAsManyValuesAsPlaces() {
        assertThatThrownBy(() -> verdict(
                        "equals: {along: width, through: [5], claim: c, measure: rank, values: [2, 3], tolerance: 1}"))
                .hasMessageContaining("values has 2 numbers, but through has 1");
    }

    @Test
    void theMedianOfARepetitionCanBeMeant() throws IOException {
        assertThat(verdict("within: {at: {width: 5}, claim: c, measure: rank, middle: median, low: 1.9, high: 2.1}")
                        .reproduced())
                .isTrue();
    }

    @Test
    void aRangeMayBeOpenAtOneEnd() throws IOException {
        assertThat(verdict("within: {at: {width: 5}, claim: c, measure: rank, low: 2.1}"))
                .isEqualTo(new Verdict("c", "", "figure 2", "at least 2.1", "2 (sd 1)", false));
        assertThat(verdict("within: {at: {width: 5}, claim: c, measure: rank, high: 2}")
                        .reproduced())
                .isTrue();
    }

    @Test
    void theLastLayerIsMeantWhereNoneIsNamed() throws IOException {
        assertThat(verdict("within: {at: {width: 20}, claim: c, measure: rank, high: 3}")
                        .measured())
                .isEqualTo("3 (sd 1)");
        assertThat(verdict("within: {at: {width: 20}, claim: c, layer: '1', measure: rank, high: 3}")
                        .measured())
                .isEqualTo("5 (sd 1)");
    }

    @Test
    void aWayUpMustNotTurn() throws IOException {
        assertThat(verdict("trend: {direction: rising, along: width, claim: c, layer: '1', measure: rank}")
                        .reproduced())
                .isTrue();
        Verdict turning = verdict("trend: {direction: rising, along: width, claim: c, measure: rank}");
        assertThat(turning).isEqualTo(new Verdict("c", "", "figure 2", "rises with width", "2, 4, 3", false));
        assertThat(verdict("trend: {direction: rising, along: width, claim: c, measure: rank, slack: 1}")
                        .reproduced())
                .isTrue();
        assertThat(verdict("trend: {direction: falling, along: width, claim: c, layer: '1', measure: rank, slack: 9}")
                        .reproduced())
                .as("the last must be below the first, whatever the steps")
                .isFalse();
    }

    @Test
    void aWayMayGoThroughTheLayers() throws IOException {
        assertThat(verdict("trend: {direction: falling, at: {width: 20}, along: layer, claim: c, measure: rank}")
                        .measured())
                .isEqualTo("5, 3");
    }

    @Test
    void cellsAndMeasuresCanBeInOrder() throws IOException {
        assertThat(verdict("ordered: {claim: c, layer: '1', measures: [rank], cells: [{width: 5}, {width: 20}]}")
                        .reproduced())
                .isTrue();
        assertThat(verdict("ordered: {claim: c, measures: [rank], cells: [{width: 10}, {width: 20}]}")
                        .reproduced())
                .isFalse();
        assertThat(verdict("ordered: {claim: c, at: {width: 20}, measures: [rank, active]}"))
                .isEqualTo(new Verdict("c", "", "figure 2", "ascending", "3, 7", true));
    }

    @Test
    void whatIsUndefinedAgreesWithNothing() throws IOException {
        assertThat(verdict("equals: {at: {width: 40}, claim: c, measure: none, values: [1], tolerance: 99}")
                        .reproduced())
                .isFalse();
        assertThat(verdict("within: {at: {width: 40}, claim: c, measure: none, high: 99}")
                        .reproduced())
                .isFalse();
    }

    @Test
    void aFactAboutNoCellIsRefused() {
        assertThatThrownBy(() -> verdict("within: {at: {width: 7}, claim: c, measure: rank, high: 3}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sweep width has no rank where {width=7}");
        assertThatThrownBy(() -> verdict("within: {claim: c, measure: rank, high: 3}"))
                .hasMessage("sweep width has more than one cell with rank where {}");
    }

    @Test
    void aFactThatAsksForNothingIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> verdict("within: {at: {width: 5}, claim: c, measure: rank}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a.expected.yaml:5")
                .hasMessageContaining("neither low nor high is given");
        assertThatThrownBy(() -> verdict("equals: {at: {width: 5}, claim: c, measure: rank, values: [1]}"))
                .hasMessageContaining("standard-errors or tolerance must be given");
        assertThatThrownBy(() -> verdict("within: {at: [5], claim: c, measure: rank, high: 1}"))
                .hasMessageContaining("a cell is a mapping of keys of the grid to values");
    }

    @Test
    void anExpectationNeedsItsSweep() throws IOException {
        Files.writeString(folder.resolve("a.expected.yaml"), expectation("within: {claim: c, measure: rank, high: 3}"));
        assertThatThrownBy(() -> Panel.in(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.expected.yaml has no sweep beside it");
    }

    private Verdict verdict(String fact) throws IOException {
        return verdicts(fact).get(0);
    }

    private List<Verdict> verdicts(String fact) throws IOException {
        Path file = folder.resolve("a.expected.yaml");
        Files.writeString(file, expectation(fact));
        Expectation expectation = SettingsTree.read(Expectation.class, file).bind(List.of());
        return Judge.judge(expectation, TABLE);
    }

    private static String expectation(String fact) {
        return "panel: A\ntitle: Width\nsource: figure 2\nfacts:\n  - " + fact + "\n";
    }
}
