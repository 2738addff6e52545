package org.crease.homology;

import org.crease.homology.metric.DistanceMatrix;

/** Sorts runs of pairs by distance, equal ones staying in their order; one thread's, which keeps room for the keys. */
final class BucketSort {
    private final DistanceMatrix matrix;
    private long[] keys = {};
    private long[] spare = {};

    BucketSort(DistanceMatrix matrix) {
        this.matrix = matrix;
    }

    /** Sorts so many pairs from a place on. */
    void sort(int[] pairs, int start, int count) throws InterruptedException {
        if (keys.length < count) {
            keys = new long[count + count / 4];
            spare = new long[keys.length];
        }
        int varying = matrix.readKeys(pairs, start, count, keys);
        if (varying != 0) { // 0 where distances are few whole numbers
            writePairs(pairs, start, count, RadixSort.byHighInt(keys, spare, count, varying));
        }
    }

    private static void writePairs(int[] pairs, int start, int count, long[] keys) {
        for (int k = 0; k < count; k++) {
            pairs[start + k] = (int) keys[k];
        }
    }
}
