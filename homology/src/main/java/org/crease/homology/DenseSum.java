package org.crease.homology;

import java.util.Arrays;

/**
 * A vector over a prime field that is being summed up, over places from 0: a sum of products for each, brought back to a
 * residue when it is read, and a bit where it may not be 0.
 */
final class DenseSum implements VectorSum {
    private static final long LARGEST = 1L << 48; // 65 536 products or more

    private final PrimeField field;
    private long[] sums = new long[64];
    private long largest; // that a sum may be by now
    private long[] touched = new long[1];
    private int words; // of those that may have bits
    private int first = Integer.MAX_VALUE; // of those
    private long[] taken = new long[64]; // terms

    DenseSum(PrimeField field) {
        this.field = field;
    }

    @Override
    public void add(int factor, SparseVector vector) {
        long[] terms = vector.terms();
        if (terms.length == 0) {
            return;
        }
        prepare(vector.place(0), vector.last(), (long) factor * (field.modulus() - 1));
        if (vector.hasPlaces()) {
            touch(vector);
            addTerms(factor, terms);
        } else {
            addWide(factor, terms);
        }
    }

    private void touch(SparseVector vector) {
        long[] places = vector.places();
        int from = vector.firstWord();
        for (int w = 0; w < places.length; w++) {
            touched[from + w] |= places[w];
        }
    }

    private void addTerms(long factor, long... terms) {
        long[] into = sums;
        for (long term : terms) {
            into[SparseVector.placeOf(term)] += factor * SparseVector.residueOf(term);
        }
    }

    private void addWide(long factor, long... terms) {
        for (long term : terms) {
            int place = SparseVector.placeOf(term);
            sums[place] += factor * SparseVector.residueOf(term);
            touched[place >> 6] |= 1L << place;
        }
    }

    @Override
    public void add(int place, int residue) {
        prepare(place, place, residue);
        sums[place] += residue;
        touched[place >> 6] |= 1L << place;
    }

    /** Makes room for places from one to another to which at most so much is added. */
    private void prepare(int from, int to, long most) {
        if (to >= touched.length << 6) {
            touched = Arrays.copyOf(touched, Math.max((to >> 6) + 1, 2 * touched.length));
            sums = Arrays.copyOf(sums, touched.length << 6);
        }
        first = Math.min(first, from >> 6);
        words = Math.max(words, (to >> 6) + 1);
        largest += most;
        if (largest >= LARGEST) {
            reduce();
            largest = field.modulus() + most;
        }
    }

    private void reduce() {
        for (int place = first << 6; place < words << 6; place++) {
            sums[place] = field.residue(sums[place]);
        }
    }

    @Override
    public int last() {
        while (words > first) {
            long bits = touched[words - 1];
            if (bits == 0) {
                words--;
                continue;
            }
            int place = (words << 6) - 1 - Long.numberOfLeadingZeros(bits);
            if (isNotZero(place)) {
                return place;
            }
            touched[words - 1] = bits ^ Long.highestOneBit(bits);
        }
        clear();
        return NONE;
    }

    @Override
    public int first() {
        while (first < words) {
            long bits = touched[first];
            if (bits == 0) {
                first++;
                continue;
            }
            int place = (first << 6) + Long.numberOfTrailingZeros(bits);
            if (isNotZero(place)) {
                return place;
            }
            touched[first] = bits & (bits - 1);
        }
        clear();
        return NONE;
    }

    /** Whether the residue at a place that has its bit is not 0. */
    private boolean isNotZero(int place) {
        sums[place] = field.residue(sums[place]);
        return sums[place] != 0;
    }

    @Override
    public int at(int place) {
        return field.residue(sums[place]);
    }

    @Override
    public int take(int place) {
        int residue = at(place);
        touched[place >> 6] &= ~(1L << place);
        sums[place] = 0;
        return residue;
    }

    @Override
    public SparseVector take() {
        int count = 0;
        int start = words;
        int end = words;
        for (int w = first; w < words; w++) {
            int before = count;
            count = take(w, count);
            if (count > before) {
                start = Math.min(start, w);
                end = w + 1;
            }
        }
        long[] places = Arrays.copyOfRange(touched, start, SparseVector.isWide(end - start, count) ? start : end);
        Arrays.fill(touched, Math.min(first, words), words, 0);
        clear();
        return new SparseVector(Arrays.copyOf(taken, count), places);
    }

    /** Takes the terms of a word, after so many others; how many there are then. */
    private int take(int word, int before) {
        if (taken.length < before + Long.SIZE) {
            taken = Arrays.copyOf(taken, 2 * taken.length);
        }
        int count = before;
        long places = 0;
        for (long bits = touched[word]; bits != 0; bits &= bits - 1) {
            int place = (word << 6) + Long.numberOfTrailingZeros(bits);
            int residue = field.residue(sums[place]);
            sums[place] = 0;
            taken[count] = SparseVector.term(place, residue);
            int one = -residue >>> (Integer.SIZE - 1); // unless 0
            count += one;
            places |= (long) one << place;
        }
        touched[word] = places;
        return count;
    }

    private void clear() {
        words = 0;
        first = Integer.MAX_VALUE;
        largest = 0;
    }
}
