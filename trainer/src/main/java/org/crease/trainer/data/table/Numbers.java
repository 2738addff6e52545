package org.crease.trainer.data.table;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Table;
import org.jspecify.annotations.Nullable;

/** Decimal numbers in any country's Java: digits, a point, an exponent; and the list that they are gathered in. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|na|null|inf|infinity)");
    private static final Pattern ZERO = Pattern.compile("[+-]?[0.]+([eE].*)?");
    private static final int FIRST_CAPACITY = 1024;

    private double[] values = new double[FIRST_CAPACITY];
    private int size;

    /** What is wrong with a text as a finite number; null when nothing is. */
    static @Nullable String problem(String text) {
        if (text.isEmpty()) {
            return "empty, expected a number";
        }
        if (COMMA.matcher(text).matches()) {
            return "'" + text + "' has a decimal comma, expected a point";
        }
        if (NOT_FINITE.matcher(text).matches()) {
            return "'" + text + "' is not a finite number";
        }
        if (!NUMBER.matcher(text).matches()) {
            return "'" + text + "' is not a number";
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            return "'" + text + "' is beyond the largest double, " + Double.MAX_VALUE;
        }
        if (value == 0 && !ZERO.matcher(text).matches()) {
            return "'" + text + "' is below the smallest double, " + Double.MIN_VALUE;
        }
        return null;
    }

    void add(double value, String file) {
        if (size == values.length) {
            if (size == Table.LONGEST) {
                throw new DataException(file + ": more than " + size + " numbers, the most that fit one array");
            }
            values = Arrays.copyOf(values, (int) Math.min(Table.LONGEST, size * 2L));
        }
        values[size] = value;
        size++;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
