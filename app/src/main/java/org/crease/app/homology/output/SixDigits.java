package org.crease.app.homology.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as C++ streams print them, and so Ripser: six significant digits, no trailing zeros, exponents where they are large. */
public final class SixDigits {
    private static final int DIGITS = 6;
    private static final int SMALLEST_EXPONENT = -4;
    private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

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
}
