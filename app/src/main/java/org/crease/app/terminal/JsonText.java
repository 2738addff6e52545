package org.crease.app.terminal;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results for programs: JSON in ASCII, so that no charset can spoil it. Loaded only where it is asked for. */
public final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .build();

    private JsonText() {}

    /** A result, indented. */
    public static String document(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** A result on one line. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
