package org.crease.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crease.app.terminal.Screen;
import org.crease.runlog.FindingEntry;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;
import org.junit.jupiter.api.Test;

class FindingTableTest {
    private static final Truth CIRCLE = Truth.of(Betti.of(1, 1));

    private static FindingEntry entry(long step, String layer, String probe, Map<String, Double> summary) {
        return new FindingEntry(step, layer, probe, summary, List.of(), "");
    }

    private static FindingEntry topology(long step, String layer, double components, double loops) {
        return entry(step, layer, "topology", Map.of("h0_count", components, "h1_count", loops, "scale", 7.0));
    }

    private static List<String> lines(List<FindingEntry> entries) {
        return FindingTable.of(entries, null, Screen.PLAIN);
    }

    @Test
    void nothingFoundIsNoTable() {
        assertThat(lines(List.of())).isEmpty();
        assertThat(FindingTable.of(List.of(), CIRCLE, Screen.PLAIN))
                .containsExactly("", "in theory: 1 component, 1 loop");
    }

    @Test
    void whatTwoProbesFoundInALayerIsOneRow() {
        assertThat(lines(List.of(
                        entry(0, "dense-1", "rank", Map.of("rank_mean", 9.5, "regions", 1200.0)),
                        topology(0, "dense-1", 3, 1),
                        topology(0, "output", 2, 0))))
                .containsExactly(
                        "",
                        "step  layer     rank  regions  components  loops",
                        "   0  dense-1  9.500    1,200           3      1",
                        "      output       -        -           2      0");
    }

    @Test
    void theoryAndTheInputStandAboveTheLayers() {
        assertThat(FindingTable.of(
                        List.of(
                                topology(0, "input", 1, 1),
                                topology(0, "output", 4, 0),
                                topology(50, "input", 1, 1),
                                topology(50, "output", 1, 1)),
                        CIRCLE,
                        Screen.PLAIN))
                .containsExactly(
                        "",
                        "step  layer      components  loops",
                        "      in theory           1      1",
                        "      input               1      1",
                        "   0  output              4      0",
                        "  50  output              1      1",
                        "",
                        "in theory: 1 component, 1 loop");
    }

    @Test
    void anInputThatVariesStaysAmongItsLayers() {
        assertThat(lines(List.of(topology(0, "input", 1, 1), topology(50, "input", 2, 1))))
                .contains("   0  input           1      1", "  50  input           2      1");
        assertThat(lines(List.of(topology(0, "input", 1, 1), topology(50, "output", 2, 1))))
                .contains("   0  input            1      1", "  50  output           2      1");
    }

    @Test
    void theoryIsNoRowWhereNothingCompares() {
        assertThat(FindingTable.of(List.of(entry(0, "output", "rank", Map.of("rank_mean", 2.0))), CIRCLE, Screen.PLAIN))
                .containsExactly("", "step  layer   rank", "   0  output     2", "", "in theory: 1 component, 1 loop");
    }

    @Test
    void ofAnUnknownProbeItsFirstTwoValuesAreShown() {
        assertThat(lines(List.of(entry(3, "output", "mine", new TreeMap<>(Map.of("a", 1.0, "b", 0.25, "c", 9.0))))))
                .containsExactly("", "step  layer   mine a  mine b", "   3  output       1  0.2500");
    }

    @Test
    void twoProbesOfAKindAreToldApart() {
        assertThat(lines(List.of(
                        topology(0, "output", 3, 1),
                        entry(0, "output", "cosine", Map.of("h0_count", 5.0, "h1_count", 2.0)))))
                .element(1)
                .asString()
                .contains("topology components", "topology loops", "cosine components", "cosine loops");
    }

    @Test
    void undefinedValuesAreADashAndLargeOnesStayReadable() {
        assertThat(lines(List.of(
                        entry(0, "a", "rank", Map.of("rank_mean", Double.NaN, "regions", 1e12)),
                        entry(0, "b", "rank", Map.of("rank_mean", Double.POSITIVE_INFINITY, "regions", 2.0)))))
                .containsExactly(
                        "",
                        "step  layer  rank    regions",
                        "   0  a         -  1.000e+12",
                        "      b       inf      2.000");
    }

    @Test
    void ofManyCheckpointsAFewAreShownWithTheFirstAndTheLast() {
        List<FindingEntry> entries = new ArrayList<>();
        for (int i = 0; i <= 1000; i++) {
            entries.add(topology(i * 10L, "output", i, 0));
        }
        List<String> lines = lines(entries);

        assertThat(lines).hasSize(2 + 7 + 1);
        assertThat(lines.get(2)).startsWith("     0  output");
        assertThat(lines.get(8)).startsWith("10,000  output");
        assertThat(lines.get(9)).isEqualTo("7 of 1,001 checkpoints are shown; all are in findings.jsonl");
    }
}
