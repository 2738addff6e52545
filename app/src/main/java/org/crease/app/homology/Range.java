package org.crease.app.homology;

import org.crease.homology.metric.DistanceMatrix;

/**
 * Between which two the distances of a matrix lie.
 *
 * @param least infinite where there are none
 * @param most of those that are finite; 0 where there are none
 */
record Range(float least, float most) {
    private static final Range NONE = new Range(Float.POSITIVE_INFINITY, 0);

    static Range of(DistanceMatrix matrix) {
        float[] row = new float[matrix.size()];
        Range range = NONE;
        for (int point = 1; point < matrix.size(); point++) {
            matrix.copyRow(point, row);
            range = range.with(row, point);
        }
        return range;
    }

    private Range with(float[] distances, int count) {
        float low = least;
        float high = most;
        for (int k = 0; k < count; k++) {
            float distance = distances[k];
            low = distance < low ? distance : low;
            high = distance > high && distance < Float.POSITIVE_INFINITY ? distance : high;
        }
        return new Range(low, high);
    }
}
