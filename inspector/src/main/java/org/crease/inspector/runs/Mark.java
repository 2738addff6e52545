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

    /** The same, pinned or not. */
    public Mark asPinned(boolean changed) {
        return new Mark(tags, changed, hidden);
    }

    /** The same, hidden or not. */
    public Mark asHidden(boolean changed) {
        return new Mark(tags, pinned, changed);
    }

    /** The same with other tags. */
    public Mark tagged(List<String> changed) {
        return new Mark(changed, pinned, hidden);
    }
}
