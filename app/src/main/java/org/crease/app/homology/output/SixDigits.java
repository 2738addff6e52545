package org.crease.app.homology.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as C++ streams print them, and so Ripser: six significant digits, no trailing zeros, exponents where they are large. */
public final class SixDigits {
    private static final int DIGITS = 6;
    private static final int SMALLEST_EXPONENT = -4;
    private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private static final double SMALLEST = 1e-4;
    private static final double LARGEST = 999_999;
    private static final int LEAST_WHOLE = 100_000; // of six digits
    private static final double DOUBT = 1e-6;

    private SixDigits() {}

    /**
     * The number.
     *
     * @param value not NaN
     */
    public static String of(double value) {
        if (value == 0) {
            return "0";
        }
        if (value < 0) {
            return "-" + of(-value);
        }
        if (Double.isInfinite(value)) {
            return "inf";
        }
        if (value >= SMALLEST && value < LARGEST) {
            String plain = plain(value);
            if (!plain.isEmpty()) {
                return plain;
            }
        }
        BigDecimal rounded = new BigDecimal(value).round(ROUNDING).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST_EXPONENT && exponent < DIGITS) {
            return rounded.toPlainString();
        }
        String digits = rounded.unscaledValue().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        int size = Math.abs(exponent);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? '-' : '+') + (size < 10 ? "0" : "") + size;
    }

    /**
     * The same by machine numbers, for one that needs no exponent; empty where it is as near to a number of six digits as to the
     * next and these cannot tell. They are wrong by less than a billionth of what they are asked about.
     */
    private static String plain(double value) {
        double shifted = value;
        double power = 1;
        int decimals = 0;
        while (shifted < LEAST_WHOLE) {
            power *= 10;
            decimals++;
            shifted = value * power;
        }
        int whole = (int) shifted;
        double rest = shifted - whole;
        if (Math.abs(rest - 0.5) < DOUBT) {
            return "";
        }
        int digits = rest < 0.5 ? whole : whole + 1;
        while (decimals > 0 && digits % 10 == 0) {
            digits /= 10;
            decimals--;
        }
        String text = Integer.toString(digits);
        if (decimals == 0) {
            return text;
        }
        String padded = "0".repeat(Math.max(0, decimals + 1 - text.length())) + text;
        int point = padded.length() - decimals;
        return padded.substring(0, point) + "." + padded.substring(point);
    }
}
