package org.crease.app.run;

import org.crease.app.command.UserError;

/**
 * Steps from one to another, both included.
 *
 * @param from the first
 * @param to the last
 */
record StepRange(long from, long to) {
    static final StepRange ALL = new StepRange(0, Long.MAX_VALUE);

    /** Reads {@code A..B}, {@code A..}, {@code ..B} or {@code A}. */
    static StepRange parse(String text) {
        int dots = text.indexOf("..");
        StepRange range = dots < 0
                ? new StepRange(number(text, text, 0), number(text, text, 0))
                : new StepRange(
                        number(text.substring(0, dots), text, 0),
                        number(text.substring(dots + 2), text, Long.MAX_VALUE));
        if (range.from > range.to) {
            throw new UserError("--steps " + text + ": " + range.from + " is after " + range.to);
        }
        return range;
    }

    private static long number(String part, String text, long whenEmpty) {
        if (part.isEmpty() && !text.isEmpty()) {
            return whenEmpty;
        }
        if (!part.matches("\\d{1,18}")) {
            throw new UserError(
                    "--steps is '" + text + "', A..B with two step numbers is expected, for example 0..500");
        }
        return Long.parseLong(part);
    }

    boolean contains(long step) {
        return from <= step && step <= to;
    }

    @Override
    public String toString() {
        return to == Long.MAX_VALUE ? from + ".." : from + ".." + to;
    }
}
