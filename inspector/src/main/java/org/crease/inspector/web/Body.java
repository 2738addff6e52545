package org.crease.inspector.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a change is asked for with: the members of a JSON object, by name and type. */
public final class Body {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode object;

    private Body(ObjectNode object) {
        this.object = object;
    }

    /**
     * Reads a body.
     *
     * @throws RefusedException when it is not one JSON object
     */
    public static Body parse(byte[] json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return new Body(object);
            }
        } catch (JacksonException e) {
            throw RefusedException.bad("the body is not JSON: " + e.getOriginalMessage(), e);
        }
        throw RefusedException.bad("the body is no JSON object");
    }

    /** A text that must be there. */
    public String text(String name) {
        return textOf(name, member(name).orElseThrow(() -> missing(name)));
    }

    /** Yes or no, which must be there. */
    public boolean isTrue(String name) {
        JsonNode node = member(name).orElseThrow(() -> missing(name));
        if (!node.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return node.booleanValue();
    }

    /** Texts that must be there. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        array(name, member(name).orElseThrow(() -> missing(name))).forEach(each -> texts.add(textOf(name, each)));
        return List.copyOf(texts);
    }

    /** Whole numbers that must be there. */
    public List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        array(name, member(name).orElseThrow(() -> missing(name))).forEach(each -> numbers.add(numberOf(name, each)));
        return List.copyOf(numbers);
    }

    /** A whole number that must be there. */
    public long number(String name) {
        return numberOf(name, member(name).orElseThrow(() -> missing(name)));
    }

    private static long numberOf(String name, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        return node.longValue();
    }

    private Optional<JsonNode> member(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private static RefusedException missing(String name) {
        return RefusedException.bad("'" + name + "' is missing");
    }

    private static JsonNode array(String name, JsonNode node) {
        if (!node.isArray()) {
            throw wrong(name, "a list");
        }
        return node;
    }

    private static String textOf(String name, JsonNode node) {
        if (!node.isString()) {
            throw wrong(name, "text");
        }
        return node.stringValue();
    }

    private static RefusedException wrong(String name, String expected) {
        return RefusedException.bad("'" + name + "': " + expected + " is expected");
    }
}
