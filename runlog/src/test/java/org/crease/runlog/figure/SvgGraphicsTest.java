package org.crease.runlog.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SvgGraphicsTest {
    private final SvgGraphics graphics = new SvgGraphics(40, 30);

    private String lastLine() {
        List<String> lines = graphics.document().lines().toList();
        return lines.get(lines.size() - 2);
    }

    @Test
    void aFilledRectangleIsAPathInItsColour() {
        graphics.setColor(new Color(0x12, 0xAB, 0x00));
        graphics.fillRect(1, 2, 3, 4);
        assertThat(lastLine()).isEqualTo("<path d=\"M1 2L4 2L4 6L1 6L1 2Z\" fill=\"#12ab00\"/>");
    }

    @Test
    void transformsAndAlphaAreKept() {
        graphics.translate(5, 6);
        graphics.setColor(new Color(0, 0, 255, 51));
        graphics.setStroke(
                new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_BEVEL, 10, new float[] {3, 1}, 2));
        graphics.draw(new Line2D.Double(0, 0, 1.23456, 1));
        assertThat(lastLine())
                .isEqualTo("<path d=\"M0 0L1.235 1\" fill=\"none\" stroke=\"#0000ff\" stroke-opacity=\"0.2\""
                        + " stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"bevel\" stroke-dasharray=\"3 1\""
                        + " stroke-dashoffset=\"2\" transform=\"matrix(1 0 0 1 5 6)\"/>");
    }

    @Test
    void clipsIntersectInPixelsOfTheSheet() {
        graphics.clipRect(0, 0, 10, 10);
        graphics.translate(5, 5);
        graphics.clipRect(0, 0, 10, 10);
        assertThat(graphics.getClipBounds()).isEqualTo(new Rectangle(0, 0, 5, 5));
        graphics.fillRect(0, 0, 1, 1);
        graphics.setClip(null);
        graphics.fillRect(0, 0, 2, 2);
        String document = graphics.document();
        assertThat(document).containsOnlyOnce("<clipPath").containsOnlyOnce("</g>");
        assertThat(document.indexOf("</g>")).isLessThan(document.indexOf("M0 0L2 0"));
    }

    @Test
    void nothingIsDrawnInAnEmptyClip() {
        graphics.clipRect(0, 0, 1, 1);
        graphics.clipRect(5, 5, 1, 1);
        graphics.fillRect(0, 0, 9, 9);
        assertThat(graphics.document()).doesNotContain("M0 0L9 0");
    }

    @Test
    void wordsAreEscapedAndForbiddenCharactersReplaced() {
        graphics.drawString("<a href=\"&\">\u0000", 1, 2);
        assertThat(lastLine()).endsWith(">&lt;a href=&quot;&amp;&quot;&gt;\uFFFD</text>");
    }

    @Test
    void aCopyDrawsOnTheSameSheetWithAStateOfItsOwn() {
        Graphics2D copy = (Graphics2D) graphics.create();
        copy.translate(1, 1);
        copy.fillOval(0, 0, 4, 4);
        copy.dispose();
        assertThat(graphics.getTransform().isIdentity()).isTrue();
        assertThatIllegalStateException().isThrownBy(((SvgGraphics) copy)::document);
        assertThat(graphics.document()).contains("C4 3.105");
    }

    @Test
    void whatItCannotHoldIsRefused() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> graphics.setPaint(new GradientPaint(0, 0, Color.RED, 1, 1, Color.BLUE)))
                .withMessage("an SVG figure cannot hold a paint that is no plain colour");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> graphics.setComposite(AlphaComposite.Xor));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> graphics.drawImage(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 0, 0, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graphics.draw(new Line2D.Double(0, 0, Double.NaN, 1)))
                .withMessage("a drawing has the coordinate NaN");
    }
}
