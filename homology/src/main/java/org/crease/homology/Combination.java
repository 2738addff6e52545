package org.crease.homology;

import java.util.Arrays;

/**
 * A vector over the classes of one dimension, to which multiples of others are added. Entries are longs in ascending order: a
 * class, then its value in the lower 16 bits, never 0.
 */
final class Combination {
    private static final int CLASS_SHIFT = Character.SIZE;

    private final PrimeField field;
    private long[] entries = new long[64];
    private long[] spare = new long[64];
    private int length;

    /** Zero. */
    Combination(PrimeField field) {
        this.field = field;
    }

    /** The entry of a class with a value. */
    static long entry(int of, int value) {
        return (long) of << CLASS_SHIFT | value;
    }

    static int classOf(long entry) {
        return (int) (entry >>> CLASS_SHIFT);
    }

    static int valueOf(long entry) {
        return (int) entry & Character.MAX_VALUE;
    }

    /** The value of a class in a vector. */
    static int value(long[] vector, int of) {
        int low = 0;
        int high = vector.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = classOf(vector[middle]);
            if (there == of) {
                return valueOf(vector[middle]);
            } else if (there < of) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    /** Makes this zero. */
    void clear() {
        length = 0;
    }

    boolean isZero() {
        return length == 0;
    }

    /** The entry of the youngest class, of a combination that is not zero. */
    long youngest() {
        return entries[length - 1];
    }

    /** A copy of the entries. */
    long[] toArray() {
        return Arrays.copyOf(entries, length);
    }

    boolean isEqual(long[] vector) {
        return Arrays.equals(vector, 0, vector.length, entries, 0, length);
    }

    int hash() {
        long hash = 0;
        for (int k = 0; k < length; k++) {
            hash = (hash ^ entries[k]) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    /** Adds a multiple of a vector; the factor is not 0. */
    void add(int factor, long[] vector) {
        if (spare.length < length + vector.length) {
            spare = new long[2 * (length + vector.length)];
        }
        int i = 0;
        int j = 0;
        int sum = 0;
        while (i < length && j < vector.length) {
            int difference = Integer.compare(classOf(entries[i]), classOf(vector[j]));
            if (difference < 0) {
                spare[sum++] = entries[i++];
            } else if (difference > 0) {
                spare[sum++] = times(factor, vector[j++]);
            } else {
                int value = field.plus(valueOf(entries[i]), field.times(factor, valueOf(vector[j++])));
                spare[sum] = entry(classOf(entries[i++]), value);
                sum += value == 0 ? 0 : 1;
            }
        }
        System.arraycopy(entries, i, spare, sum, length - i);
        sum += length - i;
        while (j < vector.length) {
            spare[sum++] = times(factor, vector[j++]);
        }
        long[] swap = entries;
        entries = spare;
        spare = swap;
        length = sum;
    }

    private long times(int factor, long entry) {
        return factor == 1 ? entry : entry(classOf(entry), field.times(factor, valueOf(entry)));
    }
}
