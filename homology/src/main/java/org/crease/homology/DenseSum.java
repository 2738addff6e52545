package org.crease.homology;

import java.util.Arrays;

/**
 * A vector over a prime field that is being summed up, over places from 0: a sum of products for each, brought back to a
 * residue when it is read, and a bit where it may not be 0.
 */
final class DenseSum {
    static final int NONE = -1;

    private final PrimeField field;
    private long[] sums = new long[64];
    private long largest; // that a sum may be
    private long[] touched = new long[1];
    private int words; // of those that may have bits
    private int first = Integer.MAX_VALUE; // of those
    private int[] places = new int[64]; // of a vector that is taken
    private char[] residues = new char[64];

    DenseSum(PrimeField field) {
        this.field = field;
    }

    /** A vector: places in ascending order with their residues, none 0. */
    record Vector(int[] places, char[] residues) {
        static final long BYTES_OF_TERM = Integer.BYTES + Character.BYTES;

        /** With one term. */
        static Vector unit(int place) {
            return new Vector(new int[] {place}, new char[] {1});
        }

        int size() {
            return places.length;
        }

        int place(int term) {
            return places[term];
        }

        int residue(int term) {
            return residues[term];
        }

        /** This times a factor. */
        Vector times(int factor, PrimeField field) {
            char[] products = new char[residues.length];
            for (int k = 0; k < products.length; k++) {
                products[k] = (char) field.times(factor, residues[k]);
            }
            return new Vector(places, products);
        }

        /** This without its last term. */
        Vector withoutLast() {
            return new Vector(Arrays.copyOf(places, size() - 1), Arrays.copyOf(residues, size() - 1));
        }

        /** The sum of products with the values at the places. */
        int product(char[] values, PrimeField field) {
            long sum = 0;
            for (int k = 0; k < places.length; k++) {
                sum += (long) values[places[k]] * residues[k];
            }
            return field.residue(sum);
        }

        boolean isEqual(Vector other) {
            return Arrays.equals(places, other.places) && Arrays.equals(residues, other.residues);
        }

        /** The same for equal vectors. */
        int hash() {
            long hash = 0;
            for (int k = 0; k < places.length; k++) {
                hash = (hash ^ (long) places[k] << Character.SIZE ^ residues[k]) * 0x9e3779b97f4a7c15L;
                hash ^= hash >>> 32;
            }
            return (int) hash;
        }
    }

    /** Adds a multiple of a vector. */
    void add(int factor, Vector vector) {
        int size = vector.size();
        if (size == 0) {
            return;
        }
        prepare(vector.places[0], vector.places[size - 1], (long) factor * (field.modulus() - 1));
        int[] at = vector.places;
        char[] values = vector.residues;
        long[] into = sums;
        long[] bits = touched;
        for (int k = 0; k < size; k++) {
            int place = at[k];
            into[place] += (long) factor * values[k];
            bits[place >> 6] |= 1L << place;
        }
    }

    /** Adds a residue at a place. */
    void add(int place, int residue) {
        prepare(place, place, residue);
        sums[place] += residue;
        touched[place >> 6] |= 1L << place;
    }

    /** Makes room for places from one to another to which at most so much is added. */
    private void prepare(int from, int to, long most) {
        if (to >= sums.length) {
            sums = Arrays.copyOf(sums, Math.max(to + 1, 2 * sums.length));
            touched = Arrays.copyOf(touched, (sums.length >> 6) + 1);
        }
        first = Math.min(first, from >> 6);
        words = Math.max(words, (to >> 6) + 1);
        largest += most;
        if (largest >= PrimeField.LARGEST_SUM) {
            for (int place = first << 6; place < Math.min(sums.length, words << 6); place++) {
                sums[place] = field.residue(sums[place]);
            }
            largest = field.modulus() + most;
        }
    }

    /** The last place where this is not 0, or {@link #NONE}. */
    int last() {
        while (words > first) {
            long bits = touched[words - 1];
            if (bits == 0) {
                words--;
                continue;
            }
            int place = (words << 6) - 1 - Long.numberOfLeadingZeros(bits);
            sums[place] = field.residue(sums[place]);
            if (sums[place] != 0) {
                return place;
            }
            touched[words - 1] = bits ^ Long.highestOneBit(bits);
        }
        clear();
        return NONE;
    }

    /** The residue at a place up to the last. */
    int at(int place) {
        return field.residue(sums[place]);
    }

    /** The sum, which is 0 from then on. */
    Vector take() {
        int count = 0;
        for (int w = first; w < words; w++) {
            if (places.length < count + Long.SIZE) {
                places = Arrays.copyOf(places, 2 * places.length);
                residues = Arrays.copyOf(residues, 2 * residues.length);
            }
            for (long bits = touched[w]; bits != 0; bits &= bits - 1) {
                int place = (w << 6) + Long.numberOfTrailingZeros(bits);
                int residue = field.residue(sums[place]);
                places[count] = place;
                residues[count] = (char) residue;
                count += residue == 0 ? 0 : 1;
                sums[place] = 0;
            }
            touched[w] = 0;
        }
        clear();
        return new Vector(Arrays.copyOf(places, count), Arrays.copyOf(residues, count));
    }

    private void clear() {
        words = 0;
        first = Integer.MAX_VALUE;
        largest = 0;
    }
}
