package org.crease.homology;

import java.util.concurrent.atomic.AtomicInteger;
import org.crease.homology.metric.DistanceMatrix;

/**
 * Sorts the pairs of a distance matrix by distance, equal ones in the order of the matrix, in linear time: into buckets of
 * equal width, then each bucket, small enough for the cache, by a {@link RadixSort}. Beside the matrix and the sorted pairs
 * this takes the keys of one bucket a thread only.
 *
 * <p>Each thread counts and fills in its share of the matrix's rows, then takes buckets as they come. The order does not
 * depend on the number of threads.
 */
final class EdgeSort {
    private static final int EDGES_OF_BUCKET = 512;
    private static final int MOST_BUCKETS = 1 << 13;
    private static final int EDGES_OF_THREAD = 1 << 21; // code that runs for the first time is no faster on several

    private final DistanceMatrix matrix;
    private final float most; // length
    private final int parts;
    private final int buckets;
    private final float bucketsPerUnit;
    private final int[][] places; // by part of the matrix and bucket: the number of edges, then where the next one goes
    private int[] ends = {};

    private EdgeSort(DistanceMatrix matrix, double scale, int threads) {
        this.matrix = matrix;
        float nearest = (float) scale;
        most = nearest <= scale ? nearest : Math.nextDown(nearest);
        parts = Math.min(threads, 1 + matrix.pairs() / EDGES_OF_THREAD);
        int whole = Math.max(1, Math.min(MOST_BUCKETS, matrix.pairs() / EDGES_OF_BUCKET));
        buckets = whole + 1; // lengths that are rounded up go to one more
        bucketsPerUnit = (float) Math.min(Float.MAX_VALUE, whole / Math.max(scale, Float.MIN_VALUE));
        places = new int[parts][buckets];
    }

    /**
     * The pairs no farther apart than a scale: the higher point in the upper 16 bits, the lower in the lower.
     *
     * @param scale finite
     * @param threads how many share the work, at most
     */
    static int[] sorted(DistanceMatrix matrix, double scale, int threads) throws InterruptedException {
        EdgeSort sort = new EdgeSort(matrix, scale, threads);
        sort.inParts(sort::count);
        sort.ends = new int[sort.startBuckets()];
        sort.inParts(sort::fill);
        AtomicInteger next = new AtomicInteger();
        Workers.run(sort.parts, () -> sort.sortBuckets(next));
        return sort.ends;
    }

    private interface Part {
        void run(int part) throws InterruptedException;
    }

    private void inParts(Part work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Workers.run(parts, () -> {
            for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
                work.run(part);
            }
        });
    }

    /** The first row of a part: all have about equally many pairs. */
    private int firstRow(int part) {
        return (int) (matrix.size() * Math.sqrt((double) part / parts));
    }

    private void count(int part) throws InterruptedException {
        float[] row = new float[matrix.size()];
        for (int i = firstRow(part); i < firstRow(part + 1); i++) {
            requireUninterrupted();
            matrix.copyRow(i, row);
            countRow(row, i, most, bucketsPerUnit, places[part]);
        }
    }

    private static void countRow(float[] row, int end, float most, float bucketsPerUnit, int[] counts) {
        for (int j = 0; j < end; j++) {
            float length = row[j];
            if (length <= most) {
                counts[(int) (length * bucketsPerUnit)]++;
            }
        }
    }

    /** Turns numbers of edges into places; the number of all. */
    private int startBuckets() {
        int start = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            for (int part = 0; part < parts; part++) {
                int count = places[part][bucket];
                places[part][bucket] = start;
                start += count;
            }
        }
        return start;
    }

    private void fill(int part) throws InterruptedException {
        float[] row = new float[matrix.size()];
        for (int i = firstRow(part); i < firstRow(part + 1); i++) {
            requireUninterrupted();
            matrix.copyRow(i, row);
            fillRow(row, i, most, bucketsPerUnit, places[part], ends);
        }
    }

    private static void fillRow(float[] row, int i, float most, float bucketsPerUnit, int[] next, int[] ends) {
        for (int j = 0; j < i; j++) {
            float length = row[j];
            if (length <= most) {
                ends[next[(int) (length * bucketsPerUnit)]++] = i << 16 | j;
            }
        }
    }

    /** Once all are filled in, the last part's places are the ends of the buckets. */
    private void sortBuckets(AtomicInteger next) throws InterruptedException {
        int[] bucketEnds = places[parts - 1];
        long[] keys = {};
        long[] spare = {};
        for (int bucket = next.getAndIncrement(); bucket < buckets; bucket = next.getAndIncrement()) {
            requireUninterrupted();
            int start = bucket == 0 ? 0 : bucketEnds[bucket - 1];
            int count = bucketEnds[bucket] - start;
            if (keys.length < count) {
                keys = new long[count + count / 4];
                spare = new long[keys.length];
            }
            sort(start, count, keys, spare);
        }
    }

    private void sort(int start, int count, long[] keys, long[] spare) throws InterruptedException {
        int varying = matrix.readKeys(ends, start, count, keys);
        if (varying != 0) { // 0 where distances are few whole numbers
            writePairs(ends, start, count, RadixSort.byHighInt(keys, spare, count, varying));
        }
    }

    private static void writePairs(int[] ends, int start, int count, long[] keys) {
        for (int k = 0; k < count; k++) {
            ends[start + k] = (int) keys[k];
        }
    }

    private static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while sorting edges");
        }
    }
}
