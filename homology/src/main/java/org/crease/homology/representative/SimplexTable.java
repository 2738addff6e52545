package org.crease.homology.representative;

import java.util.Arrays;

/**
 * Numbers simplices of one dimension from 0 in the order in which they come, whatever their points. A simplex is looked up
 * point by point: what came so far has a number, which with the next point leads to another; all by one open-addressing table.
 */
final class SimplexTable {
    static final int ABSENT = -1;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final int points; // of each simplex
    private long[] keys = new long[64]; // number of the points so far plus 1, then the next; 0 when free
    private int[] values = new int[64];
    private int entries;
    private int beginnings; // sets of less than all points
    private int simplices;

    SimplexTable(int dimension) {
        points = dimension + 1;
    }

    /** Number of simplices added. */
    int size() {
        return simplices;
    }

    /** The number of a simplex, a new one if it was not there; its points ascending. */
    int add(int[] simplex) {
        int at = 0;
        for (int k = 0; k < points; k++) {
            long key = key(at, simplex[k]);
            int slot = slot(key);
            if (keys[slot] == 0) {
                int value = k + 1 == points ? simplices++ : ++beginnings;
                put(slot, key, value);
                at = value;
            } else {
                at = values[slot];
            }
        }
        return at;
    }

    /** The number of a simplex, its points ascending, or {@link #ABSENT}. */
    int find(int[] simplex) {
        int at = 0;
        for (int k = 0; k < points; k++) {
            int slot = slot(key(at, simplex[k]));
            if (keys[slot] == 0) {
                return ABSENT;
            }
            at = values[slot];
        }
        return at;
    }

    private static long key(int beginning, int point) {
        return (beginning + 1L) << 32 | point;
    }

    private void put(int slot, long key, int value) {
        keys[slot] = key;
        values[slot] = value;
        if (2 * ++entries > keys.length) {
            grow();
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * GOLDEN) >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = Arrays.copyOf(oldValues, keys.length);
        for (int k = 0; k < oldKeys.length; k++) {
            if (oldKeys[k] != 0) {
                int slot = slot(oldKeys[k]);
                keys[slot] = oldKeys[k];
                values[slot] = oldValues[k];
            }
        }
    }
}
