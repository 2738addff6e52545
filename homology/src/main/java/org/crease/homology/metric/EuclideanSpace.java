package org.crease.homology.metric;

import java.util.Arrays;

/** A cloud with the euclidean distance. */
final class EuclideanSpace implements MeasuredCloud {
    private final PointCloud cloud;

    private EuclideanSpace(PointCloud cloud) {
        this.cloud = cloud;
    }

    static EuclideanSpace of(PointCloud cloud) {
        double farthest = 2 * cloud.largest() * Math.sqrt(cloud.dimension());
        if (farthest > Float.MAX_VALUE) {
            throw new IllegalArgumentException("coordinates reach " + cloud.largest() + " in dimension "
                    + cloud.dimension() + ", distances could be " + farthest + "; above " + Float.MAX_VALUE
                    + " they do not fit into float32");
        }
        return new EuclideanSpace(cloud);
    }

    PointCloud cloud() {
        return cloud;
    }

    @Override
    public int size() {
        return cloud.size();
    }

    @Override
    public float distance(int i, int j) {
        return (float) Math.sqrt(cloud.squaredDifference(i, 1, j, 1));
    }

    @Override
    public FiniteMetricSpace subspace(int... indices) {
        return new EuclideanSpace(cloud.select(indices));
    }

    @Override
    public void fill(float[] lower) throws InterruptedException {
        double[] ones = new double[cloud.size()];
        Arrays.fill(ones, 1);
        new SquaredDifferences(cloud, ones).fill(lower, (i, j, sum) -> (float) Math.sqrt(sum));
    }
}
