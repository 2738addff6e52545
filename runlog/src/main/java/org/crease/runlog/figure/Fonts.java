package org.crease.runlog.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** The fonts of figures, and how wide words are in them: by a context of our own, so that SVG and PNG are laid out alike. */
final class Fonts {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Fonts() {}

    static Font plain(float size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size);
    }

    static Font bold(float size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont(size);
    }

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** How far letters reach above the line. */
    static double ascent(Font font) {
        return font.getLineMetrics("0", CONTEXT).getAscent();
    }

    /** Height of a capital letter or a digit. */
    static double capital(Font font) {
        return font.createGlyphVector(CONTEXT, "0").getVisualBounds().getHeight();
    }

    /** Fails with one clear error where Java has no font to draw with. */
    static void require() {
        try {
            width("0", plain(10));
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new FontsMissingException(e);
        }
    }
}
