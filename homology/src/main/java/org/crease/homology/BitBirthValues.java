package org.crease.homology;

import java.util.Arrays;

/**
 * Over Z/2, a bit for each class that is handed to. What a class hands on, of independent weights dozens of values, then is a few
 * words: a third of the time that lists of them take.
 */
final class BitBirthValues extends BirthValues {
    private static final long[] NONE = {};

    private long[][] heirs = new long[64][]; // by class, those that became a combination with it; from its own word on
    private long[] values = new long[1];
    private long[] found = new long[64]; // terms

    BitBirthValues() {
        Arrays.fill(heirs, NONE);
    }

    @Override
    void reserve(int classes) {
        int known = heirs.length;
        if (classes > known) {
            heirs = Arrays.copyOf(heirs, 2 * classes);
            Arrays.fill(heirs, known, heirs.length, NONE);
            values = new long[(heirs.length >> 6) + 1];
        }
    }

    @Override
    void add(SparseVector relation) {
        int dying = relation.last();
        for (int k = 0; k + 1 < relation.size(); k++) {
            int of = relation.place(k);
            int word = (dying >> 6) - (of >> 6);
            if (word >= heirs[of].length) {
                int room = heirs[of].length + heirs[of].length / 2;
                holds(Math.max(word + 1, room) - heirs[of].length);
                heirs[of] = Arrays.copyOf(heirs[of], Math.max(word + 1, room));
            }
            heirs[of][word] |= 1L << dying;
        }
    }

    @Override
    SparseVector handOn(int wanted, int youngest) {
        int count = 0;
        int last = youngest >> 6;
        values[wanted >> 6] = 1L << wanted;
        for (int word = wanted >> 6; word <= last; word++) {
            if (found.length < count + Long.SIZE) {
                found = Arrays.copyOf(found, 2 * found.length + Long.SIZE);
            }
            for (long bits = values[word]; bits != 0; bits = values[word]) {
                int of = (word << 6) + Long.numberOfTrailingZeros(bits);
                found[count++] = SparseVector.term(of, 1);
                values[word] = bits & (bits - 1);
                addHeirs(heirs[of], word, last);
            }
        }
        return new SparseVector(Arrays.copyOf(found, count));
    }

    /** Adds bits from a word on, up to the last that may have any. */
    private void addHeirs(long[] bits, int from, int last) {
        long[] into = values;
        int count = Math.min(bits.length, last - from + 1);
        for (int k = 0; k < count; k++) {
            into[from + k] ^= bits[k];
        }
    }
}
