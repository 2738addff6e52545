package org.crease.homology.metric;

/** A cloud with the distance 1 - cos, by 1 - cos(x, y) = |x/|x| - y/|y||² / 2. */
final class CosineSpace implements FiniteMetricSpace {
    private final PointCloud cloud;
    private final double[] inverseNorms;

    private CosineSpace(PointCloud cloud, double[] inverseNorms) {
        this.cloud = cloud;
        this.inverseNorms = inverseNorms;
    }

    static CosineSpace of(PointCloud cloud) {
        double[] inverseNorms = new double[cloud.size()];
        for (int i = 0; i < inverseNorms.length; i++) {
            double norm = cloud.norm(i);
            inverseNorms[i] = norm == 0 ? 0 : 1 / norm;
        }
        return new CosineSpace(cloud, inverseNorms);
    }

    @Override
    public int size() {
        return cloud.size();
    }

    @Override
    public float distance(int i, int j) {
        double a = inverseNorms[i];
        double b = inverseNorms[j];
        if (a == 0 || b == 0) {
            return a == b ? 0 : 1;
        }
        return (float) Math.min(2, cloud.squaredDifference(i, a, j, b) / 2);
    }
}
