package org.crease.app.homology.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.crease.app.command.UserError;

/**
 * The numbers of a text, line after line, each as the nearest float32. Between two stands white space, a comma or a semicolon; a line
 * may end with one. {@code inf} and {@code nan} are numbers here: whoever reads says whether they are welcome. Everything else is refused with its
 * line and column.
 *
 * <p>Scans bytes, since text is where most of the time of a small computation goes.
 */
final class TextNumbers {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 512; // characters of a number
    private static final int LARGEST_EXPONENT = 100_000;

    private final String name;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER + 1]; // behind its last byte stands an end of line
    private int at;
    private int end;
    private boolean ended;
    private long position; // of the buffer's start in the text
    private long lineStart;
    private long line = 1;
    private int token; // where the last number starts in the buffer
    private boolean inside; // a line some number of which was read
    private float value;

    /** @param name of the file, for errors */
    TextNumbers(String name, InputStream in) {
        this.name = name;
        this.in = in;
        buffer[0] = '\n';
    }

    String name() {
        return name;
    }

    /** Goes to the next line that is not blank; false when there is none. What is left of the present one must have been read. */
    boolean nextLine() throws IOException {
        inside = false;
        while (true) {
            skipBlanks();
            if (at == end) {
                return false;
            }
            if (buffer[at] != '\n') {
                return true;
            }
            at++;
            line++;
            lineStart = position + at;
        }
    }

    /** Goes to the next number of the line; false when there is none. */
    boolean next() throws IOException {
        skipBlanks();
        if (inside && (buffer[at] == ',' || buffer[at] == ';')) {
            at++;
            skipBlanks();
        }
        if (at == end || buffer[at] == '\n') {
            return false;
        }
        if (end - at < LONGEST) {
            fill();
        }
        token = at;
        inside = true;
        value = number();
        if (at - token >= LONGEST) {
            throw tooLong();
        }
        return true;
    }

    /** The last number. */
    float value() {
        return value;
    }

    /** Reads the rest of the line. */
    int countRest() throws IOException {
        int count = 0;
        while (next()) {
            count++;
        }
        return count;
    }

    /** An error at the last number. */
    UserError wrong(String message) {
        return new UserError(name + ":" + line + ":" + (position + token - lineStart + 1) + ": " + message);
    }

    /** An error of the line. */
    UserError wrongLine(String message) {
        return new UserError(name + ":" + line + ": " + message);
    }

    /** An error of the whole. */
    UserError wrongText(String message) {
        return new UserError(name + ": " + message);
    }

    private void skipBlanks() throws IOException {
        while (true) {
            byte c = buffer[at];
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (at < end || !fill()) {
                return;
            }
        }
    }

    /** Moves what is left to the front and reads on; false at the end of the text. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        position += at;
        end -= at;
        at = 0;
        int got = in.readNBytes(buffer, end, BUFFER - end);
        end += got;
        ended = end < BUFFER;
        buffer[end] = '\n';
        return got > 0;
    }

    private float number() {
        boolean negative = buffer[at] == '-';
        if (negative || buffer[at] == '+') {
            at++;
        }
        int from = at;
        long digits = 0;
        int scale = 0;
        int counted = 0;
        int points = 0;
        for (byte c = buffer[at]; isDigit(c) || (c == '.' && points == 0); c = buffer[++at]) {
            if (c == '.') {
                points = 1;
            } else if (counted < Decimal.DIGITS) {
                digits = 10 * digits + (c - '0');
                counted += digits == 0 ? 0 : 1;
                scale -= points;
            } else {
                scale += 1 - points;
            }
        }
        if (at - from == points) {
            return word();
        }
        if (buffer[at] == 'e' || buffer[at] == 'E') {
            scale += exponent();
        }
        if (!isEnd(buffer[at])) {
            return word();
        }
        float size = Decimal.nearest(digits, scale);
        return Float.isFinite(size) ? (negative ? -size : size) : parsed();
    }

    /** The number behind an e; where there is none, stays at the e. */
    private int exponent() {
        int e = at;
        at++;
        boolean negative = buffer[at] == '-';
        if (negative || buffer[at] == '+') {
            at++;
        }
        int from = at;
        int exponent = 0;
        for (; isDigit(buffer[at]); at++) {
            exponent = Math.min(LARGEST_EXPONENT, 10 * exponent + (buffer[at] - '0'));
        }
        if (at == from) {
            at = e;
        }
        return negative ? -exponent : exponent;
    }

    private float parsed() {
        String text = text();
        float parsed = Float.parseFloat(text);
        if (Float.isInfinite(parsed)) {
            throw wrong("'" + text + "' does not fit into float32, whose largest number is 3.4028235e38");
        }
        return parsed;
    }

    /** What begins like no number, or does not end like one. */
    private float word() {
        while (!isEnd(buffer[at])) {
            at++;
        }
        String text = text();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Float.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Float.NEGATIVE_INFINITY;
            case "nan", "+nan", "-nan" -> Float.NaN;
            case "" -> throw wrong("a number is missing before '" + (char) buffer[at] + "'");
            default -> throw wrong("'" + text + "' is not a number");
        };
    }

    private String text() {
        if (at - token >= LONGEST) {
            throw tooLong();
        }
        return new String(buffer, token, at - token, StandardCharsets.UTF_8);
    }

    private UserError tooLong() {
        return wrong("a word of " + LONGEST + " characters or more; a number is expected");
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isEnd(byte c) {
        return c == ' ' || c == ',' || c == '\n' || c == '\t' || c == '\r' || c == ';';
    }
}
