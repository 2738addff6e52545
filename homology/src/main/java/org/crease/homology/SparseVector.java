package org.crease.homology;

import java.util.Arrays;

/**
 * A vector over a prime field: a word for each place where it is not 0, in ascending order, the residue in the lower 16 bits.
 * One array, as those who add many short vectors mostly wait for memory.
 */
record SparseVector(long[] terms) {
    private static final int PLACE_SHIFT = Character.SIZE;

    /** Zero. */
    static SparseVector zero() {
        return new SparseVector(new long[0]);
    }

    /** With residue 1 at one place. */
    static SparseVector unit(int place) {
        return new SparseVector(new long[] {term(place, 1)});
    }

    static long term(int place, int residue) {
        return (long) place << PLACE_SHIFT | residue;
    }

    static int placeOf(long term) {
        return (int) (term >>> PLACE_SHIFT);
    }

    static int residueOf(long term) {
        return (int) term & Character.MAX_VALUE;
    }

    /** Number of terms. */
    int size() {
        return terms.length;
    }

    int place(int term) {
        return placeOf(terms[term]);
    }

    int residue(int term) {
        return residueOf(terms[term]);
    }

    /** The last place where it is not 0; there must be one. */
    int last() {
        return place(terms.length - 1);
    }

    /** This times a factor that is not 0. */
    SparseVector times(int factor, PrimeField field) {
        long[] products = new long[terms.length];
        for (int k = 0; k < products.length; k++) {
            products[k] = term(place(k), field.times(factor, residue(k)));
        }
        return new SparseVector(products);
    }

    /** The multiple of this, which is not zero, whose last residue is 1. */
    SparseVector overLast(PrimeField field) {
        return times(field.inverse(residue(terms.length - 1)), field);
    }

    /** This without its last term. */
    SparseVector withoutLast() {
        return new SparseVector(Arrays.copyOf(terms, terms.length - 1));
    }

    boolean isEqual(SparseVector other) {
        return Arrays.equals(terms, other.terms);
    }

    /** The same for equal vectors. */
    int hash() {
        long hash = 0;
        for (long term : terms) {
            hash = (hash ^ term) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }
}
