package org.crease.runlog.storage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as the run directory uses it: one object, no duplicate keys, nothing after it, and numbers that JSON lacks as the
 * strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Adds numbers by name. */
    public static void putNumbers(ObjectNode object, String key, Map<String, Double> numbers) {
        ObjectNode map = object.putObject(key);
        numbers.forEach((name, value) -> putNumber(map, name, value));
    }

    /** Adds one number. */
    public static void putNumber(ObjectNode object, String key, double value) {
        if (Double.isFinite(value)) {
            object.put(key, value);
        } else {
            object.put(key, Double.toString(value));
        }
    }

    /** Writes an object durably as a file of its own, with its checksum. */
    public static void write(Path file, ObjectNode object) {
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(object);
        byte[] bytes =
                (Sealed.seal(text, "\n  ").replaceAll("\\R *\\}\\z", "\n}") + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /** One line, with its checksum, without the line end. */
    static String line(ObjectNode object) {
        return Sealed.seal(MAPPER.writeValueAsString(object), "");
    }

    /** The text of an object without a checksum, for places that have one already. */
    public static byte[] bytes(ObjectNode object) {
        return MAPPER.writeValueAsBytes(object);
    }

    /**
     * Reads an object.
     *
     * @param position where in the file, for errors
     * @throws CorruptFileException when the text is not one JSON object in UTF-8 or its checksum is wrong
     */
    public static Fields parse(byte[] utf8, Path file, String position) {
        String text = decode(utf8, file, position);
        Sealed.check(text, file, position);
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return new Fields(object, file, position);
            }
            throw new CorruptFileException(file, position, "a JSON object is expected");
        } catch (JacksonException e) {
            throw new CorruptFileException(file, position, "is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String decode(byte[] utf8, Path file, String position) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CorruptFileException(file, position, "is not UTF-8", e);
        }
    }
}
