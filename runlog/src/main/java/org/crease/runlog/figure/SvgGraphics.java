package org.crease.runlog.figure;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is drawn as an SVG document. It does what charts need: shapes filled and stroked in plain colours, words, clips,
 * transforms. Anything else (pictures, gradients, XOR) throws {@link UnsupportedOperationException}. The same calls give the
 * same text.
 *
 * <p>Words are given the width that Java laid them out with, so that they fit where the reader has another font.
 */
public final class SvgGraphics extends SvgPrimitives {
    private final SvgDocument document;
    private final boolean copy;
    private AffineTransform transform = new AffineTransform();
    private @Nullable Shape clip;
    private String clipPath = "";
    private Color color = Color.BLACK;
    private Color background = Color.WHITE;
    private BasicStroke stroke = new BasicStroke();
    private AlphaComposite composite = AlphaComposite.SrcOver;
    private Font font = Fonts.plain(12);
    private final RenderingHints hints = new RenderingHints(null);

    /** A blank, white sheet. */
    public SvgGraphics(int width, int height) {
        document = new SvgDocument(width, height);
        copy = false;
    }

    private SvgGraphics(SvgGraphics other) {
        document = other.document;
        copy = true;
        transform = new AffineTransform(other.transform);
        clip = other.clip;
        clipPath = other.clipPath;
        color = other.color;
        background = other.background;
        stroke = other.stroke;
        composite = other.composite;
        font = other.font;
        hints.putAll(other.hints);
    }

