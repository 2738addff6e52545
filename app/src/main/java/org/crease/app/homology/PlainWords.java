package org.crease.app.homology;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.crease.app.command.JsonOption;
import org.crease.app.terminal.Terminal;

/**
 * Reads words like {@code homology points.txt --dim 2}: a file, and options with a value behind them or none, all given once. Takes
 * none of which it is not sure that the command line, which starts slower, would take them the same way.
 */
public final class PlainWords {
    private static final String FILE = "";
    private static final String STANDARD_INPUT = "-";
    private static final int MOST_DIGITS = 9; // that an int surely holds

    private final HomologyCommand command;
    private final Set<String> taken = new HashSet<>();

    private PlainWords(Terminal terminal) {
        command = new HomologyCommand(terminal);
    }

    /** The command with its options; empty where the words are not plain, or those of another command. */
    public static Optional<HomologyCommand> homology(Terminal terminal, String... words) {
        if (words.length == 0 || !words[0].equals("homology")) {
            return Optional.empty();
        }
        PlainWords plain = new PlainWords(terminal);
        return plain.takesAll(words) ? Optional.of(plain.command) : Optional.empty();
    }

    private boolean takesAll(String... words) {
        int at = 1;
        while (at < words.length) {
            String word = words[at++];
            boolean isOption = word.startsWith("--");
            if (!taken.add(isOption ? word : FILE)) {
                return false;
            }
            if (isOption && takesFlag(word)) {
                continue;
            }
            if (isOption && at == words.length) {
                return false;
            }
            String value = isOption ? words[at++] : word;
            if (!(isPlain(value) || (value.equals(STANDARD_INPUT) && !isOption))
                    || !takes(isOption ? word : FILE, value)) {
                return false;
            }
        }
        return taken.contains(FILE);
    }

    private boolean takesFlag(String option) {
        switch (option) {
            case "--representatives" -> representatives().wanted = true;
            case "--verify" -> representatives().verify = true;
            case "--json" -> command.json = JsonOption.given();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean takes(String option, String value) {
        switch (option) {
            case FILE -> command.file = value;
            case "--format" -> command.format = value;
            case "--metric" -> command.metric = value;
            case "--show" -> command.show = value;
            case "--out" -> command.out = Path.of(value);
            default -> {
                return takesNumber(option, value);
            }
        }
        return true;
    }

    private boolean takesNumber(String option, String value) {
        if (option.equals("--threshold") && isDecimal(value)) {
            command.threshold = Float.parseFloat(value);
        } else if (option.equals("--ratio") && isDecimal(value)) {
            command.ratio = Float.parseFloat(value);
        } else {
            return value.length() <= MOST_DIGITS && digits(value) == value.length() && takesCount(option, value);
        }
        return true;
    }

    private boolean takesCount(String option, String value) {
        switch (option) {
            case "--dim" -> command.dimension = Integer.parseInt(value);
            case "--modulus" -> command.modulus = Integer.parseInt(value);
            case "--threads" -> command.threads = Integer.parseInt(value);
            case "--longest" -> representatives().longest = Integer.parseInt(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private RepresentativeOptions representatives() {
        if (command.representatives == null) {
            command.representatives = new RepresentativeOptions();
        }
        return command.representatives;
    }

    /** Whether a word stands for itself: is no option, no file of words, and not quoted. */
    private static boolean isPlain(String word) {
        return !(word.isEmpty()
                || word.charAt(0) == '-'
                || word.charAt(0) == '@'
                || word.indexOf('"') >= 0
                || word.indexOf('\'') >= 0);
    }

    /** Whether a word is digits, a point and digits again or, without a point, digits alone. */
    private static boolean isDecimal(String word) {
        int whole = digits(word);
        return whole > 0
                && (whole == word.length()
                        || (word.charAt(whole) == '.'
                                && digits(word.substring(whole + 1)) == word.length() - whole - 1));
    }

    /** The number of digits that a word begins with. */
    private static int digits(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }
}
