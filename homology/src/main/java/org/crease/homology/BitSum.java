package org.crease.homology;

import java.util.Arrays;

/**
 * Over Z/2, a bit for each place: a vector that has its places as bits is added 64 of them at a time, and nothing has to be brought
 * back to residues. What representatives add to the time of diagrams is a tenth less by it on independent weights.
 */
final class BitSum implements VectorSum {
    private long[] bits = new long[1];
    private int first = Integer.MAX_VALUE; // word that may have bits
    private int words; // up to the last of those

    @Override
    public void add(int factor, SparseVector vector) {
        if (vector.size() == 0 || (factor & 1) == 0) {
            return;
        }
        reserve(vector.firstWord(), vector.last() >> 6);
        if (vector.hasPlaces()) {
            addPlaces(vector.firstWord(), vector.places());
        } else {
            addTerms(vector.terms());
        }
    }

    @Override
    public void add(int place, int residue) {
        int word = place >> 6;
        reserve(word, word);
        bits[word] ^= (residue & 1L) << place;
    }

    private void reserve(int from, int to) {
        if (to >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(to + 1, 2 * bits.length));
        }
        first = Math.min(first, from);
        words = Math.max(words, to + 1);
    }

    private void addPlaces(int from, long... places) {
        long[] into = bits;
        for (int w = 0; w < places.length; w++) {
            into[from + w] ^= places[w];
        }
    }

    private void addTerms(long... terms) {
        long[] into = bits;
        for (long term : terms) {
            int place = SparseVector.placeOf(term);
            into[place >> 6] ^= 1L << place;
        }
    }

    @Override
    public int first() {
        while (first < words && bits[first] == 0) {
            first++;
        }
        return first < words ? (first << 6) + Long.numberOfTrailingZeros(bits[first]) : NONE;
    }

    @Override
    public int last() {
        while (words > first && bits[words - 1] == 0) {
            words--;
        }
        return words > first ? (words << 6) - 1 - Long.numberOfLeadingZeros(bits[words - 1]) : NONE;
    }

    @Override
    public int at(int place) {
        return (int) (bits[place >> 6] >>> place) & 1;
    }

    @Override
    public int take(int place) {
        int residue = at(place);
        bits[place >> 6] &= ~(1L << place);
        return residue;
    }

    @Override
    public SparseVector take() {
        if (first() == NONE || last() == NONE) {
            clear();
            return SparseVector.zero();
        }
        int count = 0;
        for (int w = first; w < words; w++) {
            count += Long.bitCount(bits[w]);
        }
        long[] places = Arrays.copyOfRange(bits, first, SparseVector.isWide(words - first, count) ? first : words);
        long[] terms = takeTerms(count);
        clear();
        return new SparseVector(terms, places);
    }

    private long[] takeTerms(int count) {
        long[] terms = new long[count];
        int term = 0;
        for (int w = first; w < words; w++) {
            for (long rest = bits[w]; rest != 0; rest &= rest - 1) {
                terms[term++] = SparseVector.term((w << 6) + Long.numberOfTrailingZeros(rest), 1);
            }
            bits[w] = 0;
        }
        return terms;
    }

    private void clear() {
        first = Integer.MAX_VALUE;
        words = 0;
    }
}
