package org.crease.homology;

/** A map from longs of at least 0 to ints of at least 0: open addressing with linear probes, at most half full. */
final class LongIntMap {
    static final int ABSENT = -1;

    private static final int FIRST = 256; // slots
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST];
    private int[] entries = new int[FIRST]; // values and 1; 0 where there is no key
    private int shift = Long.numberOfLeadingZeros(FIRST) + 1;
    private int size;

    int size() {
        return size;
    }

    /** Memory held. */
    long bytes() {
        return (Long.BYTES + Integer.BYTES) * (long) keys.length;
    }

    /** The value of a key, or {@link #ABSENT}. */
    int get(long key) {
        return entries[slot(key)] - 1;
    }

    /** The value of a key, which is given one where it has none, and then {@link #ABSENT}. */
    int putIfAbsent(long key, int value) {
        int slot = slot(key);
        int known = entries[slot] - 1;
        if (known == ABSENT) {
            fill(slot, key, value);
        }
        return known;
    }

    void put(long key, int value) {
        int slot = slot(key);
        if (entries[slot] == 0) {
            fill(slot, key, value);
        } else {
            entries[slot] = value + 1;
        }
    }

    private void fill(int slot, long key, int value) {
        keys[slot] = key;
        entries[slot] = value + 1;
        if (2 * ++size > keys.length) {
            grow();
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * GOLDEN) >>> shift);
        while (entries[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldEntries = entries;
        keys = new long[2 * oldKeys.length];
        entries = new int[keys.length];
        shift--;
        for (int k = 0; k < oldKeys.length; k++) {
            if (oldEntries[k] != 0) {
                int slot = slot(oldKeys[k]);
                keys[slot] = oldKeys[k];
                entries[slot] = oldEntries[k];
            }
        }
    }
}
