package org.crease.probes;

import java.util.regex.Pattern;

/**
 * A pattern for names, as users write it: {@code *} stands for any characters, {@code ?} for one.
 *
 * @param text the pattern
 */
public record NamePattern(String text) {

    /** Whether the whole name fits. */
    public boolean matches(String name) {
        return regex().matcher(name).matches();
    }

    private Pattern regex() {
        StringBuilder regex = new StringBuilder();
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
