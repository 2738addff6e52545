package org.crease.trainer.config.yaml;

/**
 * Where something was written.
 *
 * @param source the file as the user named it, or the option
 * @param line from 1; 0 where the source has no lines
 * @param column from 1; 0 where the source has no lines
 */
public record Mark(String source, int line, int column) {

    /** A whole source, for what has no place in it. */
    public static Mark of(String source) {
        return new Mark(source, 0, 0);
    }
}
