package org.crease.app.homology.input;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.crease.app.command.UserError;

/** What a file may hold. The names are Ripser's where it has one. */
public enum Format {
    LOWER_DISTANCE("lower-distance"),
    UPPER_DISTANCE("upper-distance"),
    DISTANCE("distance"),
    POINT_CLOUD("point-cloud"),
    SPARSE("sparse"),
    BINARY("binary"),
    NPY_POINTS("npy-points"),
    NPY_DISTANCE("npy-distance");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /** The format that a user calls so. */
    public static Format named(String word) {
        for (Format format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        throw new UserError("--format is '" + word + "'; expected one of " + names());
    }

    static String names() {
        return Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "));
    }

    /** The name. */
    @Override
    public String toString() {
        return word;
    }
}
