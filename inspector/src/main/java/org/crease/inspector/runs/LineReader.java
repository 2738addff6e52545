package org.crease.inspector.runs;

import org.crease.runlog.storage.LineTail;
import org.crease.runlog.storage.Sealed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads on in a log of JSON objects, member by member, without building trees: about a microsecond a line. A line that cannot
 * be used is a problem that is told and not the end.
 */
abstract class LineReader implements LineTail.Sink {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Problems problems;

    LineReader(String file) {
        this.problems = new Problems(file);
    }

    /** Takes the members of an object and keeps what they say. */
    abstract void object(JsonParser parser, long offset, int length);

    /** Forgets everything that was kept. */
    abstract void forget();

    @Nullable
    String problem() {
        return problems.words();
    }

    @Override
    public final void line(byte[] bytes, int from, int to, long offset, long number) {
        if (!Sealed.isIntact(bytes, from, to)) {
            problems.add(number, "its checksum is wrong: the text was changed");
            return;
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnusableLineException("a JSON object is expected");
            }
            object(parser, offset, to - from);
        } catch (JacksonException e) {
            problems.add(number, "is not JSON");
        } catch (UnusableLineException e) {
            problems.add(number, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public final void tooLong(long number) {
        problems.add(number, "is longer than a line can be");
    }

    @Override
    public final void restart() {
        problems.clear();
        forget();
    }

    static long whole(JsonParser parser, String name) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new UnusableLineException("'" + name + "' is no whole number");
        }
        return parser.getLongValue();
    }

    static String text(JsonParser parser, String name) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new UnusableLineException("'" + name + "' is no text");
        }
        return parser.getString();
    }

    static double number(JsonParser parser, String name) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getDoubleValue();
        }
        return switch (token == JsonToken.VALUE_STRING ? parser.getString() : "") {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new UnusableLineException("'" + name + "' is no number");
        };
    }

    /** The object has come to its end; what should be there must have been. */
    static void require(boolean there, String what) {
        if (!there) {
            throw new UnusableLineException(what + " is missing");
        }
    }

    /** A line that is JSON and not what it should be. */
    static final class UnusableLineException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnusableLineException(String message) {
            super(message);
        }
    }
}
