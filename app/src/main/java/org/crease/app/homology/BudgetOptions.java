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
        long bytes = memory == null
                ? Long.MAX_VALUE
                : (long) amount("--max-memory", memory, "([kmgt]?)(?:i?b)?", "a size such as 500M or 2G");
        double seconds = time == null
                ? Double.POSITIVE_INFINITY
                : amount("--max-time", time, "([smhd]?)", "a time such as 30s, 5m or 2h");
        return filtration.within(new Budget(bytes, seconds));
    }

    private static double amount(String option, String word, String unit, String expected) {
        Matcher matcher =
                Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?) ?" + unit).matcher(word.toLowerCase(Locale.ROOT));
        double amount = matcher.matches() ? Double.parseDouble(matcher.group(1)) * factor(option, matcher.group(2)) : 0;
        boolean isMemory = option.equals("--max-memory");
        if (!(amount >= (isMemory ? 1 : Double.MIN_VALUE))) {
            throw new UserError(option + " is '" + word + "'; " + expected + " is expected");
        }
        return amount;
    }

    private static double factor(String option, String unit) {
        boolean isMemory = option.equals("--max-memory");
        return switch (unit) {
            case "k" -> 1 << 10;
            case "m" -> isMemory ? 1 << 20 : 60;
            case "g" -> 1 << 30;
            case "t" -> 1L << 40;
            case "h" -> 3600;
            case "d" -> 86_400;
            default -> 1;
        };
    }
}
