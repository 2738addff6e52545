package org.crease.runlog.figure;

import java.util.List;
import org.crease.runlog.figure.Mark.Boxes;
import org.crease.runlog.figure.Mark.Histogram;
import org.crease.runlog.figure.Mark.Series;
import org.crease.runlog.figure.Mark.Shade;
import org.crease.runlog.figure.Mark.Spread;
import org.crease.runlog.figure.Mark.Theory;

/** Charts of every kind, for tests. */
final class Charts {
    private Charts() {}

    static Chart lines() {
        double[] x = {2, 5, 10, 25, 50, 100};
        double[] y = {0, 0.13, 1.48, 6.7, 10, 10};
        double[] low = {0, -0.2, 0.8, 5.4, 10, 10};
        double[] high = {0, 0.5, 2.2, 8, 10, 10};
        return Chart.of(
                        "Rank <m> & \"width\"",
                        Axis.log("units n"),
                        Axis.log("rank"),
                        List.of(
                                new Theory("theory", new double[] {2, 100}, new double[] {10, 10}, "10"),
                                new Series("10", x, y, low, high, Spread.BARS)),
                        "inputs m")
                .subtitled("mean and deviation");
    }

    static Chart bands() {
        double[] x = {0, 1, 2, 3};
        double[] y = {4, 3, Double.NaN, 1};
        return Chart.of(
                "",
                Axis.linear("x"),
                Axis.linear("y"),
                List.of(
                        new Shade("balanced", 1, 2),
                        new Series("band", x, y, new double[] {3, 2, 1, 0}, new double[] {5, 4, 3, 2}, Spread.BAND)),
                "");
    }

    static Chart bars() {
        return Chart.of(
                "Active",
                Axis.linear("units"),
                Axis.linear("share"),
                List.of(new Histogram("before", new double[] {0, 1, 2, 3}, new double[] {0.5, 0.25, 0})),
                "");
    }

    static Chart boxes() {
        return Chart.of(
                        "Levels",
                        Axis.words("levels", List.of("2", "continuous")),
                        Axis.linear("units"),
                        List.of(new Boxes(
                                "after", new double[] {0, 1}, new double[][] {{1, 2, 3, 4, 5}, {0, 1, 2, 3, 4}})),
                        "")
                .sized(400, 300);
    }

    static List<Chart> all() {
        return List.of(lines(), bands(), bars(), boxes());
    }
}
