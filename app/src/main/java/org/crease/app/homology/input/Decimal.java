package org.crease.app.homology.input;

/**
 * Decimal digits to the nearest float32, without a string in nearly all cases: digits × 10^scale is computed in double precision, wrong
 * by a few units in its last place at most, so rounding it once more gives the nearest float unless it lies that close to the middle between two.
 */
final class Decimal {
    /** Digits that a long holds. */
    static final int DIGITS = 18;

    private static final long BELOW_FLOAT = (1L << 29) - 1; // bits that a float lacks
    private static final long MIDDLE = 1L << 28;
    private static final long DOUBT = 8;
    private static final double[] POWERS = powers(60);

    private Decimal() {}

    private static double[] powers(int highest) {
        double[] powers = new double[highest + 1];
        for (int k = 0; k <= highest; k++) {
            powers[k] = Double.parseDouble("1e" + k);
        }
        return powers;
    }

    /** The float nearest to {@code digits} × 10^{@code scale}, infinite where it is too large; NaN where this way cannot tell. */
    static float nearest(long digits, int scale) {
        if (digits == 0) {
            return 0;
        }
        if (Math.abs(scale) >= POWERS.length) {
            return Float.NaN;
        }
        double value = scale < 0 ? digits / POWERS[-scale] : digits * POWERS[scale];
        long below = Double.doubleToRawLongBits(value) & BELOW_FLOAT;
        boolean doubtful = value < Float.MIN_NORMAL || Math.abs(below - MIDDLE) <= DOUBT;
        return doubtful ? Float.NaN : (float) value;
    }
}
