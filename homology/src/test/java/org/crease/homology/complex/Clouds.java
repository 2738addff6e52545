package org.crease.homology.complex;

import java.util.Random;

/** Points to test with. */
final class Clouds {
    private Clouds() {}

    static float[][] uniform(int count, int dimension, long seed) {
        Random random = new Random(seed);
        float[][] points = new float[count][dimension];
        for (float[] point : points) {
            for (int axis = 0; axis < dimension; axis++) {
                point[axis] = random.nextFloat();
            }
        }
        return points;
    }

    /** Random points of a lattice of this side, equal ones among them. */
    static float[][] onLattice(int count, int side, int dimension, Random random) {
        float[][] points = new float[count][dimension];
        for (float[] point : points) {
            for (int axis = 0; axis < dimension; axis++) {
                point[axis] = random.nextInt(side);
            }
        }
        return points;
    }

    /** All points of a lattice, {@code spacing} apart. */
    static float[][] lattice(int side, int dimension, float spacing) {
        float[][] points = new float[(int) Math.pow(side, dimension)][dimension];
        for (int k = 0; k < points.length; k++) {
            for (int axis = 0, rest = k; axis < dimension; axis++, rest /= side) {
                points[k][axis] = spacing * (rest % side);
            }
        }
        return points;
    }
}
