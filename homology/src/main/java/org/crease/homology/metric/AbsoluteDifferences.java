package org.crease.homology.metric;

/** The sum of the absolute values of differences, the same bits as {@link PointCloud#absoluteDifference}. */
final class AbsoluteDifferences extends PairwiseDifferences {

    AbsoluteDifferences(PointCloud cloud) {
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
            double t0 = Math.abs(x0 - tile[from + k]);
            double t1 = Math.abs(x1 - tile[from + POINTS + k]);
            double t2 = Math.abs(x2 - tile[from + 2 * POINTS + k]);
            double t3 = Math.abs(x3 - tile[from + 3 * POINTS + k]);
            totals[to + k] = (((totals[to + k] + t0) + t1) + t2) + t3;
        }
    }

    @Override
    void addOne(int to, int axis) {
        int from = axis * POINTS;
        double x = row[axis];
        for (int k = 0; k < POINTS; k++) {
            totals[to + k] += Math.abs(x - tile[from + k]);
        }
    }
}
