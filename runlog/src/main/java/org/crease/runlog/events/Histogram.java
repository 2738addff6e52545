package org.crease.runlog.events;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Counts of values in 30 buckets of equal width from the least to the greatest, as TensorBoard's histogram plugin makes them:
 * each bucket closed on the left, the last one on both sides. Equal values fill one bucket of width 1 around them. NaN and
 * infinities have no place on the axis and are counted apart.
 *
 * @param edges left edge of each bucket, and the right edge of the last
 * @param counts values in each bucket
 * @param nonFinite values that are NaN or infinite
 */
record Histogram(double[] edges, long[] counts, long nonFinite) {
    private static final int BUCKETS = 30;
    private static final int COLUMNS = 3;

    static Histogram of(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        long nonFinite = (long) values.length - finite.length;
        if (finite.length == 0) {
            return new Histogram(new double[] {0}, new long[0], nonFinite);
        }
        double least = Arrays.stream(finite).min().orElseThrow();
        double width = Arrays.stream(finite).max().orElseThrow() / BUCKETS - least / BUCKETS;
        if (width <= 0) {
            return new Histogram(new double[] {least - 0.5, least + 0.5}, new long[] {finite.length}, nonFinite);
        }
        double[] edges = new double[BUCKETS + 1];
        for (int i = 0; i <= BUCKETS; i++) {
            edges[i] = least + i * width;
        }
        long[] counts = new long[BUCKETS];
        for (double value : finite) {
            counts[Math.min(BUCKETS - 1, (int) ((value - least) / width))]++;
        }
        return new Histogram(edges, counts, nonFinite);
    }

    /** Rows of left edge, right edge and count, as float32. */
    Message tensor() {
        ByteBuffer rows =
                ByteBuffer.allocate(counts.length * COLUMNS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < counts.length; i++) {
            rows.putFloat((float) edges[i]).putFloat((float) edges[i + 1]).putFloat((float) counts[i]);
        }
        return Tensors.float32(rows.array(), counts.length, COLUMNS);
    }
}
