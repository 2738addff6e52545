package org.crease.trainer.config;

import java.math.BigDecimal;

/** Numbers as they are written in YAML. */
final class Numbers {

    private Numbers() {}

    /** The shortest text that reads back as this number: {@code 1}, {@code 0.001}, {@code 1e-8}. */
    static String text(double number) {
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent <= 9) {
            return exact.toPlainString();
        }
        return exact.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
