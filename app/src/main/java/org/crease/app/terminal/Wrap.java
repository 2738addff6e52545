package org.crease.app.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines between words; a word longer than a line keeps a line of its own. */
public final class Wrap {

    private Wrap() {}

    /** Lines of at most {@code width} columns where words allow; one empty line for an empty text. */
    public static List<String> words(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.strip().split(" +", -1)) {
            int length = word.codePointCount(0, word.length());
            if (used > 0 && used + 1 + length > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += length;
        }
        lines.add(line.toString());
        return lines;
    }
}
