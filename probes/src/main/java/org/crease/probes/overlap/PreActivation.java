package org.crease.probes.overlap;

import java.util.List;

/**
 * The part of a layer before its activation function: affine, or affine in pieces that the values it takes decide. Of max
 * pooling a piece is the input unit that each unit takes its value from; all else is one piece, which has an empty list.
 */
interface PreActivation {

    /**
     * The pre-activations of inputs.
     *
     * @param sources values of each source of the layer, shape (n, units)
     */
    double[][] values(List<double[][]> sources) throws InterruptedException;

    /** The piece that an input lies in, by the values of the (first) source. */
    List<Integer> piece(double[] source);

    /**
     * The map to the pre-activations on a piece. Rows and constants that cancel to rounding are zero, so that a unit that is
     * constant on a region is seen to be.
     *
     * @param sources maps from the network's input to each source of the layer
     */
    AffineMap after(List<AffineMap> sources, List<Integer> piece) throws InterruptedException;

    /** Where a piece is. */
    HalfSpaces where(List<AffineMap> sources, List<Integer> piece);

    /** Multiplications that {@link #after} takes for each column of the sources' maps. */
    double work();

    /** How many half-spaces a piece has, at most. */
    int constraints();
}
