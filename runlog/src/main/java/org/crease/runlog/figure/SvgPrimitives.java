package org.crease.runlog.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The many calls of {@link Graphics2D} that come down to a few: shapes to draw and fill, and a transform to change. */
abstract class SvgPrimitives extends Graphics2D {

    abstract RenderingHints hints();

    // ---- shapes ----

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        Paint before = getPaint();
        setColor(getBackground());
        fillRect(x, y, width, height);
        setPaint(before);
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int angle) {
        draw(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int angle) {
        fill(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.PIE));
    }

    @Override
    public void drawPolyline(int[] xs, int[] ys, int count) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(xs[i], ys[i]);
            } else {
                path.lineTo(xs[i], ys[i]);
            }
        }
        draw(path);
    }

    @Override
    public void drawPolygon(int[] xs, int[] ys, int count) {
        draw(new Polygon(xs, ys, count));
    }

    @Override
    public void fillPolygon(int[] xs, int[] ys, int count) {
        fill(new Polygon(xs, ys, count));
    }

    @Override
    public void drawString(String words, int x, int y) {
        drawString(words, (float) x, (float) y);
    }

    // ---- transforms and clips ----

    @Override
    public void translate(int x, int y) {
        translate((double) x, (double) y);
    }

    @Override
    public void translate(double x, double y) {
        transform(AffineTransform.getTranslateInstance(x, y));
    }

    @Override
    public void rotate(double angle) {
        transform(AffineTransform.getRotateInstance(angle));
    }

    @Override
    public void rotate(double angle, double x, double y) {
        transform(AffineTransform.getRotateInstance(angle, x, y));
    }

    @Override
    public void scale(double x, double y) {
        transform(AffineTransform.getScaleInstance(x, y));
    }

    @Override
    public void shear(double x, double y) {
        transform(AffineTransform.getShearInstance(x, y));
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle(x, y, width, height));
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        setClip(new Rectangle(x, y, width, height));
    }

    @Override
    public @Nullable Rectangle getClipBounds() {
        Shape clip = getClip();
        return clip == null ? null : clip.getBounds();
    }

    // ---- state without an effect, or known from elsewhere ----

    @Override
    public Paint getPaint() {
        return getColor();
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        scratch.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        FontMetrics metrics = scratch.getFontMetrics(font);
        scratch.dispose();
        return metrics;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return Fonts.CONTEXT;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        hints().put(key, value);
    }

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return hints().get(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> changed) {
        hints().clear();
        hints().putAll(changed);
    }

    @Override
    public void addRenderingHints(Map<?, ?> more) {
        hints().putAll(more);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return (RenderingHints) hints().clone();
    }

    @Override
    public void setPaintMode() {}

    // ---- what a figure cannot hold ----

    @Override
    public void setXORMode(Color color) {
        throw SvgGraphics.unsupported("XOR");
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw SvgGraphics.unsupported("a device");
    }

    @Override
    public boolean hit(Rectangle area, Shape shape, boolean onStroke) {
        throw SvgGraphics.unsupported("a test of what was hit");
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw SvgGraphics.unsupported("a copied area");
    }

    @Override
    public void drawString(AttributedCharacterIterator words, int x, int y) {
        throw SvgGraphics.unsupported("words with attributes");
    }

    @Override
    public void drawString(AttributedCharacterIterator words, float x, float y) {
        throw SvgGraphics.unsupported("words with attributes");
    }

    @Override
    public boolean drawImage(Image image, AffineTransform place, @Nullable ImageObserver observer) {
        throw SvgGraphics.unsupported("a picture");
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
        throw SvgGraphics.unsupported("a picture");
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform place) {
        throw SvgGraphics.unsupported("a picture");
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform place) {
        throw SvgGraphics.unsupported("a picture");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
        throw SvgGraphics.unsupported("a picture");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        throw SvgGraphics.unsupported("a picture");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color behind, @Nullable ImageObserver observer) {
        throw SvgGraphics.unsupported("a picture");
    }

    @Override
    public boolean drawImage(
            Image image, int x, int y, int width, int height, Color behind, @Nullable ImageObserver observer) {
        throw SvgGraphics.unsupported("a picture");
    }

    @Override
    public boolean drawImage(
            Image image,
            int left,
            int top,
            int right,
            int bottom,
            int sourceLeft,
            int sourceTop,
            int sourceRight,
            int sourceBottom,
            @Nullable ImageObserver observer) {
        throw SvgGraphics.unsupported("a picture");
    }

    @Override
    public boolean drawImage(
            Image image,
            int left,
            int top,
            int right,
            int bottom,
            int sourceLeft,
            int sourceTop,
            int sourceRight,
            int sourceBottom,
            Color behind,
            @Nullable ImageObserver observer) {
        throw SvgGraphics.unsupported("a picture");
    }
}
