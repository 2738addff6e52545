package org.crease.homology.complex;

import java.util.Arrays;

/** Pairs up things of equal key, each of which comes twice: open addressing, emptied by raising a stamp. */
final class RidgeTable {
    static final int NONE = -1;

    private long[] keys = new long[256];
    private int[] values = new int[256];
    private int[] stamps = new int[256];
    private int stamp = 1;
    private int size;

    void clear() {
        size = 0;
        stamp++;
        if (stamp == Integer.MAX_VALUE) {
            Arrays.fill(stamps, 0);
            stamp = 1;
        }
    }

    /** The value that was put with a key before; otherwise puts this one and returns {@link #NONE}. */
    int match(long key, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(key);
        if (stamps[slot] == stamp) {
            return values[slot];
        }
        keys[slot] = key;
        values[slot] = value;
        stamps[slot] = stamp;
        size++;
        return NONE;
    }

    private int slot(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int mask = keys.length - 1;
        int slot = (int) (hash >>> 33) & mask;
        while (stamps[slot] == stamp && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        int[] oldStamps = stamps;
        int capacity = 2 * oldKeys.length;
        keys = new long[capacity];
        values = new int[capacity];
        stamps = new int[capacity];
        for (int k = 0; k < oldKeys.length; k++) {
            if (oldStamps[k] == stamp) {
                int slot = slot(oldKeys[k]);
                keys[slot] = oldKeys[k];
                values[slot] = oldValues[k];
                stamps[slot] = stamp;
            }
        }
    }
}
