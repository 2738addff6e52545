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
    private static final int BLOCK = 4096; // entries; short methods called often are compiled sooner than one long loop

    static Range of(DistanceMatrix matrix) {
        Range range = NONE;
        for (int start = 0; start < matrix.pairs(); start += Math.min(BLOCK, matrix.pairs() - start)) {
            range = range.with(matrix, start, start + Math.min(BLOCK, matrix.pairs() - start));
        }
        return range;
    }

    private Range with(DistanceMatrix matrix, int from, int to) {
        float low = least;
        float high = most;
        for (int k = from; k < to; k++) {
            float distance = matrix.entry(k);
            low = distance < low ? distance : low;
            high = distance > high && distance < Float.POSITIVE_INFINITY ? distance : high;
        }
        return new Range(low, high);
    }
}
