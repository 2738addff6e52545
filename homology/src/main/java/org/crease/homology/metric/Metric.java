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
        return EuclideanSpace::of;
    }

    /**
     * One minus the cosine of the angle, from 0 to 2. Computed as half the squared distance of the normalised vectors,
     * which loses no digits at small angles. A zero vector has no angle: it is at distance 1, as if orthogonal, from every
     * other vector and at distance 0 from other zero vectors.
     */
    static Metric cosine() {
        return CosineSpace::of;
    }
}
