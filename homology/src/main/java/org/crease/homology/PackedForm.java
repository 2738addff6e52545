package org.crease.homology;

/**
 * A lane of bits for each class, for vectors over Z/p, p &gt; 2, with many; as many words as reach the last. A lane is so wide
 * that the sum of two residues fits; all lanes of a word are added or subtracted at once, then those that reach p are brought
 * back. So over Z/3 a word is 16 residues, over fields of up to 127 elements 8, mostly 4. Factors other than 1 and -1 are
 * multiplied lane by lane, without division.
 *
 * <p>L. Lamport, <i>Multiple byte processing with full-word instructions</i>, CACM 18, 1975; D. Harvey, <i>Faster arithmetic
 * for number-theoretic transforms</i>, J. Symbolic Comput. 60, 2014: products with a fixed factor (after V. Shoup).
 */
final class PackedForm implements VectorForm {
    private static final int NARROWEST = 4;

    private final PrimeField field;
    private final int width; // of a lane, a power of 2
    private final int laneShift; // of the number of lanes
    private final long mask; // the lowest lane
    private final long moduli; // in each lane
    private final long tops; // bit of each lane

    /** For an odd prime. */
    PackedForm(PrimeField field) {
        this.field = field;
        int bits = NARROWEST;
        while (2L * field.modulus() > 1L << bits) {
            bits *= 2;
        }
        width = bits;
        laneShift = Integer.numberOfTrailingZeros(Long.SIZE / width);
        mask = (1L << width) - 1;
        long ones = Long.divideUnsigned(-1, mask); // a bit in each lane
        moduli = ones * field.modulus();
        tops = ones << (width - 1);
    }

    private int place(int of) {
        return (of & ((1 << laneShift) - 1)) * width;
    }

    @Override
    public long[] unit(int of, int value) {
        long[] vector = new long[(of >> laneShift) + 1];
        vector[of >> laneShift] = (long) value << place(of);
        return vector;
    }

    @Override
    public int youngest(long[] words, int length) {
        int lane = (Long.SIZE - 1 - Long.numberOfLeadingZeros(words[length - 1])) / width;
        return ((length - 1) << laneShift) + lane;
    }

    @Override
    public int value(long[] vector, int of) {
        int word = of >> laneShift;
        return word < vector.length ? (int) ((vector[word] >>> place(of)) & mask) : 0;
    }

    @Override
    public int classes(long[] vector) {
        int count = 0;
        for (long word : vector) {
            for (long rest = word; rest != 0; rest = rest >>> width) {
                count += (rest & mask) != 0 ? 1 : 0;
            }
        }
        return count;
    }

    @Override
    public int nextClass(long[] vector, int from) {
        int last = vector.length << laneShift;
        int of = from;
        while (of < last && value(vector, of) == 0) {
            of++;
        }
        return of < last ? of : NONE;
    }

    @Override
    public void add(Combination sum, int factor, long[] vector) {
        int length = sum.length();
        int common = Math.min(length, vector.length);
        int longest = Math.max(length, vector.length);
        long[] room = sum.room(longest);
        long[] words = sum.words();
        if (factor == 1) {
            plus(words, vector, common, room);
        } else if (factor == field.modulus() - 1) {
            minus(words, vector, common, room);
        } else {
            plusTimes(words, factor, vector, common, room);
        }
        if (length > common) {
            System.arraycopy(words, common, room, common, length - common);
        } else {
            times(factor, vector, common, room);
        }
        while (longest > 0 && room[longest - 1] == 0) {
            longest--;
        }
        sum.become(longest);
    }

    private void plus(long[] words, long[] vector, int count, long[] into) {
        for (int w = 0; w < count; w++) {
            into[w] = reduced(words[w] + vector[w]);
        }
    }

    private void minus(long[] words, long[] vector, int count, long[] into) {
        for (int w = 0; w < count; w++) {
            into[w] = reduced(words[w] + (moduli - vector[w]));
        }
    }

    private void plusTimes(long[] words, int factor, long[] vector, int count, long[] into) {
        long quotient = quotient(factor);
        for (int w = 0; w < count; w++) {
            into[w] = reduced(words[w] + times(factor, quotient, vector[w]));
        }
    }

    private void times(int factor, long[] vector, int from, long[] into) {
        long quotient = quotient(factor);
        for (int w = from; w < vector.length; w++) {
            into[w] = factor == 1 ? vector[w] : times(factor, quotient, vector[w]);
        }
    }

    /** Lanes below twice the modulus, modulo it. */
    private long reduced(long word) {
        long reached = ((word + (tops - moduli)) & tops) >>> (width - 1);
        return word - reached * field.modulus();
    }

    /** By 2^32. */
    private long quotient(int factor) {
        return ((long) factor << Integer.SIZE) / field.modulus();
    }

    private long times(int factor, long quotient, long word) {
        long product = 0;
        for (int shift = 0; shift < Long.SIZE && word >>> shift != 0; shift += width) {
            long value = (word >>> shift) & mask;
            long rest = value * factor - ((value * quotient) >>> Integer.SIZE) * field.modulus();
            product |= (rest >= field.modulus() ? rest - field.modulus() : rest) << shift;
        }
        return product;
    }

    @Override
    public long[] copy(long[] vector, VectorForm from) {
        long[] copy = vector.length == 0 ? vector : new long[(from.youngest(vector, vector.length) >> laneShift) + 1];
        for (int c = from.nextClass(vector, 0); c != NONE; c = from.nextClass(vector, c + 1)) {
            copy[c >> laneShift] |= (long) from.value(vector, c) << place(c);
        }
        return copy;
    }
}
