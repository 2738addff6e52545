package org.crease.trainer.data.source;

/**
 * Rows of doubles.
 *
 * @param values the numbers, row after row; never changed
 * @param width numbers in a row, positive
 */
public record Table(double[] values, int width) implements Features {

    public Table {
        if (width < 1 || values.length % width != 0) {
            throw new IllegalArgumentException(values.length + " numbers do not fill rows of " + width);
        }
    }

    /** The longest array that every Java platform has. */
    public static final int LONGEST = Integer.MAX_VALUE - 8;

    /**
     * Zeros for a table.
     *
     * @param key the configuration's key that asks for it
     * @throws DataException when they are too many for one array
     */
    public static double[] zeros(String key, int rows, int width) {
        long numbers = (long) rows * width;
        if (numbers > LONGEST) {
            throw new DataException("%s: %d rows of %d are %d numbers, more than the %d that fit one array"
                    .formatted(key, rows, width, numbers, LONGEST));
        }
        return new double[(int) numbers];
    }

    @Override
    public int size() {
        return values.length / width;
    }

    @Override
    public void copy(int row, double[] into) {
        System.arraycopy(values, Math.multiplyExact(row, width), into, 0, width);
    }
}
