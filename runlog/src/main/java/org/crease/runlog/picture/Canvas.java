package org.crease.runlog.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A square sheet with a plotting area, two axes with their end values, and room for a legend on the right. */
final class Canvas {
    private static final int DOT = 2;
    private static final int LEGEND_STEP = 36;

    private final int size;
    private final int left;
    private final int top;
    private final int side;
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Digits digits;
    private Range x = new Range(0, 1);
    private Range y = new Range(0, 1);

    /** An interval of an axis. */
    record Range(double low, double high) {
        /** The values' range with a margin; [0, 1] when there are none, of width 1 when they are equal. */
        static Range of(double[] values, double margin) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            if (low > high) {
                return new Range(0, 1);
            }
            double pad = high > low ? margin * (high - low) : 0.5;
            return new Range(low - pad, high + pad);
        }

        double position(double value) {
            return (value - low) / (high - low);
        }
    }

    Canvas(int size) {
        this.size = size;
        this.left = 60;
        this.top = 24;
        this.side = size - left - 64;
        this.image = new BufferedImage(size, side + top + 32, BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        this.digits = new Digits(graphics, DOT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    void axes(Range horizontal, Range vertical) {
        x = horizontal;
        y = vertical;
        graphics.setColor(Palette.FAINT);
        graphics.drawRect(left, top, side, side);
        graphics.setColor(Palette.INK);
        graphics.drawLine(left, top + side, left + side, top + side);
        graphics.drawLine(left, top, left, top + side);
        String high = Digits.text(x.high());
        digits.draw(Digits.text(x.low()), left, top + side + 8);
        digits.draw(high, left + side - digits.width(high), top + side + 8);
        yLabel(y.low());
        yLabel(y.high());
    }

    void point(double px, double py, int series, double radius) {
        graphics.setColor(Palette.series(series));
        Marker.of(series).fill(graphics, horizontal(px), vertical(py), radius);
    }

    void line(double x0, double y0, double x1, double y1, Color colour) {
        graphics.setColor(colour);
        graphics.draw(new Line2D.Double(horizontal(x0), vertical(y0), horizontal(x1), vertical(y1)));
    }

    /** A sign for infinity beside the vertical axis. */
    void infinity(double at) {
        graphics.setColor(Palette.INK);
        int row = (int) vertical(at);
        graphics.drawOval(left - 24, row - 4, 8, 8);
        graphics.drawOval(left - 16, row - 4, 8, 8);
    }

    void legend(int row, int series, String label, int count) {
        int at = top + 10 + row * LEGEND_STEP;
        graphics.setColor(Palette.series(series));
        Marker.of(series).fill(graphics, left + side + 14, at, 5);
        digits.draw(label, left + side + 24, at - digits.height() / 2);
        graphics.setColor(Palette.INK);
        digits.draw(Integer.toString(count), left + side + 24, at + 9);
    }

    Picture finish() {
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java platform cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a picture in memory", e);
        }
        return new Picture(bytes.toByteArray(), size, image.getHeight());
    }

    private void yLabel(double value) {
        String text = Digits.text(value);
        digits.draw(text, Math.max(2, left - 6 - digits.width(text)), (int) vertical(value) - digits.height() / 2);
    }

    private double horizontal(double value) {
        return left + side * x.position(value);
    }

    private double vertical(double value) {
        return top + side * (1 - y.position(value));
    }
}
