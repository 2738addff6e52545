package org.crease.runlog.storage;

/**
 * Makes text that came from elsewhere (names, file contents, messages of libraries) safe to put on one line of a log or a
 * terminal: control and direction-changing characters, which could forge lines or colours, are shown as escapes.
 */
public final class Printable {
    private static final int LONGEST_EXCERPT = 300;

    private Printable() {}

    /** The text with every character that is not shown on a line written as {@code \n}, {@code \t} or {@code \}{@code uXXXX}. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::hidden)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    /** The same, cut after 300 characters: for text of any length. */
    public static String excerpt(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_EXCERPT) {
            return of(text);
        }
        return of(text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT))) + "...";
    }

    private static void append(StringBuilder safe, int point) {
        if (!hidden(point)) {
            safe.appendCodePoint(point);
        } else if (point == '\n') {
            safe.append("\\n");
        } else if (point == '\t') {
            safe.append("\\t");
        } else {
            String hex = Integer.toHexString(point);
            safe.append("\\u").append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex);
        }
    }

    private static boolean hidden(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
