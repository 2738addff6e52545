package org.crease.probes.partition;

/**
 * A rectangle of the plane.
 *
 * @param left smallest first coordinate
 * @param right largest first coordinate
 * @param bottom smallest second coordinate
 * @param top largest second coordinate
 */
public record Window(double left, double right, double bottom, double top) {

    /** @throws IllegalArgumentException when a side is not finite or its ends are not in order */
    public Window {
        if (!(left < right && bottom < top) || !Double.isFinite(right - left) || !Double.isFinite(top - bottom)) {
            throw new IllegalArgumentException("window is [" + left + ", " + right + ", " + bottom + ", " + top
                    + "]; expected left < right and bottom < top, all finite");
        }
    }

    /**
     * The bounding box of points with a margin; a side of no length becomes one of length 1.
     *
     * @param x first coordinates, at least one
     * @param y second coordinates, as many
     * @param margin share of a side that is added at each of its ends
     */
    public static Window around(double[] x, double[] y, double margin) {
        double[] horizontal = range(x, margin);
        double[] vertical = range(y, margin);
        return new Window(horizontal[0], horizontal[1], vertical[0], vertical[1]);
    }

    private static double[] range(double[] values, double margin) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a window around no points; expected at least one");
        }
        double low = values[0];
        double high = values[0];
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double pad = high > low ? margin * (high - low) : 0.5;
        return new double[] {low - pad, high + pad};
    }

    /** Width times height. */
    public double area() {
        return (right - left) * (top - bottom);
    }

    double diagonal() {
        return Math.hypot(right - left, top - bottom);
    }
}
