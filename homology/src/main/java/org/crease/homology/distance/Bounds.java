package org.crease.homology.distance;

/**
 * A distance known up to an interval that certainly holds it, but for rounding.
 *
 * @param lower at least 0
 * @param upper at least {@code lower}
 */
public record Bounds(double lower, double upper) {

    /** How far {@link #upper} may be above the truth, as a share of it; 0 when both bounds are equal. */
    public double relativeError() {
        return upper == lower ? 0 : (upper - lower) / lower;
    }
}
