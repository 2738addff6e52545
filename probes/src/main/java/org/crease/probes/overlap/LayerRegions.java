package org.crease.probes.overlap;

import java.util.List;

/**
 * The linear regions of a layer and what it makes of the probe inputs.
 *
 * @param regions those with probe inputs in them, in the order of their first members
 * @param regionOf position in {@code regions}, of each input; never changed
 * @param values the layer's value at each input, shape (n, units), in double precision; never changed
 */
record LayerRegions(List<AffineRegion> regions, int[] regionOf, double[][] values) {

    /** The largest absolute value; zero where there is none. */
    static double largest(double[][] rows) {
        double largest = 0;
        for (double[] row : rows) {
            for (double number : row) {
                largest = Math.max(largest, Math.abs(number));
            }
        }
        return largest;
    }
}
