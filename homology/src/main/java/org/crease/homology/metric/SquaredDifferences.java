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
    void addFour(int to, int axis) {
        int from = axis * POINTS;
        double x0 = row[axis];
        double x1 = row[axis + 1];
        double x2 = row[axis + 2];
        double x3 = row[axis + 3];
        for (int k = 0; k < POINTS; k++) {
            double t0 = x0 - tile[from + k];
            double t1 = x1 - tile[from + POINTS + k];
            double t2 = x2 - tile[from + 2 * POINTS + k];
            double t3 = x3 - tile[from + 3 * POINTS + k];
            totals[to + k] = (((totals[to + k] + t0 * t0) + t1 * t1) + t2 * t2) + t3 * t3;
        }
    }

    @Override
    void addOne(int to, int axis) {
        int from = axis * POINTS;
        double x = row[axis];
        for (int k = 0; k < POINTS; k++) {
            double t = x - tile[from + k];
            totals[to + k] += t * t;
        }
    }
}
