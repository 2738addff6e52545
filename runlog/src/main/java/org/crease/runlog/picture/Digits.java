package org.crease.runlog.picture;

import java.awt.Graphics2D;
import java.util.Locale;
import java.util.Map;

/** Draws numbers from a 3 by 5 grid of squares, so that no machine needs a font for it. */
final class Digits {
    private static final int ROWS = 5;
    private static final int COLUMNS = 3;
    private static final Map<Character, String> GLYPHS = Map.ofEntries(
            Map.entry('0', "###" + "#.#" + "#.#" + "#.#" + "###"),
            Map.entry('1', ".#." + "##." + ".#." + ".#." + "###"),
            Map.entry('2', "###" + "..#" + "###" + "#.." + "###"),
            Map.entry('3', "###" + "..#" + ".##" + "..#" + "###"),
            Map.entry('4', "#.#" + "#.#" + "###" + "..#" + "..#"),
            Map.entry('5', "###" + "#.." + "###" + "..#" + "###"),
            Map.entry('6', "###" + "#.." + "###" + "#.#" + "###"),
            Map.entry('7', "###" + "..#" + "..#" + ".#." + ".#."),
            Map.entry('8', "###" + "#.#" + "###" + "#.#" + "###"),
            Map.entry('9', "###" + "#.#" + "###" + "..#" + "###"),
            Map.entry('.', "..." + "..." + "..." + "..." + ".#."),
            Map.entry('-', "..." + "..." + "###" + "..." + "..."),
            Map.entry('e', "..." + "###" + "###" + "#.." + "###"),
            Map.entry('H', "#.#" + "#.#" + "###" + "#.#" + "#.#"));

    private final Graphics2D graphics;
    private final int dot;

    /** @param dot side of a square in pixels */
    Digits(Graphics2D graphics, int dot) {
        this.graphics = graphics;
        this.dot = dot;
    }

    /** A number in at most three significant digits below 1000. */
    static String text(double value) {
        double size = Math.abs(value);
        if (value != 0 && (size >= 1e5 || size < 1e-3)) {
            return String.format(Locale.ROOT, "%.0e", value)
                    .replace("e+", "e")
                    .replace("e0", "e")
                    .replace("e-0", "e-");
        }
        String text = String.format(
                Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    int width(String text) {
        return text.length() * (COLUMNS + 1) * dot - dot;
    }

    int height() {
        return ROWS * dot;
    }

    /** Draws in the current colour with the upper left corner given. */
    void draw(String text, int x, int y) {
        int left = x;
        for (int at = 0; at < text.length(); at++) {
            String glyph = GLYPHS.getOrDefault(text.charAt(at), "");
            for (int i = 0; i < glyph.length(); i++) {
                if (glyph.charAt(i) == '#') {
                    graphics.fillRect(left + i % COLUMNS * dot, y + i / COLUMNS * dot, dot, dot);
                }
            }
            left += (COLUMNS + 1) * dot;
        }
    }
}
