package org.crease.runlog.storage;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The members of a JSON object by name and type; a missing or ill-typed one is a {@link CorruptFileException} that names it. */
public final class Fields {
    private final ObjectNode object;
    private final Path file;
    private final String position;

    Fields(ObjectNode object, Path file, String position) {
        this.object = object;
        this.file = file;
        this.position = position;
    }

    /** Whether there is such a member and it is not null. */
    public boolean has(String key) {
        return object.hasNonNull(key);
    }

    public String text(String key) {
        return asText(key, required(key));
    }

    public @Nullable String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    public long integer(String key) {
        return asInteger(key, required(key));
    }

    public int smallInteger(String key) {
        long value = integer(key);
        if (value != (int) value) {
            throw wrong(key, "a 32-bit integer is expected, found " + value);
        }
        return (int) value;
    }

    public double number(String key) {
        return asNumber(key, required(key));
    }

    public @Nullable Double numberOrNull(String key) {
        return has(key) ? (Double) number(key) : null;
    }

    /** True when the member is there and true. */
    public boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        JsonNode node = required(key);
        if (!node.isBoolean()) {
            throw wrong(key, "true or false is expected, found " + node);
        }
        return node.booleanValue();
    }

    public Instant instant(String key) {
        String text = text(key);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(key, "a time such as 2026-01-31T12:00:00Z is expected, found '" + text + "'");
        }
    }

    public Map<String, Double> numbers(String key) {
        return map(key, node -> asNumber(key, node));
    }

    public Map<String, Long> integers(String key) {
        return map(key, node -> asInteger(key, node));
    }

    public Map<String, String> texts(String key) {
        return map(key, node -> asText(key, node));
    }

    public List<String> textList(String key) {
        return list(key, node -> asText(key, node));
    }

    public List<Long> integerList(String key) {
        return list(key, node -> asInteger(key, node));
    }

    public List<Fields> objects(String key) {
        return list(key, node -> {
            if (node instanceof ObjectNode member) {
                return new Fields(member, file, position);
            }
            throw wrong(key, "objects are expected, found " + node);
        });
    }

    /** An error about one member of this object. */
    public CorruptFileException wrong(String key, String message) {
        return new CorruptFileException(file, position, "'" + key + "': " + message);
    }

    private <T> List<T> list(String key, Function<JsonNode, T> element) {
        JsonNode node = required(key);
        if (!node.isArray()) {
            throw wrong(key, "a list is expected, found " + node);
        }
        List<T> list = new ArrayList<>();
        node.forEach(child -> list.add(element.apply(child)));
        return list;
    }

    private <T> Map<String, T> map(String key, Function<JsonNode, T> value) {
        JsonNode node = required(key);
        if (!node.isObject()) {
            throw wrong(key, "an object is expected, found " + node);
        }
        Map<String, T> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return map;
    }

    private String asText(String key, JsonNode node) {
        if (!node.isString()) {
            throw wrong(key, "a string is expected, found " + node);
        }
        return node.stringValue();
    }

    private long asInteger(String key, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(key, "a 64-bit integer is expected, found " + node);
        }
        return node.longValue();
    }

    private double asNumber(String key, JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return switch (node.isString() ? node.stringValue() : "") {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw wrong(key, "a number, \"NaN\", \"Infinity\" or \"-Infinity\" is expected, found " + node);
        };
    }

    private JsonNode required(String key) {
        JsonNode node = object.get(key);
        if (node == null || node.isNull()) {
            throw wrong(key, "is missing");
        }
        return node;
    }
}
