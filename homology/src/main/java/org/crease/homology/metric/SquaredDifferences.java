package org.crease.homology.metric;

/** The sum of the squares of differences, the same bits as {@link PointCloud#squaredDifference}. */
final class SquaredDifferences extends PairwiseDifferences {

    SquaredDifferences(PointCloud cloud, double[] factors) {
        super(cloud, factors);
    }

    SquaredDifferences(PointCloud cloud) {
        super(cloud);
    }

    @Override
    void addFour(int axis, double[] into) {
        double x0 = row[axis];
        double x1 = row[axis + 1];
        double x2 = row[axis + 2];
        double x3 = row[axis + 3];
        double[] a0 = tile[axis];
        double[] a1 = tile[axis + 1];
        double[] a2 = tile[axis + 2];
        double[] a3 = tile[axis + 3];
        for (int k = 0; k < into.length; k++) {
            double t0 = x0 - a0[k];
            double t1 = x1 - a1[k];
            double t2 = x2 - a2[k];
            double t3 = x3 - a3[k];
            into[k] = (((into[k] + t0 * t0) + t1 * t1) + t2 * t2) + t3 * t3;
        }
    }

    @Override
    void addOne(int axis, double[] into) {
        double x = row[axis];
        double[] a = tile[axis];
        for (int k = 0; k < into.length; k++) {
            double t = x - a[k];
            into[k] += t * t;
        }
    }
}
