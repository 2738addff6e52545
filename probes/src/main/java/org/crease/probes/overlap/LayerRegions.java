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

    /** The largest absolute value of the layer, at any input. */
    double size() {
        double size = 0;
        for (double[] value : values) {
            for (double number : value) {
                size = Math.max(size, Math.abs(number));
            }
        }
        return size;
    }
}
