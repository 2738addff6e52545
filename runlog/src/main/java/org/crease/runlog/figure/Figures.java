package org.crease.runlog.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.crease.runlog.figure.Mark.Series;
import org.crease.runlog.storage.AtomicFile;

/** Makes files of drawings. The same drawing gives the same bytes on the same machine: they depend on its fonts. */
public final class Figures {
    private static final int LONGEST_SIDE = 20_000;

    private Figures() {}

    /**
     * A drawing as an SVG document; its words stay words, which can be searched and edited.
     *
     * @throws FontsMissingException when Java finds no font
     * @throws UnsupportedOperationException when it needs what {@link SvgGraphics} cannot do
     */
    public static String svg(Drawing drawing) {
        Fonts.require();
        SvgGraphics graphics = new SvgGraphics(drawing.width(), drawing.height());
        drawing.draw(graphics);
        return graphics.document();
    }

    /**
     * A drawing as a PNG.
     *
     * @param scale pixels of the picture for one of the drawing, for example 2
     * @throws FontsMissingException when Java finds no font
     */
    public static byte[] png(Drawing drawing, double scale) {
        Fonts.require();
        BufferedImage image = new BufferedImage(
                extent(drawing.width(), scale), extent(drawing.height(), scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        drawing.draw(graphics);
        graphics.dispose();
        return encode(image);
    }

    /**
     * Writes a drawing as {@code stem.svg} and, twice its size, as {@code stem.png}; each file as a whole or not at all.
     *
     * @param stem the files' path without the ending
     */
    public static void write(Drawing drawing, Path stem) {
        byte[] svg = svg(drawing).getBytes(StandardCharsets.UTF_8);
        byte[] png = png(drawing, 2);
        AtomicFile.write(stem.resolveSibling(stem.getFileName() + ".svg"), out -> out.write(svg));
        AtomicFile.write(stem.resolveSibling(stem.getFileName() + ".png"), out -> out.write(png));
    }

    /**
     * Loads fonts and all that drawing needs by drawing something small, so that the next drawing does not wait for it. From any
     * thread.
     *
     * @throws FontsMissingException when Java finds no font
     */
    public static void prepare() {
        double[] places = {0, 1};
        Series line = Series.line("0", places, places);
        Chart chart = Chart.of("0", Axis.linear("0"), Axis.linear("0"), List.of(line), "0");
        svg(chart);
        png(chart, 0.1);
    }

    private static int extent(int size, double scale) {
        double pixels = Math.ceil(size * scale);
        if (!(pixels >= 1 && pixels <= LONGEST_SIDE)) {
            throw new IllegalArgumentException(
                    "a side of a picture has 1 to " + LONGEST_SIDE + " pixels, not " + size + " times " + scale);
        }
        return (int) pixels;
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a picture: " + e, e);
        }
        return bytes.toByteArray();
    }
}
