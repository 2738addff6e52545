package org.crease.runlog.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.crease.runlog.figure.Mark.Boxes;
import org.crease.runlog.figure.Mark.Histogram;
import org.crease.runlog.figure.Mark.Series;
import org.crease.runlog.figure.Mark.Shade;
import org.crease.runlog.figure.Mark.Theory;

/** The values that the marks of a chart reach on one axis. */
record Extent(double low, double high) {
    private static final double MARGIN = 0.04;
    private static final double LOG_MARGIN = 0.06;

    /** What an axis runs over: what it says itself, and elsewhere what fits the marks with a margin. */
    static Extent of(Axis axis, List<Mark> marks, boolean upright) {
        double[] values = marks.stream()
                .flatMapToDouble(mark -> upright ? y(mark) : x(mark))
                .filter(value -> Double.isFinite(value) && !(axis.logarithmic() && value <= 0))
                .toArray();
        Extent fitting = axis.logarithmic() ? logarithmic(values) : linear(values, upright, upright && hasBars(marks));
        double low = axis.low() == null ? fitting.low : axis.low();
        double high = axis.high() == null ? fitting.high : axis.high();
        return low < high ? new Extent(low, high) : new Extent(low, axis.logarithmic() ? 10 * low : low + 1);
    }

    private static boolean hasBars(List<Mark> marks) {
        return marks.stream().anyMatch(Histogram.class::isInstance);
    }

    private static Extent linear(double[] values, boolean upright, boolean fromZero) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        if (low == high) {
            return new Extent(low - 0.5, high + 0.5);
        }
        double pad = MARGIN * (high - low);
        boolean nearZero = upright && low >= 0 && low <= 0.25 * high;
        double bottom = fromZero || nearZero ? Math.min(0, low) - (fromZero ? 0 : pad) : low - pad;
        return new Extent(bottom, high + pad);
    }

    private static Extent logarithmic(double[] values) {
        double low = Arrays.stream(values).min().orElse(1);
        double high = Arrays.stream(values).max().orElse(10);
        double pad = low == high ? 2 : Math.pow(high / low, LOG_MARGIN);
        return new Extent(low / pad, high * pad);
    }

    private static DoubleStream x(Mark mark) {
        if (mark instanceof Series series) {
            return Arrays.stream(series.x());
        } else if (mark instanceof Theory theory) {
            return Arrays.stream(theory.x());
        } else if (mark instanceof Shade shade) {
            return DoubleStream.of(shade.from(), shade.to());
        } else if (mark instanceof Histogram histogram) {
            return Arrays.stream(histogram.edges());
        }
        return Arrays.stream(((Boxes) mark).x());
    }

    private static DoubleStream y(Mark mark) {
        if (mark instanceof Series series) {
            return DoubleStream.concat(Arrays.stream(series.y()), Arrays.stream(series.high()));
        } else if (mark instanceof Theory theory) {
            return Arrays.stream(theory.y());
        } else if (mark instanceof Histogram histogram) {
            return Arrays.stream(histogram.heights());
        } else if (mark instanceof Boxes boxes) {
            return Arrays.stream(boxes.quantiles()).flatMapToDouble(Arrays::stream);
        }
        return DoubleStream.empty();
    }
}
