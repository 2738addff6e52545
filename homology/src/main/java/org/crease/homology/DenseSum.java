package org.crease.homology;

import java.util.Arrays;

/** A vector over a prime field that is being summed up, over places from 0: a residue for each, and a bit where one may not be 0. */
final class DenseSum {
    static final int NONE = -1;

    private final PrimeField field;
    private char[] residues = new char[64];
    private long[] touched = new long[1];
    private int start = Integer.MAX_VALUE; // word before which there are no bits
    private int words; // of those that may have bits

    DenseSum(PrimeField field) {
        this.field = field;
    }

    /** A vector: places with their residues, none 0. Two terms have no place in common. */
    record Vector(int[] places, char[] residues) {

        /** With one term. */
        static Vector unit(int place) {
            return new Vector(new int[] {place}, new char[] {1});
        }

        int size() {
            return places.length;
        }

        /** This times a factor. */
        Vector times(int factor, PrimeField field) {
            char[] products = new char[residues.length];
            for (int k = 0; k < products.length; k++) {
                products[k] = (char) field.times(factor, residues[k]);
            }
            return new Vector(places, products);
        }
    }

    /** Adds a multiple of a vector. */
    void add(int factor, Vector vector) {
        int[] places = vector.places;
        for (int k = 0; k < places.length; k++) {
            add(places[k], factor == 1 ? vector.residues[k] : field.times(factor, vector.residues[k]));
        }
    }

    /** Adds a residue at a place. */
    void add(int place, int residue) {
        if (place >= residues.length) {
            grow(place);
        }
        residues[place] = (char) field.plus(residues[place], residue);
        touched[place >> 6] |= 1L << place;
        start = Math.min(start, place >> 6);
        words = Math.max(words, (place >> 6) + 1);
    }

    private void grow(int place) {
        residues = Arrays.copyOf(residues, Math.max(place + 1, 2 * residues.length));
        touched = Arrays.copyOf(touched, (residues.length >> 6) + 1);
    }

    /** The last place where this is not 0, or {@link #NONE}. */
    int last() {
        while (words > 0) {
            long bits = touched[words - 1];
            if (bits == 0) {
                words--;
                continue;
            }
            int place = (words << 6) - 1 - Long.numberOfLeadingZeros(bits);
            if (residues[place] != 0) {
                return place;
            }
            touched[words - 1] = bits ^ Long.highestOneBit(bits);
        }
        empty();
        return NONE;
    }

    /** The first place where this is not 0, or {@link #NONE}. */
    int first() {
        while (start < words) {
            long bits = touched[start];
            int place = (start << 6) + Long.numberOfTrailingZeros(bits);
            if (bits == 0) {
                start++;
            } else if (residues[place] != 0) {
                return place;
            } else {
                touched[start] = bits & bits - 1;
            }
        }
        empty();
        return NONE;
    }

    private void empty() {
        start = Integer.MAX_VALUE;
        words = 0;
    }

    /** The residue at a place up to the last. */
    int at(int place) {
        return residues[place];
    }

    /** The sum, in ascending order, which is 0 from then on. */
    Vector take() {
        int size = 0;
        for (int w = start; w < words; w++) {
            size += Long.bitCount(touched[w]);
        }
        int[] places = new int[size];
        char[] values = new char[size];
        int count = 0;
        for (int w = start; w < words; w++) {
            for (long bits = touched[w]; bits != 0; bits &= bits - 1) {
                int place = (w << 6) + Long.numberOfTrailingZeros(bits);
                if (residues[place] != 0) {
                    places[count] = place;
                    values[count++] = residues[place];
                    residues[place] = 0;
                }
            }
            touched[w] = 0;
        }
        empty();
        return count == size
                ? new Vector(places, values)
                : new Vector(Arrays.copyOf(places, count), Arrays.copyOf(values, count));
    }
}
