package org.crease.homology;

/**
 * Residues that are summed up by place and taken off from the first place on. For many sums of few terms, each added by
 * itself, over places whose number is known; of whole vectors a {@link DenseSum} is faster.
 */
final class ResidueQueue {
    static final int NONE = -1;

    private final PrimeField field;
    private final char[] residues;
    private final long[] touched; // a bit where the residue may not be 0
    private int first = Integer.MAX_VALUE; // word of those that may have bits
    private int words; // up to the last of those

    /** For places below a number. */
    ResidueQueue(int places, PrimeField field) {
        this.field = field;
        residues = new char[places];
        touched = new long[(places + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int place, int residue) {
        int word = place >> 6;
        residues[place] = (char) field.plus(residues[place], residue);
        touched[word] |= 1L << place;
        first = Math.min(first, word);
        words = Math.max(words, word + 1);
    }

    /** Takes the first place off where the residue is not 0; it is to be {@linkplain #take taken} next. */
    int takeFirst() {
        while (first < words) {
            long bits = touched[first];
            if (bits == 0) {
                first++;
                continue;
            }
            int place = (first << 6) + Long.numberOfTrailingZeros(bits);
            touched[first] = bits & (bits - 1);
            if (residues[place] != 0) {
                return place;
            }
        }
        first = Integer.MAX_VALUE;
        words = 0;
        return NONE;
    }

    /** The residue at the place taken off, which is 0 from then on. */
    int take(int place) {
        int residue = residues[place];
        residues[place] = 0;
        return residue;
    }
}
