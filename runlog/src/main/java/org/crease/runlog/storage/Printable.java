package org.crease.runlog.storage;

/**
 * Makes text from outside safe to put on one line of a log or a terminal: control characters (line ends, ANSI escapes),
 * line separators, invisible format characters (bidirectional overrides) and lone surrogates become {@code \}{@code uXXXX}.
 */
public final class Printable {
    private static final int LONGEST = 300;

    private Printable() {}

    /** The text on one line, cut after 300 characters. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> append(line, point));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            line.append("...");
        }
        return line.toString();
    }

    private static void append(StringBuilder line, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> line.append("\\u").append(String.format("%04X", point));
            default -> line.appendCodePoint(point);
        }
    }
}
