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
    private static final long BYTES_OF_COMBINATION = 40; // beside its terms

    private final PrimeField field;
    private final DenseSum sum;
    private SparseVector[] became = new SparseVector[64]; // by class; null while it lives
    private int[] readAt = new int[64]; // so many deaths, by class
    private int count;
    private long terms;
    private final BitSet waiting = new BitSet(); // classes whose combinations are to be looked at
    private int[] stale = new int[64]; // classes whose combinations are to be rewritten
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
        return BYTES_OF_COMBINATION * count + Long.BYTES * terms;
    }

    /** Imposes that a vector over living classes, not zero, vanish: its last class dies. */
    void add(SparseVector relation) {
        int last = relation.size() - 1;
        int dying = relation.place(last);
        if (dying >= became.length) {
            became = Arrays.copyOf(became, 2 * dying);
            readAt = Arrays.copyOf(readAt, 2 * dying);
        }
        int toMinusOne = field.negative(field.inverse(relation.residue(last)));
        became[dying] = relation.withoutLast().times(toMinusOne, field);
        terms += last;
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
        boolean isStale = false;
        for (int k = 0; k < vector.size(); k++) {
            int of = vector.place(k);
            if (of < became.length && became[of] != null) {
                isStale = true;
                if (readAt[of] != count) {
                    readAt[of] = count;
                    waiting.set(of);
                }
            }
        }
        return isStale;
    }

    /** Brings all combinations that are waited for up to date: finds them from the youngest class on, and rewrites back. */
    private void update() throws InterruptedException {
        int found = 0;
        for (int of = waiting.length() - 1; of >= 0; of = waiting.previousSetBit(of - 1)) {
            waiting.clear(of);
            if (await(became[of])) {
                if (found == stale.length) {
                    stale = Arrays.copyOf(stale, 2 * found);
                }
                stale[found++] = of;
            }
        }
        while (found > 0) {
            int of = stale[--found];
            terms -= became[of].size();
            became[of] = rewritten(became[of]);
            terms += became[of].size();
            if (++steps % BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while following cocycles");
            }
        }
    }

    /** A vector over living classes and such whose combinations are up to date. */
    private SparseVector rewritten(SparseVector vector) {
        for (int k = 0; k < vector.size(); k++) {
            int of = vector.place(k);
            if (of < became.length && became[of] != null) {
                sum.add(vector.residue(k), became[of]);
            } else {
                sum.add(of, vector.residue(k));
            }
        }
        return sum.take();
    }
}
