package org.crease.homology;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.crease.homology.metric.DistanceMatrix;

/**
 * Sorts the pairs of a distance matrix by distance, equal ones in the order of the matrix, in linear time: into buckets of
 * equal width, then each bucket, small enough for the cache, by a {@link RadixSort}. Beside the matrix and the sorted pairs
 * this takes the keys of one bucket a thread only.
 *
 * <p>Each thread counts and fills in its share of the matrix's rows; the order does not depend on the number of threads.
 * Buckets of many pairs are then shared out. Those of few are sorted when they are asked for, by one thread, while others already work
 * on the edges that are in order.
 */
final class EdgeSort {
    private static final int EDGES_OF_BUCKET = 512;
    private static final int MOST_BUCKETS = 1 << 13;
    private static final int EDGES_OF_THREAD = 1 << 21; // code that runs for the first time is no faster on several
    private static final long NANOSECONDS_BETWEEN_LOOKS = 20_000; // at what another thread has sorted

    private final DistanceMatrix matrix;
    private final float most; // length
    private final int parts;
    private final int buckets;
    private final float bucketsPerUnit;
    private final int[][] places; // by part of the matrix and bucket: the number of edges, then where the next one goes
    private int[] ends = {};
    private final AtomicBoolean isSorting = new AtomicBoolean();
    private final AtomicInteger nextBucket = new AtomicInteger();
    private final BucketSort bucketSort;
    private volatile int sorted; // edges, from the first on

    private EdgeSort(DistanceMatrix matrix, double scale, int threads) {
        this.matrix = matrix;
        float nearest = (float) scale;
        most = nearest <= scale ? nearest : Math.nextDown(nearest);
        parts = Math.min(threads, 1 + matrix.pairs() / EDGES_OF_THREAD);
        int whole = Math.max(1, Math.min(MOST_BUCKETS, matrix.pairs() / EDGES_OF_BUCKET));
        buckets = whole + 1; // lengths that are rounded up go to one more
        bucketsPerUnit = (float) Math.min(Float.MAX_VALUE, whole / Math.max(scale, Float.MIN_VALUE));
        places = new int[parts][buckets];
        bucketSort = new BucketSort(matrix);
    }

    /**
     * The pairs no farther apart than a scale, in buckets, of which {@link #sortTo} sorts as many as are needed.
     *
     * @param scale finite
     * @param threads how many share the work, at most
     */
    static EdgeSort begun(DistanceMatrix matrix, double scale, int threads) throws InterruptedException {
        EdgeSort sort = new EdgeSort(matrix, scale, threads);
        sort.inParts(sort::count);
        sort.ends = new int[sort.startBuckets()];
        sort.inParts(sort::fill);
        if (sort.parts > 1) {
            Workers.run(sort.parts, sort::sortBuckets);
            sort.sorted = sort.ends.length;
        }
        return sort;
    }

    /** The pairs: the higher point in the upper 16 bits, the lower in the lower. In order as far as has been sorted. */
    int[] ends() {
        return ends;
    }

    /** Sorts until the edges before one are in order. Several threads may ask at once; one of them sorts. */
    void sortTo(int edge) throws InterruptedException {
        while (sorted < edge) {
            requireUninterrupted();
            if (isSorting.compareAndSet(false, true)) {
                try {
                    sortOneMore();
                } finally {
                    isSorting.set(false);
                }
            } else {
                LockSupport.parkNanos(NANOSECONDS_BETWEEN_LOOKS);
            }
        }
    }

    private void sortOneMore() throws InterruptedException {
        if (sorted < ends.length) {
            int bucket = nextBucket.get();
            sort(bucket, bucketSort);
            nextBucket.set(bucket + 1);
            sorted = end(bucket);
        }
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

    private void sortBuckets() throws InterruptedException {
        BucketSort own = new BucketSort(matrix);
        for (int bucket = nextBucket.getAndIncrement(); bucket < buckets; bucket = nextBucket.getAndIncrement()) {
            requireUninterrupted();
            sort(bucket, own);
        }
    }

    private void sort(int bucket, BucketSort by) throws InterruptedException {
        int start = bucket == 0 ? 0 : end(bucket - 1);
        by.sort(ends, start, end(bucket) - start);
    }

    /** Once all are filled in, the last part's places are the ends of the buckets. */
    private int end(int bucket) {
        return places[parts - 1][bucket];
    }

    private static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while sorting edges");
        }
    }
}
