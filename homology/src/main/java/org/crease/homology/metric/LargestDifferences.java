package org.crease.homology.metric;

/** The largest absolute value of differences, the same bits as {@link PointCloud#largestDifference}. */
final class LargestDifferences extends PairwiseDifferences {

    LargestDifferences(PointCloud cloud) {
        super(cloud);
    }

    @Override
    void addFour(int to, int axis) {
        for (int c = axis; c < axis + 4; c++) {
            addOne(to, c);
        }
    }

    @Override
    void addOne(int to, int axis) {
        int from = axis * POINTS;
        double x = row[axis];
        for (int k = 0; k < POINTS; k++) {
            double t = Math.abs(x - tile[from + k]);
            double total = totals[to + k];
            totals[to + k] = t > total ? t : total; // a fifth of the time of Math.max, which also asks for NaN
        }
    }
}
