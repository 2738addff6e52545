package org.crease.homology.complex;

import org.crease.homology.PrimeField;

/**
 * A sum of cells that gives its last one: a coefficient for every cell, and a tree of bits that says where the others
 * than zero are, 64 to a word. A term costs the same whatever the sum holds, unlike in a heap, and equal cells cancel at
 * once. The bit-tree column of U. Bauer, M. Kerber, J. Reininghaus, H. Wagner, <i>Phat</i>, J. Symb. Comput. 78, 2017,
 * over any field.
 */
final class Accumulator {
    private final PrimeField field;
    private final char[] coefficients;
    private final long[][] levels; // from the bits of cells up to a single word

    Accumulator(int cells, PrimeField field) {
        this.field = field;
        coefficients = new char[cells];
        int depth = 1;
        for (int words = words(cells); words > 1; words = words(words)) {
            depth++;
        }
        levels = new long[depth][];
        int bits = cells;
        for (int level = 0; level < depth; level++) {
            levels[level] = new long[Math.max(1, words(bits))];
            bits = levels[level].length;
        }
    }

    private static int words(int bits) {
        return (bits + 63) >>> 6;
    }

    void add(int cell, int coefficient) {
        int before = coefficients[cell];
        int after = field.plus(before, coefficient);
        coefficients[cell] = (char) after;
        if (before == 0 && after != 0) {
            set(cell);
        } else if (before != 0 && after == 0) {
            clear(cell);
        }
    }

    /** The last cell, -1 when the sum is zero. */
    int last() {
        long top = levels[levels.length - 1][0];
        if (top == 0) {
            return -1;
        }
        int at = 63 - Long.numberOfLeadingZeros(top);
        for (int level = levels.length - 2; level >= 0; level--) {
            at = (at << 6) + 63 - Long.numberOfLeadingZeros(levels[level][at]);
        }
        return at;
    }

    int coefficient(int cell) {
        return coefficients[cell];
    }

    /** Takes a cell out. */
    void remove(int cell) {
        coefficients[cell] = 0;
        clear(cell);
    }

    private void set(int cell) {
        int at = cell;
        for (long[] words : levels) {
            long word = words[at >>> 6];
            words[at >>> 6] = word | (1L << at);
            if (word != 0) {
                return;
            }
            at >>>= 6;
        }
    }

    private void clear(int cell) {
        int at = cell;
        for (long[] words : levels) {
            words[at >>> 6] &= ~(1L << at);
            if (words[at >>> 6] != 0) {
                return;
            }
            at >>>= 6;
        }
    }
}
