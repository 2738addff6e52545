package org.crease.homology.metric;

/** A cloud with the euclidean distance. */
final class EuclideanSpace implements FiniteMetricSpace {
    private final PointCloud cloud;

    private EuclideanSpace(PointCloud cloud) {
        this.cloud = cloud;
    }

    static EuclideanSpace of(PointCloud cloud) {
        double diagonal = boxDiagonal(cloud);
        if (diagonal > Float.MAX_VALUE) {
            throw new IllegalArgumentException("points lie in a box of diagonal " + diagonal + "; distances above "
                    + Float.MAX_VALUE + " do not fit into float32");
        }
        return new EuclideanSpace(cloud);
    }

    private static double boxDiagonal(PointCloud cloud) {
        double sum = 0;
        for (int axis = 0; axis < cloud.dimension(); axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < cloud.size(); i++) {
                low = Math.min(low, cloud.coordinate(i, axis));
                high = Math.max(high, cloud.coordinate(i, axis));
            }
            sum += cloud.size() == 0 ? 0 : (high - low) * (high - low);
        }
        return Math.sqrt(sum);
    }

    @Override
    public int size() {
        return cloud.size();
    }

    @Override
    public float distance(int i, int j) {
        return (float) Math.sqrt(cloud.squaredDifference(i, 1, j, 1));
    }
}
