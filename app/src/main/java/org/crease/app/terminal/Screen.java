package org.crease.app.terminal;

/**
 * What the reader at the other end of a stream can show.
 *
 * @param interactive true where a line can be drawn over: a terminal that is not dumb
 * @param colour true where SGR colour codes are welcome
 * @param unicode true where the stream's charset holds the few symbols used here
 * @param width columns of a line, at least {@link #NARROWEST}
 */
public record Screen(boolean interactive, boolean colour, boolean unicode, int width) {

    /** Columns below which nothing is laid out any more. */
    public static final int NARROWEST = 20;

    /** Columns taken where nobody says: pipes, files, and terminals that do not know. */
    public static final int USUAL = 100;

    /** A pipe or a file: no colour, nothing drawn over. */
    public static final Screen PLAIN = new Screen(false, false, false, USUAL);

    public Screen {
        width = Math.max(width, NARROWEST);
    }

    /** {@code unicodeForm} where the charset holds it, {@code asciiForm} elsewhere. */
    public String choose(String unicodeForm, String asciiForm) {
        return unicode ? unicodeForm : asciiForm;
    }
}
