package org.crease.app.homology;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crease.app.command.UserError;
import org.crease.homology.Budget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a computation may take; a picocli mixin. */
final class BudgetOptions {
    @Option(names = "--estimate", description = "Say what it would take, simplices, memory and time, and stop.")
    private boolean estimate;

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            description = "Refuse or end what takes more, 500M or 2G (default: most of Java's).")
    private @Nullable String memory;

    @Option(names = "--max-time", paramLabel = "TIME", description = "The same of time, 90s, 5m or 2h (default: any).")
    private @Nullable String time;

    /** Whether to stop at an estimate. */
    boolean estimate() {
        return estimate;
    }

    /** The option that asks for one of these; null where none does. */
    @Nullable
    String asked() {
        return estimate ? "--estimate" : memory != null ? "--max-memory" : time != null ? "--max-time" : null;
    }

    /** The filtration within what was asked for. */
    Filtration limit(Filtration filtration) {
        if (memory == null && time == null) {
            return filtration;
        }
        return filtration.within(new Budget(
                memory == null ? Long.MAX_VALUE : bytes(memory),
                time == null ? Double.POSITIVE_INFINITY : seconds(time)));
    }

    private static long bytes(String word) {
        Matcher matcher = match(word, "([kmgt]?)(?:i?b)?");
        double bytes = !matcher.matches()
                ? 0
                : number(matcher)
                        * switch (matcher.group(2)) {
                            case "k" -> 1L << 10;
                            case "m" -> 1L << 20;
                            case "g" -> 1L << 30;
                            case "t" -> 1L << 40;
                            default -> 1;
                        };
        if (bytes < 1) {
            throw new UserError("--max-memory is '" + word + "'; a size such as 500M or 2G is expected");
        }
        return (long) bytes;
    }

    private static double seconds(String word) {
        Matcher matcher = match(word, "([smh]?)");
        double seconds = !matcher.matches()
                ? 0
                : number(matcher)
                        * switch (matcher.group(2)) {
                            case "m" -> 60;
                            case "h" -> 3600;
                            default -> 1;
                        };
        if (seconds == 0) {
            throw new UserError("--max-time is '" + word + "'; a time such as 30s, 5m or 2h is expected");
        }
        return seconds;
    }

    private static Matcher match(String word, String unit) {
        return Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?) ?" + unit).matcher(word.toLowerCase(Locale.ROOT));
    }

    private static double number(Matcher matcher) {
        return Double.parseDouble(matcher.group(1));
    }
}
