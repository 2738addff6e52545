package org.crease.homology;

import java.util.Arrays;

/** A map from longs of at least 0 to ints of at least 0: open addressing with linear probes, at most half full. */
final class LongIntMap {
    static final int ABSENT = -1;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int shift = Long.SIZE - 6;
    private int size;

    LongIntMap() {
        Arrays.fill(values, ABSENT);
    }

    int size() {
        return size;
    }

    /** Memory held. */
    long bytes() {
        return (Long.BYTES + Integer.BYTES) * (long) keys.length;
    }

    /** The value of a key, or {@link #ABSENT}. */
    int get(long key) {
        return values[slot(key)];
    }

    void put(long key, int value) {
        int slot = slot(key);
        if (values[slot] == ABSENT) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
        if (2 * size > keys.length) {
            grow();
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * GOLDEN) >>> shift);
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[keys.length];
        Arrays.fill(values, ABSENT);
        shift--;
        for (int k = 0; k < oldKeys.length; k++) {
            if (oldValues[k] != ABSENT) {
                int slot = slot(oldKeys[k]);
                keys[slot] = oldKeys[k];
                values[slot] = oldValues[k];
            }
        }
    }
}
