package org.crease.trainer.config;

import java.math.BigDecimal;

/** The numbers that a setting takes. */
record Range(double min, double max, boolean exclusive) {

    static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

    boolean hasMin() {
        return min != Double.NEGATIVE_INFINITY;
    }

    boolean hasMax() {
        return max != Double.POSITIVE_INFINITY;
    }

    boolean contains(BigDecimal number) {
        int margin = exclusive ? 1 : 0;
        return (!hasMin() || number.compareTo(new BigDecimal(min)) >= margin)
                && (!hasMax() || new BigDecimal(max).compareTo(number) >= margin);
    }

    /** In words, for example {@code at least 1}; empty when any number is in it. */
    String words() {
        String low = hasMin() ? (exclusive ? "greater than " : "at least ") + Numbers.text(min) : "";
        String high = hasMax() ? (exclusive ? "less than " : "at most ") + Numbers.text(max) : "";
        return low + (low.isEmpty() || high.isEmpty() ? "" : " and ") + high;
    }
}
