package org.crease.homology;

import java.util.Arrays;

/**
 * Vectors that wait at places, numbered from 0, each with a factor, until their sum is taken. A vector that waits alone is
 * mostly its own sum, so that along a chain of places there is but one.
 */
final class Inflows {
    private static final int NONE = 0; // entry

    private final PrimeField field;
    private final VectorSum sum;
    private int[] first = new int[64]; // entry, by place
    private int[] next = new int[64]; // entry
    private char[] factors = new char[64]; // by entry
    private SparseVector[] vectors = new SparseVector[64];
    private int entries = 1;
    private int free = NONE;

    Inflows(PrimeField field) {
        this.field = field;
        sum = VectorSum.over(field);
    }

    /** Adds a multiple of a vector at a place; whether none was there. */
    boolean add(int place, int factor, SparseVector vector) {
        if (place >= first.length) {
            first = Arrays.copyOf(first, Math.max(place + 1, 2 * first.length));
        }
        int entry = entry();
        factors[entry] = (char) factor;
        vectors[entry] = vector;
        next[entry] = first[place];
        first[place] = entry;
        return next[entry] == NONE;
    }

    private int entry() {
        if (free != NONE) {
            int entry = free;
            free = next[entry];
            return entry;
        }
        if (entries == next.length) {
            next = Arrays.copyOf(next, 2 * entries);
            factors = Arrays.copyOf(factors, 2 * entries);
            vectors = Arrays.copyOf(vectors, 2 * entries);
        }
        return entries++;
    }

    /** The sum at a place, where nothing is from then on. */
    SparseVector take(int place) {
        int entry = place < first.length ? first[place] : NONE;
        if (entry == NONE) {
            return SparseVector.zero();
        }
        first[place] = NONE;
        if (next[entry] == NONE) {
            SparseVector vector = vectors[entry];
            int factor = factors[entry];
            release(entry);
            return vector.times(factor, field);
        }
        while (entry != NONE) {
            sum.add(factors[entry], vectors[entry]);
            int following = next[entry];
            release(entry);
            entry = following;
        }
        return sum.take();
    }

    private void release(int entry) {
        vectors[entry] = SparseVector.zero();
        next[entry] = free;
        free = entry;
    }
}
