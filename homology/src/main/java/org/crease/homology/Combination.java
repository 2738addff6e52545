package org.crease.homology;

import java.util.Arrays;

/** A vector over the classes of one dimension that is being summed up, written as its {@link Annotations} write theirs. */
final class Combination {
    private long[] words = new long[64];
    private long[] spare = new long[64];
    private int length;

    /** Makes this zero. */
    void clear() {
        length = 0;
    }

    boolean isZero() {
        return length == 0;
    }

    /** Number of words that it takes to write this. */
    int length() {
        return length;
    }

    /** The words, {@link #length} of them, and then others. */
    long[] words() {
        return words;
    }

    /** Room for the words of what this is to become. */
    long[] room(int most) {
        if (spare.length < most) {
            spare = new long[2 * most];
        }
        return spare;
    }

    /** Becomes what was written to the room. */
    void become(int newLength) {
        long[] swap = words;
        words = spare;
        spare = swap;
        length = newLength;
    }

    /** A copy of the words. */
    long[] toArray() {
        return Arrays.copyOf(words, length);
    }

    boolean isEqual(long[] vector) {
        return Arrays.equals(vector, 0, vector.length, words, 0, length);
    }

    int hash() {
        return hash(words, length);
    }

    /** The hash of what the first {@code length} words write. */
    static int hash(long[] words, int length) {
        long hash = 0;
        for (int k = 0; k < length; k++) {
            hash = (hash ^ words[k]) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }
}
