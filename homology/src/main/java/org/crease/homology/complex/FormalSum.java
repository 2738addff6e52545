package org.crease.homology.complex;

/**
 * A formal sum of simplices of one dimension, by their numbers in a filtered complex.
 *
 * @param simplices their numbers, all different; not to be changed
 * @param coefficients of each, from 1 to p - 1 over the field of p elements; of the simplex with its vertices ascending. Not to
 *     be changed
 */
public record FormalSum(int[] simplices, int[] coefficients) {}
