package org.crease.homology.complex;

/**
 * A bar of a filtered complex and the simplices that begin and end it.
 *
 * @param dimension of the class
 * @param birth the simplex that it is born with, by its number in the complex
 * @param death the simplex that it dies with; {@link #NEVER} when it does not die
 */
public record SimplexPair(int dimension, int birth, int death) {
    /** The death of a class that does not die. */
    public static final int NEVER = -1;
}
