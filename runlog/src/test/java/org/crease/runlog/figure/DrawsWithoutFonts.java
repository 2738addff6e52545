package org.crease.runlog.figure;

/** A process of its own that tries to draw, and says what went wrong. */
final class DrawsWithoutFonts {
    private DrawsWithoutFonts() {}

    public static void main(String[] arguments) {
        try {
            Figures.svg(Charts.bars());
        } catch (FontsMissingException e) {
            System.out.print(e.getMessage());
        }
    }
}
