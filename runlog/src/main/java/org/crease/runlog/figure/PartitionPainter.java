package org.crease.runlog.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.crease.runlog.figure.Axis.Tick;
import org.crease.runlog.figure.PartitionMap.Points;
import org.crease.runlog.figure.PartitionMap.Regions;
import org.jspecify.annotations.Nullable;

/** Lays a partition out and draws it: regions, their borders, points, axes, legend. */
final class PartitionPainter {
    private static final double MARGIN = 16;
    private static final double TITLE_ROW = 24;
    private static final double SUBTITLE_ROW = 18;
    private static final double TICK = 5;
    private static final double PAD = 6;
    private static final double AXIS_ROW = 22;
    private static final double LEGEND = 150;
    private static final double LEGEND_ROW = 20;
    private static final double TICKS_APART = 62;
    private static final double POINT = 2.6;
    private static final int MANY_POINTS = 600;
    /** More ranks than this get a scale instead of a row each. */
    private static final int ROWS = 8;

    private static final double BAR = 160;
    private static final Color BORDER = new Color(0x3B, 0x6A, 0x96, 0xC0);

    private final PartitionMap map;
    private final RankColors colors;
    private final Scale x;
    private final Scale y;
    private final double height;

    PartitionPainter(PartitionMap map) {
        this.map = map;
        double[] window = map.regions().window();
        double left = MARGIN + AXIS_ROW + labels(window) + PAD + TICK;
        double side = map.width() - left - LEGEND - MARGIN;
        double top = MARGIN
                + (map.title().isEmpty() ? 0 : TITLE_ROW)
                + (map.subtitle().isEmpty() ? 0 : SUBTITLE_ROW);
        double bottom = top + side * map.aspect();
        x = new Scale(false, window[0], window[1], left, left + side);
        y = new Scale(false, window[2], window[3], bottom, top);
        height = bottom + TICK + PAD + Fonts.ascent(Look.TICK) + AXIS_ROW + MARGIN;
        int[] ranks = map.regions().distinct();
        colors = ranks.length > ROWS
                ? new RankColors(ranks[0], ranks[ranks.length - 1])
                : new RankColors(0, Math.max(2, Arrays.stream(ranks).max().orElse(0)));
    }

    /** Width of the labels of the second axis; the scale's length matters little to which there are. */
    private static double labels(double[] window) {
        Scale rough = new Scale(false, window[2], window[3], 450, 0);
        return Ticks.of(Axis.linear(""), rough, TICKS_APART).stream()
                .mapToDouble(tick -> Fonts.width(tick.label(), Look.TICK))
                .max()
                .orElse(0);
    }

    int height() {
        return (int) Math.ceil(height);
    }

    void paint(Graphics2D graphics) {
        regions(graphics);
        points(graphics);
        frame(graphics);
        ticks(graphics);
        words(graphics);
        legend(graphics);
    }

