package org.crease.trainer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crease.trainer.config.ConfigException;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps in which probes look at random networks. */
class ProbedNetworksTest {
    private static final Path SHIPPED = Path.of("../configs/papers/rank-decomposition");

    @TempDir
    Path folder = Path.of("");

    private static SweepTable run(Path file, int threads, String... overrides) throws InterruptedException {
        SweepPlan plan = SweepPlan.read(file, List.of(overrides));
        return new SweepRun(plan, null, threads, SweepObserver.NONE, Sweeps::standard)
                .run()
                .table();
    }

    private Path config(String points, String rest) throws IOException {
        return Files.writeString(folder.resolve("sweep.yaml"), """
                name: probed
                repetitions: 3
                subject:
                  random-networks:
                    inputs: 2
                    layers: [4, 4]
                    points: {%s}
                    measures: [rank-mean]
                    probes: [rank, quotient: {min-rank: 2}]
                %s
                """.formatted(points, rest));
    }

    @Test
    void whatProbesSummariseIsMeasuredInEveryLayer() throws Exception {
        SweepTable table = run(config("regular: {shape: circle, count: 40}", ""), 1);
        assertThat(table.layers()).containsExactly("1", "2");
        for (String layer : table.layers()) {
            assertThat(table.row(Map.of(), layer, "rank.rank_mean").values())
                    .containsExactly(table.row(Map.of(), layer, "rank-mean").values());
            assertThat(table.row(Map.of(), layer, "quotient.classes").values()).hasSize(3);
            assertThat(table.statistic(Map.of(), layer, "quotient.input_h0_betti")
                            .mean())
                    .isEqualTo(1);
        }
    }

    @Test
    void theTableDoesNotDependOnThreads() throws Exception {
        Path file = config("random-curve: {count: 60, rates: 2}", "");
        SweepTable one = run(file, 1);
        SweepTable two = run(file, 2);
        for (int k = 0; k < one.rows().size(); k++) {
            assertThat(two.rows().get(k).values())
                    .containsExactly(one.rows().get(k).values());
        }
    }

    @Test
    void oneAxisMayVarySeveralSettings() throws Exception {
        SweepPlan plan = SweepPlan.read(
                config("box: {}", "grid: [{key: 'layers.0, layers.1', name: n, values: [3, 5]}]"), List.of());
        assertThat(plan.keys()).containsExactly("n");
        assertThat(plan.cells()).hasSize(2);
        assertThat(plan.cells().get(1).work().settings()).contains("layers=[5, 5]");
    }

    @Test
    void pointsInEqualStepsAreOnTheirShape() throws Exception {
        SweepTable table = run(
                config("regular: {shape: torus, count: 100}", ""),
                1,
                "subject.random-networks.inputs=3",
                "subject.random-networks.probes=[quotient]");
        assertThat(table.statistic(Map.of(), "1", "quotient.input_h0_betti").mean())
                .isEqualTo(1);
        assertThatThrownBy(() -> run(config("regular: {shape: torus, count: 99}", ""), 1))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("count is 99; on a torus it must be a square");
        assertThatThrownBy(() -> run(config("random-curve: {}", ""), 1, "subject.random-networks.inputs=3"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the curve has 2 coordinates, but the network 3 inputs");
    }

    @Test
    void aRankAboveTheInputsIsSaidWithItsPlace() throws Exception {
        Path file = config("box: {}", "");
        assertThatThrownBy(() -> run(file, 1, "subject.random-networks.probes=[quotient: {min-rank: 3}]"))
                .isInstanceOf(SweepException.class)
                .hasMessageContaining("repetition 0")
                .hasMessageContaining("min-rank is 3; expected at most 2");
    }

    /** Two cells of E0.J, a few repetitions: the authors' medians are 1.2 and 0.06, between quartiles 0.7, 1.9 and 0, 0.2. */
    @Test
    void loopsOfRandomCurvesSurviveInWideNetworks() throws Exception {
        SweepTable table = run(SHIPPED.resolve("j-curves.sweep.yaml"), 2, "repetitions=12", "grid.0.values=[2, 100]");
        String measure = "quotient.input_h1_wasserstein";
        double narrow = table.statistic(Map.of("n", "2"), "4", measure).median();
        double wide = table.statistic(Map.of("n", "100"), "4", measure).median();
        assertThat(narrow).isCloseTo(1.2, within(0.9));
        assertThat(wide).isLessThan(0.4).isLessThan(narrow);
    }

    @Test
    void shippedCircleAndTorusRun() throws Exception {
        SweepTable circle = run(
                SHIPPED.resolve("f-circle.sweep.yaml"),
                2,
                "repetitions=2",
                "grid.0.values=[3]",
                "grid.1.values=[3, 200]");
        assertThat(circle.statistic(Map.of("n", "3"), "1", "quotient.input_h1_betti")
                        .mean())
                .isEqualTo(1);
        assertThat(circle.statistic(Map.of("n", "200"), "1", "quotient.classes").mean())
                .isZero();
        SweepTable torus = run(
                SHIPPED.resolve("f-torus.sweep.yaml"),
                2,
                "repetitions=1",
                "grid.0.values=[3]",
                "grid.1.values=[200]",
                "subject.random-networks.points.regular.count=144");
        assertThat(torus.row(Map.of(), "1", "quotient.h2_betti").values()).hasSize(1);
    }
}
