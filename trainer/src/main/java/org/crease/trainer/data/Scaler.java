package org.crease.trainer.data;

import java.util.Arrays;
import org.crease.trainer.config.TaskConfig.Scaling;
import org.crease.trainer.data.source.Features;

/**
 * Scales rows by figures of the training split: x becomes (x / unit - centre) / spread, each number of a row with its own
 * figures. The unit is the largest magnitude, so that no magnitude a double can hold overflows on the way; deviations are
 * those of the whole training split (divided by n). A number that never varies there is only shifted to zero.
 */
final class Scaler {
    private final double[] unit;
    private final double[] centre;
    private final double[] spread;

    private Scaler(int width) {
        unit = filled(width, 1);
        centre = filled(width, 0);
        spread = filled(width, 1);
    }

    /** The scaling of a kind that suits these rows. */
    static Scaler fit(Features rows, Scaling scaling) {
        Scaler scaler = new Scaler(rows.width());
        boolean together = scaling == Scaling.GLOBAL_Z_SCORE;
        switch (scaling) {
            case NONE -> {}
            case Z_SCORE, GLOBAL_Z_SCORE -> {
                scaler.takeUnits(rows, together);
                scaler.takeMeans(rows, together);
                scaler.takeDeviations(rows, together);
                scaler.releaseConstants();
            }
            case MIN_MAX -> {
                scaler.takeUnits(rows, false);
                scaler.takeRanges(rows);
                scaler.releaseConstants();
            }
        }
        return scaler;
    }

    /** Scales a row in place. */
    void scale(double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (row[i] / unit[i] - centre[i]) / spread[i];
        }
    }

    private interface RowVisitor {
        void visit(double[] row);
    }

    private static void visit(Features rows, RowVisitor visitor) {
        double[] row = new double[rows.width()];
        for (int i = 0; i < rows.size(); i++) {
            rows.copy(i, row);
            visitor.visit(row);
        }
    }

    private void takeUnits(Features rows, boolean together) {
        Arrays.fill(unit, 0);
        visit(rows, row -> {
            for (int i = 0; i < row.length; i++) {
                unit[i] = Math.max(unit[i], Math.abs(row[i]));
            }
        });
        if (together) {
            Arrays.fill(unit, Arrays.stream(unit).max().orElse(0));
        }
        for (int i = 0; i < unit.length; i++) {
            unit[i] = unit[i] == 0 ? 1 : unit[i];
        }
    }

    private void takeMeans(Features rows, boolean together) {
        visit(rows, row -> {
            for (int i = 0; i < row.length; i++) {
                centre[i] += row[i] / unit[i];
            }
        });
        average(centre, rows.size(), together);
    }

    private void takeDeviations(Features rows, boolean together) {
        Arrays.fill(spread, 0);
        visit(rows, row -> {
            for (int i = 0; i < row.length; i++) {
                double off = row[i] / unit[i] - centre[i];
                spread[i] += off * off;
            }
        });
        average(spread, rows.size(), together);
        for (int i = 0; i < spread.length; i++) {
            spread[i] = Math.sqrt(spread[i]);
        }
    }

    private static void average(double[] sums, int rows, boolean together) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= rows;
        }
        if (together) {
            Arrays.fill(sums, Arrays.stream(sums).sum() / sums.length);
        }
    }

    private void takeRanges(Features rows) {
        double[] most = filled(unit.length, Double.NEGATIVE_INFINITY);
        Arrays.fill(centre, Double.POSITIVE_INFINITY);
        visit(rows, row -> {
            for (int i = 0; i < row.length; i++) {
                centre[i] = Math.min(centre[i], row[i] / unit[i]);
                most[i] = Math.max(most[i], row[i] / unit[i]);
            }
        });
        for (int i = 0; i < spread.length; i++) {
            spread[i] = most[i] - centre[i];
        }
    }

    /** Numbers without spread keep their own scale, whatever the test split holds. */
    private void releaseConstants() {
        for (int i = 0; i < spread.length; i++) {
            if (spread[i] == 0) {
                centre[i] *= unit[i];
                unit[i] = 1;
                spread[i] = 1;
            }
        }
    }

    private static double[] filled(int width, double value) {
        double[] filled = new double[width];
        Arrays.fill(filled, value);
        return filled;
    }
}
