package org.crease.inspector.runs;

import java.util.List;

/**
 * What a user has noted of a run.
 *
 * @param tags in the order they were given
 * @param pinned shown before others
 * @param hidden not shown until asked for
 */
public record Mark(List<String> tags, boolean pinned, boolean hidden) {
    /** Nothing noted. */
    public static final Mark NONE = new Mark(List.of(), false, false);

    public Mark {
        tags = List.copyOf(tags);
    }
}
