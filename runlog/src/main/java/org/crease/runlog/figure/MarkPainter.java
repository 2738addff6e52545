package org.crease.runlog.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.crease.runlog.figure.Mark.Boxes;
import org.crease.runlog.figure.Mark.Histogram;
import org.crease.runlog.figure.Mark.Series;
import org.crease.runlog.figure.Mark.Shade;
import org.crease.runlog.figure.Mark.Spread;
import org.crease.runlog.figure.Mark.Theory;

/** Draws marks between two scales. */
final class MarkPainter {
    private static final double CAP = 3;
    private static final double BOX = 0.6;
    private static final double WIDEST_BOX = 44;

    private final Graphics2D graphics;
    private final Scale x;
    private final Scale y;

    MarkPainter(Graphics2D graphics, Scale x, Scale y) {
        this.graphics = graphics;
        this.x = x;
        this.y = y;
    }

    void paint(Mark mark, Color color) {
        if (mark instanceof Shade shade) {
            double from = x.at(shade.from());
            fill(Look.SHADE, new Rectangle2D.Double(from, y.end(), x.at(shade.to()) - from, y.length()));
        } else if (mark instanceof Theory theory) {
            line(theory.x(), theory.y(), color, Look.DASHED);
        } else if (mark instanceof Histogram histogram) {
            histogram(histogram, color);
        } else if (mark instanceof Boxes boxes) {
            boxes(boxes, color);
        } else {
            series((Series) mark, color);
        }
    }

    /** The points of a series, which are drawn over all lines and not clipped, so that those at the edge are whole. */
    void points(Series series, Color color, Symbol symbol) {
        for (int i = 0; i < series.x().length; i++) {
            boolean off = y.below(series.y()[i]);
            double left = x.at(series.x()[i]);
            double top = off ? y.start() : y.at(series.y()[i]);
            if (Double.isFinite(left)
                    && Double.isFinite(top)
                    && x.contains(series.x()[i])
                    && (off || y.contains(series.y()[i]))) {
                symbol.draw(graphics, left, top, color, off);
            }
        }
    }

    private void series(Series series, Color color) {
        if (series.hasSpread() && series.spread() == Spread.BAND) {
            band(series, color);
        }
        line(series.x(), series.y(), color, Look.LINE);
        if (series.hasSpread() && series.spread() == Spread.BARS) {
            for (int i = 0; i < series.x().length; i++) {
                bar(x.at(series.x()[i]), floored(series.low()[i]), floored(series.high()[i]), color);
            }
        }
    }

    /** A pixel of a value, of the axis' lower end for a value that a logarithmic axis cannot hold. */
    private double floored(double value) {
        return y.below(value) ? y.start() : y.at(value);
    }

    private void bar(double at, double low, double high, Color color) {
        if (Double.isFinite(at) && Double.isFinite(low) && Double.isFinite(high) && low - high > 0.5) {
            draw(color, Look.SPREAD, new Line2D.Double(at, low, at, high));
            draw(color, Look.SPREAD, new Line2D.Double(at - CAP, high, at + CAP, high));
            draw(color, Look.SPREAD, new Line2D.Double(at - CAP, low, at + CAP, low));
        }
    }

    private void line(double[] xs, double[] ys, Color color, Stroke stroke) {
        Path2D path = new Path2D.Double();
        boolean joined = false;
        for (int i = 0; i < xs.length; i++) {
            double left = x.at(xs[i]);
            double top = y.at(ys[i]);
            boolean there = Double.isFinite(left) && Double.isFinite(top);
            if (there && joined) {
                path.lineTo(left, top);
            } else if (there) {
                path.moveTo(left, top);
            }
            joined = there;
        }
        draw(color, stroke, path);
    }

    private void band(Series series, Color color) {
        Path2D path = new Path2D.Double();
        int n = series.x().length;
        boolean begun = false;
        for (int k = 0; k < 2 * n; k++) {
            int i = k < n ? k : 2 * n - 1 - k;
            double left = x.at(series.x()[i]);
            double top = floored(k < n ? series.high()[i] : series.low()[i]);
            if (Double.isFinite(left) && Double.isFinite(top)) {
                if (begun) {
                    path.lineTo(left, top);
                } else {
                    path.moveTo(left, top);
                }
                begun = true;
            }
        }
        if (begun) {
            path.closePath();
            fill(Look.pale(color), path);
        }
    }

    private void histogram(Histogram histogram, Color color) {
        Path2D outline = new Path2D.Double();
        outline.moveTo(x.at(histogram.edges()[0]), floored(0));
        for (int i = 0; i < histogram.heights().length; i++) {
            double top = floored(histogram.heights()[i]);
            outline.lineTo(x.at(histogram.edges()[i]), top);
            outline.lineTo(x.at(histogram.edges()[i + 1]), top);
        }
        outline.lineTo(x.at(histogram.edges()[histogram.heights().length]), floored(0));
        fill(Look.pale(color), outline);
        draw(color, Look.LINE, outline);
    }

    private void boxes(Boxes boxes, Color color) {
        double half = 0.5 * boxWidth(boxes.x());
        for (int i = 0; i < boxes.x().length; i++) {
            double at = x.at(boxes.x()[i]);
            double[] q = new double[5];
            for (int k = 0; k < q.length; k++) {
                q[k] = floored(boxes.quantiles()[i][k]);
            }
            bar(at, q[0], q[1], color);
            bar(at, q[3], q[4], color);
            Rectangle2D box = new Rectangle2D.Double(at - half, q[3], 2 * half, Math.max(0, q[1] - q[3]));
            fill(Color.WHITE, box);
            fill(Look.pale(color), box);
            draw(color, Look.SPREAD, box);
            draw(color, Look.LINE, new Line2D.Double(at - half, q[2], at + half, q[2]));
        }
    }

    private double boxWidth(double[] centres) {
        double nearest = WIDEST_BOX / BOX;
        for (int i = 1; i < centres.length; i++) {
            nearest = Math.min(nearest, Math.abs(x.at(centres[i]) - x.at(centres[i - 1])));
        }
        return BOX * nearest;
    }

    private void draw(Color color, Stroke stroke, Shape shape) {
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    private void fill(Color color, Shape shape) {
        graphics.setColor(color);
        graphics.fill(shape);
    }
}
