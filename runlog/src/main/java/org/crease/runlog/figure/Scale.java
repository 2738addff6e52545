package org.crease.runlog.figure;

/**
 * Where the values of an axis lie on the sheet.
 *
 * @param low value at {@code start}
 * @param high value at {@code end}
 * @param start pixel
 * @param end pixel
 */
record Scale(boolean logarithmic, double low, double high, double start, double end) {

    /** The pixel of a value; NaN for one that the axis cannot hold. */
    double at(double value) {
        if (logarithmic && !(value > 0)) {
            return Double.NaN;
        }
        double share = logarithmic
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
        return start + share * (end - start);
    }

    /** Whether a value is one that the axis cannot hold: zero or below on a logarithmic one. */
    boolean below(double value) {
        return logarithmic && value <= 0;
    }

    boolean contains(double value) {
        double slack = 1e-9 * Math.abs(end - start);
        double pixel = at(value);
        return pixel >= Math.min(start, end) - slack && pixel <= Math.max(start, end) + slack;
    }

    double length() {
        return Math.abs(end - start);
    }
}
