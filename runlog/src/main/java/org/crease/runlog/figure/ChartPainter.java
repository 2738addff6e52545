package org.crease.runlog.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.crease.runlog.figure.Axis.Tick;
import org.crease.runlog.figure.Mark.Series;
import org.crease.runlog.figure.Mark.Shade;

/** Lays a chart out and draws it: frame and grid, marks, axes, words. */
final class ChartPainter {
    private static final double MARGIN = 16;
    private static final double TITLE_ROW = 24;
    private static final double SUBTITLE_ROW = 18;
    private static final double TICK = 5;
    private static final double PAD = 6;
    private static final double AXIS_ROW = 22;
    private static final double LEGEND_GAP = 20;
    private static final double X_TICKS_APART = 62;
    private static final double Y_TICKS_APART = 38;

    private final Chart chart;
    private final Graphics2D graphics;
    private final Cast cast;
    private final Scale x;
    private final Scale y;
    private final List<Tick> xTicks;
    private final List<Tick> yTicks;

    ChartPainter(Chart chart, Graphics2D graphics) {
        this.chart = chart;
        this.graphics = graphics;
        cast = new Cast(chart);
        double top = MARGIN
                + (chart.title().isEmpty() ? 0 : TITLE_ROW)
                + (chart.subtitle().isEmpty() ? 0 : SUBTITLE_ROW);
        double bottom = chart.height() - MARGIN - AXIS_ROW - PAD - TICK - Fonts.ascent(Look.TICK);
        Extent up = Extent.of(chart.y(), chart.marks(), true);
        y = new Scale(chart.y().logarithmic(), up.low(), up.high(), bottom, Math.min(top, bottom - 1));
        yTicks = Ticks.of(chart.y(), y, Y_TICKS_APART);
        double labels = yTicks.stream()
                .mapToDouble(tick -> Fonts.width(tick.label(), Look.TICK))
                .max()
                .orElse(0);
        double left = MARGIN + AXIS_ROW + labels + PAD + TICK;
        double legend = cast.legend().width();
        double right = chart.width() - MARGIN - (legend > 0 ? legend + LEGEND_GAP : 8);
        Extent along = Extent.of(chart.x(), chart.marks(), false);
        x = new Scale(chart.x().logarithmic(), along.low(), along.high(), left, Math.max(right, left + 1));
        xTicks = Ticks.of(chart.x(), x, X_TICKS_APART);
    }

    void paint() {
        grid();
        marks();
        axes();
        words();
        cast.legend().draw(graphics, x.end() + LEGEND_GAP, y.end());
    }

    private void grid() {
        graphics.setColor(Look.GRID);
        graphics.setStroke(Look.THIN);
        for (Tick tick : xTicks) {
            graphics.draw(new Line2D.Double(x.at(tick.at()), y.start(), x.at(tick.at()), y.end()));
        }
        for (Tick tick : yTicks) {
            graphics.draw(new Line2D.Double(x.start(), y.at(tick.at()), x.end(), y.at(tick.at())));
        }
    }

    private void marks() {
        MarkPainter painter = new MarkPainter(graphics, x, y);
        graphics.setClip(new Rectangle2D.Double(x.start(), y.end(), x.length(), y.length()));
        for (boolean behind : new boolean[] {true, false}) {
            for (Mark mark : chart.marks()) {
                if (mark instanceof Shade == behind) {
                    painter.paint(mark, cast.color(mark));
                }
            }
        }
        graphics.setClip(null);
        frame();
        for (Mark mark : chart.marks()) {
            if (mark instanceof Series series) {
                painter.points(series, cast.color(mark), cast.symbol(mark));
            }
        }
    }

    private void frame() {
        graphics.setColor(Look.FRAME);
        graphics.setStroke(Look.THIN);
        graphics.draw(new Line2D.Double(x.start(), y.start(), x.end(), y.start()));
        graphics.draw(new Line2D.Double(x.start(), y.start(), x.start(), y.end()));
    }

    private void axes() {
        graphics.setFont(Look.TICK);
        for (double place : Ticks.between(chart.x(), x)) {
            tickBelow(place, TICK / 2);
        }
        for (double place : Ticks.between(chart.y(), y)) {
            tickLeft(place, TICK / 2);
        }
        double free = Double.NEGATIVE_INFINITY;
        for (Tick tick : xTicks) {
            tickBelow(tick.at(), TICK);
            double half = Fonts.width(tick.label(), Look.TICK) / 2;
            if (x.at(tick.at()) - half >= free) {
                write(tick.label(), x.at(tick.at()) - half, y.start() + TICK + PAD + Fonts.capital(Look.TICK));
                free = x.at(tick.at()) + half + PAD;
            }
        }
        for (Tick tick : yTicks) {
            tickLeft(tick.at(), TICK);
            double width = Fonts.width(tick.label(), Look.TICK);
            write(tick.label(), x.start() - TICK - PAD / 2 - width, y.at(tick.at()) + Fonts.capital(Look.TICK) / 2);
        }
    }

    private void tickBelow(double value, double length) {
        graphics.setColor(Look.FRAME);
        graphics.draw(new Line2D.Double(x.at(value), y.start(), x.at(value), y.start() + length));
    }

    private void tickLeft(double value, double length) {
        graphics.setColor(Look.FRAME);
        graphics.draw(new Line2D.Double(x.start() - length, y.at(value), x.start(), y.at(value)));
    }

    private void write(String words, double left, double base) {
        graphics.setColor(Look.SOFT);
        graphics.drawString(words, (float) left, (float) base);
    }

    private void words() {
        double base = MARGIN + Fonts.capital(Look.TITLE);
        graphics.setColor(Look.INK);
        if (!chart.title().isEmpty()) {
            graphics.setFont(Look.TITLE);
            graphics.drawString(chart.title(), (float) x.start(), (float) base);
            base += SUBTITLE_ROW;
        }
        if (!chart.subtitle().isEmpty()) {
            graphics.setFont(Look.SUBTITLE);
            write(chart.subtitle(), x.start(), base);
        }
        graphics.setFont(Look.AXIS);
        graphics.setColor(Look.INK);
        double half = Fonts.width(chart.x().title(), Look.AXIS) / 2;
        graphics.drawString(
                chart.x().title(), (float) ((x.start() + x.end()) / 2 - half), (float) (chart.height() - MARGIN));
        AffineTransform before = graphics.getTransform();
        double middle = (y.start() + y.end()) / 2 + Fonts.width(chart.y().title(), Look.AXIS) / 2;
        graphics.translate(MARGIN + Fonts.capital(Look.AXIS), middle);
        graphics.rotate(-Math.PI / 2);
        graphics.drawString(chart.y().title(), 0f, 0f);
        graphics.setTransform(before);
    }
}
