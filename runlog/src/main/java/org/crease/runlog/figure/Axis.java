package org.crease.runlog.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An axis of a {@link Chart}.
 *
 * @param title what it shows, with its unit
 * @param logarithmic whether equal ratios are equally far apart; values of zero and below are then off the axis
 * @param low where it begins; null for what fits the marks
 * @param high where it ends; null for what fits the marks
 * @param ticks where it is marked; empty for round values
 */
public record Axis(
        String title,
        boolean logarithmic,
        @Nullable Double low,
        @Nullable Double high,
        List<Tick> ticks) {

    /** A labelled place on an axis. */
    public record Tick(double at, String label) {}

    public Axis {
        ticks = List.copyOf(ticks);
        if (low != null && high != null && low >= high) {
            throw new IllegalArgumentException("axis '" + title + "' from " + low + " to " + high + " has no length");
        } else if (logarithmic && ((low != null && low <= 0) || (high != null && high <= 0))) {
            throw new IllegalArgumentException("logarithmic axis '" + title + "' cannot reach zero or below");
        }
    }

    /** From what fits to what fits, equal differences equally far apart. */
    public static Axis linear(String title) {
        return new Axis(title, false, null, null, List.of());
    }

    /** From what fits to what fits, equal ratios equally far apart. */
    public static Axis log(String title) {
        return new Axis(title, true, null, null, List.of());
    }

    /** Words at 0, 1, 2, ... */
    public static Axis words(String title, List<String> words) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            ticks.add(new Tick(i, words.get(i)));
        }
        return new Axis(title, false, -0.5, Math.max(1, words.size()) - 0.5, ticks);
    }

    /** The same axis from one value to another; null for what fits. */
    public Axis within(@Nullable Double from, @Nullable Double to) {
        return new Axis(title, logarithmic, from, to, ticks);
    }

    /** The same axis, marked at these places. */
    public Axis marked(List<Tick> places) {
        return new Axis(title, logarithmic, low, high, places);
    }
}
