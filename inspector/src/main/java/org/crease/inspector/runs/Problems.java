package org.crease.inspector.runs;

import org.jspecify.annotations.Nullable;

/** Lines of a log that cannot be used: how many, and what is wrong with the first. */
final class Problems {
    private final String file;
    private @Nullable String first;
    private long count;

    Problems(String file) {
        this.file = file;
    }

    void add(long line, String message) {
        if (first == null) {
            first = file + ", line " + line + ": " + message;
        }
        count++;
    }

    void clear() {
        first = null;
        count = 0;
    }

    /** In words, or null when there are none. */
    @Nullable
    String words() {
        return count < 2 ? first : first + " (and " + (count - 1) + " more)";
    }
}
