package org.crease.homology.complex;

/**
 * An order of points in which those that follow each other are close: rounds of doubling size by a hash of the index,
 * and within a round along a Z-shaped curve through boxes. G. Morton, <i>A computer oriented geodetic data base</i>, IBM
 * 1966.
 */
final class SpatialOrder {
    private static final int ROUNDS = 12;
    private static final int LEAST_BITS = 2;

    private SpatialOrder() {}

    static int[] of(ExactPoints points) throws InterruptedException {
        int size = points.size();
        int axes = points.dimension();
        int pointBits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        int bits = Math.max(LEAST_BITS, Math.min(pointBits / axes, (Integer.SIZE - 6) / axes)); // of a coordinate
        double[] low = new double[axes];
        double[] scale = new double[axes];
        for (int axis = 0; axis < axes; axis++) {
            double high = Double.NEGATIVE_INFINITY;
            low[axis] = Double.POSITIVE_INFINITY;
            for (int point = 0; point < size; point++) {
                low[axis] = Math.min(low[axis], points.coordinate(point, axis));
                high = Math.max(high, points.coordinate(point, axis));
            }
            scale[axis] = high > low[axis] ? ((1 << bits) - 1) / (high - low[axis]) : 0;
        }
        int[] keys = new int[size];
        for (int point = 0; point < size; point++) {
            int box = 0;
            for (int bit = bits - 1; bit >= 0; bit--) {
                for (int axis = 0; axis < axes; axis++) {
                    int place = (int) ((points.coordinate(point, axis) - low[axis]) * scale[axis]);
                    box = 2 * box + ((place >> bit) & 1);
                }
            }
            keys[point] = (round(point) << (bits * axes)) | box;
        }
        return SortedValues.order(keys, ROUNDS << (bits * axes));
    }

    /** The last round has half of the points, the one before a quarter, and so on. */
    private static int round(int point) {
        long hash = (point + 1) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 32)) * 0xBF58476D1CE4E5B9L;
        return ROUNDS - 1 - Math.min(ROUNDS - 1, Long.numberOfTrailingZeros(hash >>> 24));
    }
}
