package org.crease.homology.complex;

/**
 * A sum of simplices of one dimension.
 *
 * @param simplices their numbers in the complex, all different; not to be changed
 * @param coefficients of each, from 1 to p - 1 over the field of p elements; of the simplex with its vertices ascending. Not to
 *     be changed
 */
public record Chain(int[] simplices, int[] coefficients) {}
