package org.crease.runlog.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.crease.runlog.figure.Mark.Series;
import org.crease.runlog.figure.Mark.Shade;
import org.crease.runlog.figure.Mark.Theory;

/** The legend: a sample of each named mark and its name, one under the other. */
record Legend(String title, List<Entry> entries) {
    private static final double SAMPLE = 26;
    private static final double GAP = 8;
    private static final double ROW = 20;

    /** A mark with the look it has. */
    record Entry(Mark mark, Color color, Symbol symbol) {}

    boolean isEmpty() {
        return entries.isEmpty();
    }

    double width() {
        double widest = Fonts.width(title, Look.LEGEND);
        for (Entry entry : entries) {
            widest = Math.max(widest, SAMPLE + GAP + Fonts.width(entry.mark().name(), Look.LEGEND));
        }
        return isEmpty() ? 0 : widest;
    }

    void draw(Graphics2D graphics, double left, double top) {
        double line = top + ROW / 2;
        double drop = Fonts.capital(Look.LEGEND) / 2;
        graphics.setFont(Look.LEGEND);
        if (!title.isEmpty()) {
            graphics.setColor(Look.SOFT);
            graphics.drawString(title, (float) left, (float) (line + drop));
            line += ROW;
        }
        for (Entry entry : entries) {
            sample(graphics, entry, left, line);
            graphics.setFont(Look.LEGEND);
            graphics.setColor(Look.INK);
            graphics.drawString(entry.mark().name(), (float) (left + SAMPLE + GAP), (float) (line + drop));
            line += ROW;
        }
    }

    private static void sample(Graphics2D graphics, Entry entry, double left, double line) {
        graphics.setColor(entry.color());
        if (entry.mark() instanceof Series || entry.mark() instanceof Theory) {
            graphics.setStroke(entry.mark() instanceof Theory ? Look.DASHED : Look.LINE);
            graphics.draw(new Line2D.Double(left, line, left + SAMPLE, line));
            if (entry.mark() instanceof Series) {
                entry.symbol().draw(graphics, left + SAMPLE / 2, line, entry.color(), false);
            }
            return;
        }
        Rectangle2D box = new Rectangle2D.Double(left + 4, line - 6, SAMPLE - 8, 12);
        boolean shade = entry.mark() instanceof Shade;
        graphics.setColor(shade ? Look.SHADE : Look.pale(entry.color()));
        graphics.fill(box);
        if (!shade) {
            graphics.setColor(entry.color());
            graphics.setStroke(Look.SPREAD);
            graphics.draw(box);
        }
    }
}