    /** The document, when all is drawn. */
    public String document() {
        if (copy) {
            throw new IllegalStateException("the document is asked of the first graphics, not of one made by create()");
        }
        return document.close();
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void dispose() {}

    @Override
    public void draw(Shape shape) {
        StringBuilder element = new StringBuilder("<path d=\"").append(SvgPath.data(shape));
        element.append("\" fill=\"none\" stroke=\"").append(hex()).append('"').append(opacity("stroke-opacity"));
        element.append(" stroke-width=\"")
                .append(SvgPath.number(stroke.getLineWidth()))
                .append('"');
        element.append(ends()).append(dashes());
        add(element.append(placed()).append("/>").toString());
    }

    @Override
    public void fill(Shape shape) {
        StringBuilder element = new StringBuilder("<path d=\"").append(SvgPath.data(shape));
        element.append("\" fill=\"").append(hex()).append('"').append(opacity("fill-opacity"));
        element.append(SvgPath.evenOdd(shape) ? " fill-rule=\"evenodd\"" : "");
        add(element.append(placed()).append("/>").toString());
    }

    @Override
    public void drawString(String words, float x, float y) {
        if (words.isBlank()) {
            return;
        }
        StringBuilder element = new StringBuilder("<text x=\"").append(SvgPath.number(x));
        element.append("\" y=\"")
                .append(SvgPath.number(y))
                .append("\" font-family=\"")
                .append(family());
        element.append("\" font-size=\"")
                .append(SvgPath.number(font.getSize2D()))
                .append('"');
        element.append(font.isBold() ? " font-weight=\"bold\"" : "")
                .append(font.isItalic() ? " font-style=\"italic\"" : "");
        element.append(" textLength=\"").append(SvgPath.number(Fonts.width(words, font)));
        element.append("\" lengthAdjust=\"spacingAndGlyphs\" fill=\"")
                .append(hex())
                .append('"');
        element.append(opacity("fill-opacity"))
                .append(" xml:space=\"preserve\"")
                .append(placed());
        add(element.append('>')
                .append(SvgDocument.escape(words))
                .append("</text>")
                .toString());
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    private void add(String element) {
        if (clip == null || !clipPath.isEmpty()) {
            document.add(element, clipPath);
        }
    }

    private String hex() {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }

    private String opacity(String attribute) {
        double alpha = color.getAlpha() / 255.0 * composite.getAlpha();
        return alpha < 1 ? " " + attribute + "=\"" + SvgPath.number(alpha) + "\"" : "";
    }

    private String placed() {
        return transform.isIdentity() ? "" : " transform=\"" + SvgPath.matrix(transform) + "\"";
    }

    private String family() {
        String own = SvgDocument.escape(font.getFamily(Locale.ROOT).replace("'", ""));
        return switch (font.getFamily(Locale.ROOT)) {
            case Font.SANS_SERIF, Font.DIALOG -> "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif";
            case Font.SERIF -> "DejaVu Serif, Georgia, serif";
            case Font.MONOSPACED -> "DejaVu Sans Mono, Menlo, Consolas, monospace";
            default -> "'" + own + "', sans-serif";
        };
    }

    private String ends() {
        String cap = switch (stroke.getEndCap()) {
            case BasicStroke.CAP_ROUND -> " stroke-linecap=\"round\"";
            case BasicStroke.CAP_SQUARE -> " stroke-linecap=\"square\"";
            default -> "";
        };
        return cap
                + switch (stroke.getLineJoin()) {
                    case BasicStroke.JOIN_ROUND -> " stroke-linejoin=\"round\"";
                    case BasicStroke.JOIN_BEVEL -> " stroke-linejoin=\"bevel\"";
                    default -> " stroke-miterlimit=\"" + SvgPath.number(stroke.getMiterLimit()) + "\"";
                };
    }

    private String dashes() {
        float[] dashes = stroke.getDashArray();
        if (dashes == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(" stroke-dasharray=\"");
        for (int i = 0; i < dashes.length; i++) {
            text.append(i == 0 ? "" : " ").append(SvgPath.number(dashes[i]));
        }
        String phase = stroke.getDashPhase() == 0
                ? ""
                : " stroke-dashoffset=\"" + SvgPath.number(stroke.getDashPhase()) + "\"";
        return text.append('"').append(phase).toString();
    }

    // ---- state ----

    @Override
    public void setTransform(AffineTransform changed) {
        transform = new AffineTransform(changed);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void transform(AffineTransform more) {
        transform.concatenate(more);
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        setDeviceClip(shape == null ? null : transform.createTransformedShape(shape));
    }

    @Override
    public void clip(@Nullable Shape shape) {
        if (clip == null || shape == null) {
            setClip(shape);
            return;
        }
        Area both = new Area(clip);
        both.intersect(new Area(transform.createTransformedShape(shape)));
        setDeviceClip(both);
    }

    private void setDeviceClip(@Nullable Shape device) {
        clip = device;
        clipPath = device == null ? "" : SvgPath.data(device);
    }

    @Override
    public @Nullable Shape getClip() {
        return clip == null ? null : inverse().createTransformedShape(clip);
    }

    private AffineTransform inverse() {
        try {
            return transform.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("no clip can be given for a transform that flattens the sheet", e);
        }
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public void setColor(@Nullable Color changed) {
        color = changed == null ? color : changed;
    }

    @Override
    public void setPaint(@Nullable Paint paint) {
        if (paint != null && !(paint instanceof Color)) {
            throw unsupported("a paint that is no plain colour");
        }
        setColor((Color) paint);
    }

    @Override
    public void setStroke(Stroke changed) {
        if (!(changed instanceof BasicStroke basic)) {
            throw unsupported("a stroke that is no BasicStroke");
        }
        stroke = basic;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setComposite(Composite changed) {
        if (!(changed instanceof AlphaComposite alpha) || alpha.getRule() != AlphaComposite.SRC_OVER) {
            throw unsupported("a composite other than SrcOver");
        }
        composite = alpha;
    }

    @Override
    public Composite getComposite() {
        return composite;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(@Nullable Font changed) {
        font = changed == null ? font : changed;
    }

    @Override
    public Color getBackground() {
        return background;
    }

    @Override
    public void setBackground(Color changed) {
        background = changed;
    }

    @Override
    RenderingHints hints() {
        return hints;
    }

    static UnsupportedOperationException unsupported(String what) {
        return new UnsupportedOperationException("an SVG figure cannot hold " + what);
    }
}
