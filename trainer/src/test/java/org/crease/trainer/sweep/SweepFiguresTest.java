package org.crease.trainer.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.crease.runlog.figure.Chart;
import org.crease.runlog.figure.Mark.Series;
import org.crease.runlog.figure.Mark.Theory;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepFiguresTest {
    private static final String FIGURES = SweepFiles.SMALL + """
            figures:
              - name: by-width
                title: Width
                x: n
                series: m
                measures: [rank-min]
                x-spacing: log
                spread: interval
                theory: [{name: line, formula: "min(m, n / 2)"}]
            """;

    @TempDir
    private Path folder;

    @Test
    void aFigureHasALineForEachSeriesAndItsTheory() throws Exception {
        SweepPlan plan = SweepFiles.plan(folder, FIGURES);
        SweepTable table = SweepFiles.run(plan, null, 1);
        Chart chart = SweepFigures.chart(table, plan.config().figures().get(0));
        assertThat(chart.subtitle()).isEqualTo("mean and its 95 % confidence interval of 12 repetitions");
        assertThat(chart.legend()).isEqualTo("m");
        assertThat(chart.marks()).hasSize(4);
        Series two = (Series) chart.marks().get(2);
        assertThat(two.name()).isEqualTo("2");
        assertThat(two.x()).containsExactly(3, 6, 9);
        Statistic first = table.statistic(Map.of("m", "2", "n", "3"), null, "rank-min");
        assertThat(two.y()[0]).isEqualTo(first.mean());
        assertThat(two.low()[0]).isEqualTo(first.low());
        assertThat(two.high()[0]).isEqualTo(first.high());
        Theory theory = (Theory) chart.marks().get(1);
        assertThat(theory.of()).isEqualTo("3");
        assertThat(theory.y()[0]).isEqualTo(1.5);
        assertThat(theory.y()[theory.y().length - 1]).isEqualTo(3);
    }
}
