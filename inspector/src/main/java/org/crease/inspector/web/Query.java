package org.crease.inspector.web;

import java.util.Map;
import java.util.Optional;

/**
 * Parameters of a request, by name.
 *
 * @param parameters decoded values
 */
public record Query(Map<String, String> parameters) {

    public Query {
        parameters = Map.copyOf(parameters);
    }

    /** A parameter that may be missing. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * A parameter that must be there.
     *
     * @throws RefusedException when it is missing
     */
    public String required(String name) {
        return text(name).orElseThrow(() -> RefusedException.bad("parameter '" + name + "' is missing"));
    }

    /**
     * A whole number that must be there.
     *
     * @throws RefusedException when it is missing or is none
     */
    public long number(String name) {
        return parse(name, required(name));
    }

    /**
     * A whole number.
     *
     * @param byDefault what a missing one stands for
     * @throws RefusedException when it is outside of {@code least .. most} or no number
     */
    public int number(String name, int byDefault, int least, int most) {
        long value = text(name).map(text -> parse(name, text)).orElse((long) byDefault);
        if (value < least || value > most) {
            throw RefusedException.bad(
                    "parameter '" + name + "' is " + value + ", " + least + " to " + most + " is expected");
        }
        return (int) value;
    }

    private static long parse(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw RefusedException.bad("parameter '" + name + "' is no whole number", e);
        }
    }
}
