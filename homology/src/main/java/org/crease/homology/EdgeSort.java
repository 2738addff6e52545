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
    private static final int EDGES_OF_THREAD = 1 << 20; // code that runs for the first time is no faster on several

    private final DistanceMatrix matrix;
    private final double scale;
    private final int parts;
    private final int buckets;
    private final float bucketsPerUnit;
    private final int[][] places; // by part of the matrix and bucket: the number of edges, then where the next one goes
    private int[] ends = {};

    private EdgeSort(DistanceMatrix matrix, double scale, int threads) {
        this.matrix = matrix;
        this.scale = scale;
        parts = Math.min(threads, 1 + matrix.pairs() / EDGES_OF_THREAD);
        buckets = Math.max(1, Math.min(MOST_BUCKETS, matrix.pairs() / EDGES_OF_BUCKET));
        bucketsPerUnit = (float) Math.min(Float.MAX_VALUE, buckets / Math.max(scale, Float.MIN_VALUE));
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

    private int bucket(float length) {
        return Math.min((int) (length * bucketsPerUnit), buckets - 1);
    }

    private void count(int part) throws InterruptedException {
        int[] counts = places[part];
        for (int i = firstRow(part); i < firstRow(part + 1); i++) {
            requireUninterrupted();
            countRow(i, counts);
        }
    }

    private void countRow(int i, int[] counts) {
        int row = DistanceMatrix.index(i, 0);
        for (int j = 0; j < i; j++) {
            float length = matrix.entry(row + j);
            if (length <= scale) {
                counts[bucket(length)]++;
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
        int[] next = places[part];
        for (int i = firstRow(part); i < firstRow(part + 1); i++) {
            requireUninterrupted();
            fillRow(i, next);
        }
    }

    private void fillRow(int i, int[] next) {
        int row = DistanceMatrix.index(i, 0);
        for (int j = 0; j < i; j++) {
            float length = matrix.entry(row + j);
            if (length <= scale) {
                ends[next[bucket(length)]++] = i << 16 | j;
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
            if (isLevel(start, count)) {
                continue;
            }
            if (keys.length < count) {
                keys = new long[count + count / 4];
                spare = new long[keys.length];
            }
            sort(start, count, keys, spare);
        }
    }

    /** Whether all edges of a bucket are equally long, as where distances are few whole numbers. */
    private boolean isLevel(int start, int count) {
        for (int k = 1; k < count; k++) {
            if (length(ends[start + k]) != length(ends[start])) {
                return false;
            }
        }
        return true;
    }

    private float length(int pair) {
        return matrix.entry(DistanceMatrix.index(pair >>> 16, pair & 0xffff));
    }

    private void sort(int start, int count, long[] keys, long[] spare) throws InterruptedException {
        readKeys(start, count, keys);
        writePairs(start, count, RadixSort.byHighInt(keys, spare, count));
    }

    private void readKeys(int start, int count, long[] keys) {
        for (int k = 0; k < count; k++) {
            int pair = ends[start + k];
            keys[k] = (long) Float.floatToRawIntBits(length(pair)) << 32 | Integer.toUnsignedLong(pair);
        }
    }

    private void writePairs(int start, int count, long[] keys) {
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
