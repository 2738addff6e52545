package org.crease.homology.metric;

/** A way to measure distances in a point cloud. */
@FunctionalInterface
public interface Metric {

    /**
     * The cloud with this metric. Distances are computed when asked for; {@link DistanceMatrix#of} keeps them.
     *
     * @throws IllegalArgumentException when a distance would not fit into float32
     */
    FiniteMetricSpace on(PointCloud cloud);

    /** The length of the difference: summed in double precision, rounded once to float32. */
    static Metric euclidean() {
        return Difference.EUCLIDEAN;
    }

    /**
     * One minus the cosine of the angle, from 0 to 2. Computed as half the squared distance of the normalised vectors,
     * which loses no digits at small angles. A zero vector has no angle: it is at distance 1, as if orthogonal, from every
     * other vector and at distance 0 from other zero vectors.
     */
    static Metric cosine() {
        return CosineSpace::of;
    }

    /**
     * The square of {@link #euclidean}: same order of edges, so the same bars with squared ends. The triangle inequality does
     * not hold. Squares of lengths below 1e-22 are 0 in float32.
     */
    static Metric squaredEuclidean() {
        return Difference.SQUARED_EUCLIDEAN;
    }

    /** The sum of the absolute differences of coordinates, in double precision, rounded once to float32. */
    static Metric manhattan() {
        return Difference.MANHATTAN;
    }

    /** The largest absolute difference of a coordinate. */
    static Metric chebyshev() {
        return Difference.CHEBYSHEV;
    }

    /**
     * A metric of your own. It is asked about a pair with the point of higher index first, never about a point and itself;
     * distances that are negative, NaN, or finite but beyond float32 are refused with their place when they are asked for.
     * Holds the coordinates once more, one array a point.
     */
    static Metric of(VectorDistance distance) {
        return cloud -> {
            float[][] rows = cloud.rows();
            return FiniteMetricSpace.of(rows.length, (i, j) -> distance.between(rows[i], rows[j]));
        };
    }
}