    /** The rank that fills most is the ground; all regions of another are one shape, so that no seams show between them. */
    private void regions(Graphics2D graphics) {
        Regions regions = map.regions();
        int most = Arrays.stream(regions.distinct())
                .boxed()
                .max(Comparator.comparingDouble(regions::share))
                .orElse(0);
        graphics.setClip(frame());
        graphics.setColor(colors.of(most));
        graphics.fill(frame());
        for (int rank : regions.distinct()) {
            if (rank != most) {
                graphics.setColor(colors.of(rank));
                graphics.fill(shape(rank));
            }
        }
        graphics.setColor(BORDER);
        graphics.setStroke(new BasicStroke(line(regions.size()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(borders());
        graphics.setClip(null);
    }

    private static float line(int regions) {
        return regions < 300 ? 0.9f : regions < 2000 ? 0.6f : regions < 8000 ? 0.4f : 0.25f;
    }

    private Path2D shape(int rank) {
        Regions regions = map.regions();
        Path2D shape = new Path2D.Double();
        for (int i = 0; i < regions.size(); i++) {
            if (regions.ranks()[i] == rank) {
                for (int k = regions.offsets()[i]; k < regions.offsets()[i + 1]; k++) {
                    go(shape, k, k > regions.offsets()[i]);
                }
                shape.closePath();
            }
        }
        return shape;
    }

    /** Sides that two regions share are drawn by the one that goes along them from left to right. */
    private Path2D borders() {
        Regions regions = map.regions();
        Path2D borders = new Path2D.Double();
        for (int i = 0; i < regions.size(); i++) {
            int begin = regions.offsets()[i];
            int end = regions.offsets()[i + 1];
            boolean on = false;
            for (int k = begin; k < end; k++) {
                int next = k + 1 == end ? begin : k + 1;
                if (before(k, next)) {
                    if (!on) {
                        go(borders, k, false);
                    }
                    go(borders, next, true);
                }
                on = before(k, next);
            }
        }
        return borders;
    }

    private boolean before(int corner, int other) {
        double[] vertices = map.regions().vertices();
        int order = Double.compare(vertices[2 * corner], vertices[2 * other]);
        return order < 0 || (order == 0 && vertices[2 * corner + 1] < vertices[2 * other + 1]);
    }

    private void go(Path2D path, int corner, boolean drawing) {
        double px = x.at(map.regions().vertices()[2 * corner]);
        double py = y.at(map.regions().vertices()[2 * corner + 1]);
        if (drawing) {
            path.lineTo(px, py);
        } else {
            path.moveTo(px, py);
        }
    }

    private Rectangle2D frame() {
        return new Rectangle2D.Double(x.start(), y.end(), x.length(), y.length());
    }

    /** By turns from each kind, so that none covers another. */
    private void points(Graphics2D graphics) {
        int most = map.points().stream()
                .mapToInt(points -> points.x().length)
                .max()
                .orElse(0);
        int all = map.points().stream().mapToInt(points -> points.x().length).sum();
        double radius = all > MANY_POINTS ? 0.75 * POINT : POINT;
        graphics.setClip(frame());
        for (int i = 0; i < most; i++) {
            for (int kind = 0; kind < map.points().size(); kind++) {
                Points points = map.points().get(kind);
                if (i < points.x().length) {
                    dot(graphics, x.at(points.x()[i]), y.at(points.y()[i]), radius, kind);
                }
            }
        }
        graphics.setClip(null);
    }

    private void dot(Graphics2D graphics, double px, double py, double radius, int kind) {
        Ellipse2D dot = new Ellipse2D.Double(px - radius, py - radius, 2 * radius, 2 * radius);
        graphics.setColor(color(kind));
        graphics.fill(dot);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(0.7f));
        graphics.draw(dot);
    }

    /** Blue is for ranks. */
    private static Color color(int kind) {
        return Look.series(kind + 1);
    }

    private void frame(Graphics2D graphics) {
        graphics.setColor(Look.FRAME);
        graphics.setStroke(Look.THIN);
        graphics.draw(frame());
    }

    private void ticks(Graphics2D graphics) {
        graphics.setFont(Look.TICK);
        for (Tick tick : Ticks.of(Axis.linear(""), x, TICKS_APART)) {
            double at = x.at(tick.at());
            mark(graphics, new Line2D.Double(at, y.start(), at, y.start() + TICK));
            double width = Fonts.width(tick.label(), Look.TICK);
            write(graphics, tick.label(), at - width / 2, y.start() + TICK + PAD + Fonts.capital(Look.TICK));
        }
        for (Tick tick : Ticks.of(Axis.linear(""), y, TICKS_APART)) {
            double at = y.at(tick.at());
            mark(graphics, new Line2D.Double(x.start() - TICK, at, x.start(), at));
            double width = Fonts.width(tick.label(), Look.TICK);
            write(graphics, tick.label(), x.start() - TICK - PAD / 2 - width, at + Fonts.capital(Look.TICK) / 2);
        }
    }

    private static void mark(Graphics2D graphics, Line2D line) {
        graphics.setColor(Look.FRAME);
        graphics.draw(line);
    }

    private static void write(Graphics2D graphics, String words, double left, double base) {
        graphics.setColor(Look.SOFT);
        graphics.drawString(words, (float) left, (float) base);
    }

    private void words(Graphics2D graphics) {
        double base = MARGIN + Fonts.capital(Look.TITLE);
        if (!map.title().isEmpty()) {
            graphics.setFont(Look.TITLE);
            graphics.setColor(Look.INK);
            graphics.drawString(map.title(), (float) x.start(), (float) base);
            base += SUBTITLE_ROW;
        }
        graphics.setFont(Look.SUBTITLE);
        write(graphics, map.subtitle(), x.start(), base);
        graphics.setFont(Look.AXIS);
        graphics.setColor(Look.INK);
        double half = Fonts.width(map.x(), Look.AXIS) / 2;
        graphics.drawString(map.x(), (float) ((x.start() + x.end()) / 2 - half), (float) (height - MARGIN));
        AffineTransform before = graphics.getTransform();
        double middle = (y.start() + y.end()) / 2 + Fonts.width(map.y(), Look.AXIS) / 2;
        graphics.translate(MARGIN + Fonts.capital(Look.AXIS), middle);
        graphics.rotate(-Math.PI / 2);
        graphics.drawString(map.y(), 0f, 0f);
        graphics.setTransform(before);
    }

    private void legend(Graphics2D graphics) {
        double left = x.end() + 18;
        int[] ranks = map.regions().distinct();
        boolean many = ranks.length > ROWS;
        double line = heading(graphics, many ? "rank" : "rank, share of area", left, y.end() + LEGEND_ROW / 2);
        line = many ? scale(graphics, ranks, left, line) : rows(graphics, ranks, left, line);
        List<Points> named =
                map.points().stream().filter(points -> !points.name().isEmpty()).toList();
        line = named.isEmpty() ? line : heading(graphics, "inputs", left, line + LEGEND_ROW / 2);
        for (int kind = 0; kind < map.points().size(); kind++) {
            if (!map.points().get(kind).name().isEmpty()) {
                dot(graphics, left + 9, line, 1.4 * POINT, kind);
                entry(graphics, map.points().get(kind).name(), left, line);
                line += LEGEND_ROW;
            }
        }
    }

    private static double heading(Graphics2D graphics, String words, double left, double line) {
        graphics.setFont(Look.LEGEND);
        write(graphics, words, left, line + Fonts.capital(Look.LEGEND) / 2);
        return line + LEGEND_ROW + 2;
    }

    private static void entry(Graphics2D graphics, String words, double left, double line) {
        graphics.setFont(Look.LEGEND);
        graphics.setColor(Look.INK);
        graphics.drawString(words, (float) (left + 26), (float) (line + Fonts.capital(Look.LEGEND) / 2));
    }

    private double rows(Graphics2D graphics, int[] ranks, double left, double from) {
        double line = from;
        for (int i = ranks.length - 1; i >= 0; i--) {
            swatch(graphics, new Rectangle2D.Double(left, line - 6, 18, 12), colors.of(ranks[i]));
            entry(graphics, ranks[i] + ":  " + percent(map.regions().share(ranks[i])), left, line);
            line += LEGEND_ROW;
        }
        return line;
    }

    private static String percent(double share) {
        String text =
                String.format(Locale.ROOT, share >= 0.0995 ? "%.0f" : share >= 0.00995 ? "%.1f" : "%.2g", 100 * share);
        return text + " %";
    }

    /** A bar of all colours, with the ranks at its ends and in its middle. */
    private double scale(Graphics2D graphics, int[] ranks, double left, double from) {
        int lowest = ranks[0];
        int highest = ranks[ranks.length - 1];
        double top = from - 6;
        double step = BAR / (highest - lowest + 1);
        for (int rank = highest; rank >= lowest; rank--) {
            double at = top + (highest - rank) * step;
            graphics.setColor(colors.of(rank));
            graphics.fill(new Rectangle2D.Double(left, at, 18, top + BAR - at)); // to the end, so that no seams show
        }
        swatch(graphics, new Rectangle2D.Double(left, top, 18, BAR), null);
        for (int rank : new int[] {highest, (lowest + highest) / 2, lowest}) {
            entry(graphics, String.valueOf(rank), left, top + (highest - rank + 0.5) * step);
        }
        return from + BAR + LEGEND_ROW / 2;
    }

    private static void swatch(Graphics2D graphics, Rectangle2D box, @Nullable Color color) {
        if (color != null) {
            graphics.setColor(color);
            graphics.fill(box);
        }
        graphics.setColor(Look.FRAME);
        graphics.setStroke(Look.THIN);
        graphics.draw(box);
    }
}
