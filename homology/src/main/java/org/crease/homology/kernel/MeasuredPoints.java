package org.crease.homology.kernel;

/**
 * Points with a metric, as devices take them. The distance of i and j comes from the total over the coordinates, first to
 * last and in double precision, of (f_i x_i - f_j x_j)².
 *
 * @param coordinates finite, row after row; not to be changed
 * @param factors f, one a point; not to be changed
 */
public record MeasuredPoints(int size, int dimension, float[] coordinates, double[] factors, Form form) {

    /** What a total becomes. */
    public enum Form {
        /** Its root, rounded to float32; all factors are 1. */
        EUCLIDEAN,
        /** Itself, rounded to float32; all factors are 1. */
        SQUARED_EUCLIDEAN,
        /** Half of it, at most 2, rounded to float32; where one factor is 0 it is 1, where both are, 0. */
        COSINE
    }
}
