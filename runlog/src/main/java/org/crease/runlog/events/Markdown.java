package org.crease.runlog.events;

import java.util.stream.Collectors;
import org.crease.runlog.storage.Printable;

/** Text for TensorBoard's text plugin, which renders Markdown: links and pictures in it would be fetched by who looks. */
public final class Markdown {
    private static final int SHORTEST_FENCE = 3;

    private Markdown() {}

    /**
     * A fenced block that shows text as it is, whatever is in it: the fence is longer than any row of back-ticks within, and
     * characters that are not shown on a line are written as escapes.
     *
     * @param language of the text, a plain word, or empty
     */
    public static String code(String language, String text) {
        String safe = text.lines().map(Printable::of).collect(Collectors.joining("\n"));
        int longest = 0;
        int row = 0;
        for (int i = 0; i < safe.length(); i++) {
            row = safe.charAt(i) == '`' ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
        return fence + language + "\n" + safe + "\n" + fence + "\n";
    }
}
