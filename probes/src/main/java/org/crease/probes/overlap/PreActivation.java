package org.crease.probes.overlap;

import java.util.List;

/** The affine part of a layer: from affine maps to its sources, the affine map to what enters its activation function. */
interface PreActivation {

    /**
     * The map to the pre-activations. Rows and constants that cancel to rounding are zero, so that a unit that is constant on
     * a region is seen to be.
     *
     * @param sources maps from the network's input to each source of the layer; all of the same input, or all constant
     */
    AffineMap after(List<AffineMap> sources);

    /** Multiplications that {@link #after} takes for each column of the sources' maps. */
    double work();
}
