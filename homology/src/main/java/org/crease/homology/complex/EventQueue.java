package org.crease.homology.complex;

import java.util.Arrays;

/** A binary heap of pairs of simplices by the time at which they change places; equal times by the simplices. */
final class EventQueue {
    private double[] times = new double[64];
    private long[] pairs = new long[64];
    private int size;

    void add(double time, int a, int b) {
        if (size == times.length) {
            int capacity = IntStore.grown(size);
            times = Arrays.copyOf(times, capacity);
            pairs = Arrays.copyOf(pairs, capacity);
        }
        long pair = ((long) a << 32) | b;
        int at = size++;
        while (at > 0 && isBefore(time, pair, (at - 1) >>> 1)) {
            int parent = (at - 1) >>> 1;
            times[at] = times[parent];
            pairs[at] = pairs[parent];
            at = parent;
        }
        times[at] = time;
        pairs[at] = pair;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int firstA() {
        return (int) (pairs[0] >>> 32);
    }

    int firstB() {
        return (int) pairs[0];
    }

    void removeFirst() {
        size--;
        double time = times[size];
        long pair = pairs[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isBefore(times[child + 1], pairs[child + 1], child)) {
                child++;
            }
            if (!isBefore(times[child], pairs[child], time, pair)) {
                break;
            }
            times[at] = times[child];
            pairs[at] = pairs[child];
            at = child;
        }
        times[at] = time;
        pairs[at] = pair;
    }

    private boolean isBefore(double time, long pair, int at) {
        return isBefore(time, pair, times[at], pairs[at]);
    }

    private static boolean isBefore(double timeA, long pairA, double timeB, long pairB) {
        return timeA != timeB ? timeA < timeB : pairA < pairB;
    }
}
