package org.crease.homology;

import java.util.Arrays;

/** A growing list of simplices of one dimension with their diameters. */
final class Columns {
    private long[] simplices = new long[64];
    private int[] diameters = new int[64];
    private int count;

    void add(long simplex, int diameter) {
        if (count == simplices.length) {
            int capacity = count + (count >> 1);
            simplices = Arrays.copyOf(simplices, capacity);
            diameters = Arrays.copyOf(diameters, capacity);
        }
        simplices[count] = simplex;
        diameters[count++] = diameter;
    }

    int count() {
        return count;
    }

    /** Memory held. */
    long bytes() {
        return (Long.BYTES + Integer.BYTES) * (long) simplices.length;
    }

    long simplex(int position) {
        return simplices[position];
    }

    int diameter(int position) {
        return diameters[position];
    }

    /** The same simplices, added in ascending order of index, the last in the filtration first. */
    Columns lastFirst() throws InterruptedException {
        long[] keys = new long[count];
        for (int k = 0; k < count; k++) {
            keys[k] = (long) diameters[k] << 32 | k;
        }
        keys = RadixSort.byHighInt(keys);
        Columns sorted = new Columns();
        for (int k = count - 1; k >= 0; k--) {
            int position = (int) keys[k];
            sorted.add(simplices[position], diameters[position]);
        }
        return sorted;
    }
}
