package org.crease.trainer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crease.trainer.config.SettingsTree;
import org.crease.trainer.reproduction.Expectation;
import org.crease.trainer.reproduction.Judge;
import org.crease.trainer.reproduction.Panel;
import org.crease.trainer.reproduction.Verdict;
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
        Panel panel = panel(name);
        SweepTable table = SweepFiles.run(SweepPlan.read(panel.sweep(), List.of("repetitions=25")), null, 2);
        List<Verdict> verdicts = Judge.judge(panel.expectation(), table);
        assertThat(verdicts).isNotEmpty();
        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.reproduced())
                .as("of %d facts", verdicts.size())
                .isEmpty();
    }

    private static Panel panel(String name) {
        Path expected = SweepFiles.SHIPPED.resolve(name + ".expected.yaml");
        return new Panel(
                name,
                SweepFiles.SHIPPED.resolve(name + ".sweep.yaml"),
                SettingsTree.read(Expectation.class, expected).bind(List.of()));
    }

    /** Reference: a port of the authors' settings to NumPy, 100 networks. */
    @Test
    void ranksHalveFromLayerToLayer() throws Exception {
        SweepPlan plan = SweepPlan.read(
                panel("e-depth").sweep(),
                List.of("repetitions=12", "grid.0.values=[128, 256]", "subject.random-networks.points.box.count=40"));
        SweepTable table = SweepFiles.run(plan, null, 2);
        Map<String, double[]> expected = Map.of(
                "128", new double[] {31.9, 15.8, 7.6, 3.7, 1.7}, "256", new double[] {63.9, 32.4, 15.7, 7.8, 3.9});
        expected.forEach((inputs, ranks) -> {
            for (int layer = 1; layer <= 5; layer++) {
                Statistic found = table.statistic(Map.of("m", inputs), String.valueOf(layer), "rank-mean");
                assertThat(found.mean())
                        .as("%s inputs, layer %d", inputs, layer)
                        .isCloseTo(ranks[layer - 1], within(4 * found.error() + 0.1));
            }
        });
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
}
