package org.crease.probes.overlap;

import java.util.BitSet;

/**
 * Closed half-spaces {z : n·z + d ≥ 0} with unit normals: the constraints that one layer puts on a region, of signs
 * or of winners.
 *
 * @param dimension length of a normal
 * @param normals one a row; never changed
 * @param offsets one a half-space; never changed
 */
record HalfSpaces(int dimension, double[] normals, double[] offsets) {

    /**
     * Where pre-activations have given signs: not below zero for an active unit, not above for an inactive one. Units that are
     * constant constrain nothing: the region has a point where their sign is this.
     */
    static HalfSpaces of(AffineMap preActivations, BitSet active) {
        int m = preActivations.inputs();
        double[] lengths = new double[preActivations.outputs()];
        int count = 0;
        for (int unit = 0; unit < lengths.length; unit++) {
            lengths[unit] = preActivations.length(unit);
            count += lengths[unit] > 0 ? 1 : 0;
        }
        double[] normals = new double[Math.multiplyExact(count, m)];
        double[] offsets = new double[count];
        int row = 0;
        for (int unit = 0; unit < lengths.length; unit++) {
            if (lengths[unit] > 0) {
                double factor = (active.get(unit) ? 1 : -1) / lengths[unit];
                for (int j = 0; j < m; j++) {
                    normals[row * m + j] = factor * preActivations.matrix()[unit * m + j];
                }
                offsets[row++] = factor * preActivations.offset()[unit];
            }
        }
        return new HalfSpaces(m, normals, offsets);
    }

    /** No constraint. */
    static HalfSpaces none(int dimension) {
        return new HalfSpaces(dimension, new double[0], new double[0]);
    }

    int count() {
        return offsets.length;
    }

    /** How far a point lies inside a half-space; negative outside. */
    double depth(int row, double... z) {
        double depth = offsets[row];
        for (int j = 0; j < dimension; j++) {
            depth += normals[row * dimension + j] * z[j];
        }
        return depth;
    }
}
