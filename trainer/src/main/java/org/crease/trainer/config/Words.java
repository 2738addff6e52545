package org.crease.trainer.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How names of Java look in YAML, and which known name was probably meant by an unknown one. */
final class Words {

    private Words() {}

    /** {@code batchSize}, {@code BatchSize} and {@code BATCH_SIZE} as {@code batch-size}. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /**
     * The known name nearest to a word, if one is near: at most a third of its letters differ, none of three,
     * or it is the beginning of that one name.
     */
    static Optional<String> nearest(String word, Collection<String> known) {
        String wanted = kebab(word.strip().replace(' ', '-'));
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String name : known) {
            int distance = distance(wanted, name);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        int shorter = Math.min(wanted.length(), best.length());
        int allowed = Math.max(wanted.length(), best.length()) < 4 ? 0 : Math.max(1, shorter / 3);
        if (least > allowed) {
            List<String> longer = known.stream()
                    .filter(name -> wanted.length() >= 3 && name.startsWith(wanted))
                    .toList();
            return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
        }
        return Optional.of(best);
    }

    /** Number of letters inserted, deleted, replaced or swapped with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 8) {
            return Integer.MAX_VALUE;
        }
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int step(int[][] table, String a, String b, int i, int j) {
        int replaced = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }

    /** What a user wrote, fit to be shown in one line of a message. */
    static String shown(String text) {
        String line = text.codePoints()
                .limit(60)
                .mapToObj(c -> unsafe(c) ? String.format("\\u%04X", c) : Character.toString(c))
                .reduce("", String::concat);
        return text.codePointCount(0, text.length()) > 60 ? line + ".." : line;
    }

    /** Whether a character could break a line, hide, or turn text around. */
    static boolean unsafe(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
