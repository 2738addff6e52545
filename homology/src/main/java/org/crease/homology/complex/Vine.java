package org.crease.homology.complex;

/**
 * A bar followed along a sequence of filtrations. At each of its steps it has a birth and a death; at the first and at
 * the last they may be equal, where the vine comes out of the diagonal or goes back into it. A death may be infinite.
 *
 * @param dimension of the class
 * @param firstStep the step of the sequence, from 0, that {@code births[0]} is of
 * @param births at each step; not to be changed
 * @param deaths at each step; not to be changed
 */
public record Vine(int dimension, int firstStep, double[] births, double[] deaths) {

    /** The last step of the vine. */
    public int lastStep() {
        return firstStep + births.length - 1;
    }

    /** The birth at a step from {@link #firstStep} to {@link #lastStep}. */
    public double birth(int step) {
        return births[step - firstStep];
    }

    /** The death at a step from {@link #firstStep} to {@link #lastStep}. */
    public double death(int step) {
        return deaths[step - firstStep];
    }
}
