package org.crease.homology;

import java.util.Arrays;

/**
 * A vector over a prime field: a word for each place where it is not 0, in ascending order, the residue in the lower 16 bits.
 * One array, as those who add many short vectors mostly wait for memory. Where there are no fewer places than words of 64 from the first
 * to the last, as with annotations of independent weights, it has them as bits too, so that who adds it up or looks for some of them handles 64 at
 * once.
 *
 * @param terms the words
 * @param places a bit for each place, from {@link #firstWord} on to the word of the last; or none
 */
record SparseVector(long[] terms, long[] places) {
    private static final int PLACE_SHIFT = Character.SIZE;
    private static final long[] NONE = {};
    private static final SparseVector ZERO = new SparseVector(NONE, NONE);

    /** With these terms. */
    SparseVector(long... terms) {
        this(terms, places(terms));
    }

    private static long[] places(long... terms) {
        int words = terms.length == 0 ? 0 : (placeOf(terms[terms.length - 1]) >> 6) - (placeOf(terms[0]) >> 6) + 1;
        if (isWide(words, terms.length)) {
            return NONE;
        }
        long[] places = new long[words];
        for (long term : terms) {
            places[(placeOf(term) >> 6) - (placeOf(terms[0]) >> 6)] |= 1L << placeOf(term);
        }
        return places;
    }

    /** Whether bits for so many words are not worth while for so many terms. */
    static boolean isWide(int words, int terms) {
        return words > terms;
    }

    /** Whether it has its places as bits. */
    boolean hasPlaces() {
        return places.length > 0;
    }

    /** Zero. */
    static SparseVector zero() {
        return ZERO;
    }

    /** With residue 1 at one place. */
    static SparseVector unit(int place) {
        return new SparseVector(new long[] {term(place, 1)}, new long[] {1L << place});
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

    /** Number of words that are held. */
    int words() {
        return terms.length + places.length;
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

    /** The word of 64 places that the first set of bits stands for; 0 of zero. */
    int firstWord() {
        return terms.length == 0 ? 0 : place(0) >> 6;
    }

    /** This times a factor that is not 0. */
    SparseVector times(int factor, PrimeField field) {
        if (factor == 1) {
            return this;
        }
        long[] products = new long[terms.length];
        for (int k = 0; k < products.length; k++) {
            products[k] = term(place(k), field.times(factor, residue(k)));
        }
        return new SparseVector(products, places);
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
