package org.crease.trainer.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.crease.trainer.data.source.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated lines, as in RFC 4180 save that a quoted field ends on its line. Lines end in LF or CRLF; empty lines
 * are passed over; a byte order mark is too.
 */
final class CsvReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BufferedReader reader;
    private final String file;
    private int line;

    CsvReader(Reader reader, String file) {
        this.reader = new BufferedReader(reader);
        this.file = file;
    }

    /** Number of the line read last, from 1. */
    int line() {
        return line;
    }

    /** The fields of the next line that is not empty; none at the end. */
    List<String> next() {
        for (String text = readLine(); text != null; text = readLine()) {
            line++;
            if (line == 1 && text.startsWith(BYTE_ORDER_MARK)) {
                text = text.substring(1);
            }
            if (!text.isBlank()) {
                return fields(text);
            }
        }
        return List.of();
    }

    /** An exception that says where. */
    DataException wrong(int column, String problem) {
        return new DataException("%s: line %d, column %d: %s".formatted(file, line, column + 1, problem));
    }

    private @Nullable String readLine() {
        try {
            return reader.readLine();
        } catch (CharacterCodingException e) {
            throw new DataException(file + ": not UTF-8, near line " + (line + 1), e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            boolean quoted = at < text.length() && text.charAt(at) == '"';
            int end = quoted ? closing(text, at, fields.size()) + 1 : comma(text, at);
            String field = text.substring(at, end);
            fields.add(quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field.strip());
            if (end >= text.length()) {
                return fields;
            }
            if (text.charAt(end) != ',') {
                throw wrong(fields.size() - 1, "text after a closing quote");
            }
            at = end + 1;
        }
    }

    private static int comma(String text, int from) {
        int comma = text.indexOf(',', from);
        return comma < 0 ? text.length() : comma;
    }

    private int closing(String text, int opening, int column) {
        for (int at = opening + 1; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at++;
                } else {
                    return at;
                }
            }
        }
        throw wrong(column, "a quote is opened and not closed on its line");
    }
}
