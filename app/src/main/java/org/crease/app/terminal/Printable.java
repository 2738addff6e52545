package org.crease.app.terminal;

/**
 * Makes text that came from elsewhere (names, file contents, messages of libraries) safe to print: control and
 * direction-changing characters, which could forge lines or colours, are shown as escapes.
 */
public final class Printable {

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
