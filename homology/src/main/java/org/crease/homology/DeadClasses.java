package org.crease.homology;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What classes that died have become: each a combination of older ones, from the relation that ended it. As those die in
 * turn, a combination is rewritten, and kept so, when it is next needed. A vector is then brought up to date by one
 * addition for each of its classes that died. So of the reduced echelon form of all relations only that is made which
 * is looked at, as with paths that are compressed in disjoint sets (R. Tarjan, J. ACM 22, 1975).
 */
final class DeadClasses {
    private static final int BETWEEN_CHECKS = 256;
    private static final long BYTES_OF_COMBINATION = 56; // beside its words

    private final PrimeField field;
    private final DenseSum sum;
    private SparseVector[] became = new SparseVector[64]; // by class; null while it lives
    private int[] readAt = new int[64]; // so many deaths, by class
    private long[] dead = new long[1]; // a bit for each class
    private int count;
    private long words; // of all combinations
    private final BitSet waiting = new BitSet(); // classes whose combinations are to be looked at
    private int[] stale = new int[64]; // classes whose combinations are to be rewritten
    private int[] found = new int[64]; // dead classes of a vector
    private int steps;

    DeadClasses(PrimeField field) {
        this.field = field;
        sum = new DenseSum(field);
    }

    /** Number of classes that died. */
    int count() {
        return count;
    }

    /** Memory held, about. */
    long bytes() {
        return BYTES_OF_COMBINATION * count + Long.BYTES * words;
    }

    /** Imposes that a vector over living classes, not zero, vanish: its last class dies. */
    void add(SparseVector relation) {
        int last = relation.size() - 1;
        int dying = relation.place(last);
        if (dying >= became.length) {
            became = Arrays.copyOf(became, 2 * dying);
            readAt = Arrays.copyOf(readAt, 2 * dying);
            dead = Arrays.copyOf(dead, (dying >> 5) + 1);
        }
        int toMinusOne = field.negative(field.inverse(relation.residue(last)));
        became[dying] = relation.withoutLast().times(toMinusOne, field);
        dead[dying >> 6] |= 1L << dying;
        words += became[dying].words();
        readAt[dying] = ++count;
    }

    /** A vector over classes, over those that live. */
    SparseVector overLiving(SparseVector vector) throws InterruptedException {
        if (!await(vector)) {
            return vector;
        }
        update();
        return rewritten(vector);
    }

    /** Whether a vector has dead classes; those not seen since the last death are to be looked at. */
    private boolean await(SparseVector vector) {
        int number = find(vector);
        for (int k = 0; k < number; k++) {
            int of = found[k];
            if (readAt[of] != count) {
                readAt[of] = count;
                waiting.set(of);
            }
        }
        return number > 0;
    }

    /** Finds the dead classes of a vector; how many. By words only where it has them: see {@link SparseVector}. */
    private int find(SparseVector vector) {
        if (found.length < vector.size()) {
            found = new int[2 * vector.size()];
        }
        return vector.hasPlaces() ? findByWords(vector) : findOneByOne(vector);
    }

    private int findByWords(SparseVector vector) {
        int number = 0;
        long[] places = vector.places();
        int from = vector.firstWord();
        int words = Math.min(places.length, dead.length - from);
        for (int w = 0; w < words; w++) {
            for (long bits = places[w] & dead[from + w]; bits != 0; bits &= bits - 1) {
                found[number++] = ((from + w) << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return number;
    }

    private int findOneByOne(SparseVector vector) {
        int number = 0;
        for (int k = 0; k < vector.size(); k++) {
            int of = vector.place(k);
            if (isDead(of)) {
                found[number++] = of;
            }
        }
        return number;
    }

    private boolean isDead(int of) {
        return (of >> 6) < dead.length && ((dead[of >> 6] >>> of) & 1) != 0;
    }

    /** Brings all combinations that are waited for up to date: finds them from the youngest class on, and rewrites back. */
    private void update() throws InterruptedException {
        int rewrites = 0;
        for (int of = waiting.length() - 1; of >= 0; of = waiting.previousSetBit(of - 1)) {
            waiting.clear(of);
            if (await(became[of])) {
                if (rewrites == stale.length) {
                    stale = Arrays.copyOf(stale, 2 * rewrites);
                }
                stale[rewrites++] = of;
            }
        }
        while (rewrites > 0) {
            int of = stale[--rewrites];
            words -= became[of].words();
            became[of] = rewritten(became[of]);
            words += became[of].words();
            if (++steps % BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while following cocycles");
            }
        }
    }

    /** A vector over living classes and such whose combinations are up to date. */
    private SparseVector rewritten(SparseVector vector) {
        sum.add(1, vector);
        int number = find(vector);
        for (int k = 0; k < number; k++) {
            sum.add(sum.take(found[k]), became[found[k]]);
        }
        return sum.take();
    }
}
