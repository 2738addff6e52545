package org.crease.homology;

import java.util.Arrays;

/** Over any field, for each class a list of those it hands to, with factors. */
final class ResidueBirthValues extends BirthValues {
    private final PrimeField field;
    private long[][] heirs = new long[64][]; // by class, terms: those that became a combination with it, and its factor
    private int[] counts = new int[64]; // of those
    private long[] sums = new long[64]; // by class, of fewer than 2^30 products
    private long[] found = new long[64]; // terms

    ResidueBirthValues(PrimeField field) {
        this.field = field;
    }

    @Override
    void reserve(int classes) {
        if (classes > counts.length) {
            heirs = Arrays.copyOf(heirs, 2 * classes);
            counts = Arrays.copyOf(counts, 2 * classes);
            sums = new long[2 * classes];
        }
    }

    @Override
    void add(SparseVector relation) {
        int last = relation.size() - 1;
        int toMinusOne = field.negative(field.inverse(relation.residue(last)));
        for (int k = 0; k < last; k++) {
            add(relation.place(k), SparseVector.term(relation.last(), field.times(toMinusOne, relation.residue(k))));
        }
    }

    private void add(int of, long heir) {
        int count = counts[of]++;
        if (count == 0) {
            heirs[of] = new long[4];
            holds(heirs[of].length);
        } else if (count == heirs[of].length) {
            holds(count);
            heirs[of] = Arrays.copyOf(heirs[of], 2 * count);
        }
        heirs[of][count] = heir;
    }

    @Override
    SparseVector handOn(int wanted, int youngest) {
        int count = 0;
        sums[wanted] = 1;
        for (int of = wanted; of <= youngest; of++) {
            if (sums[of] != 0) {
                int value = field.residue(sums[of]);
                sums[of] = 0;
                if (value != 0) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = SparseVector.term(of, value);
                    addHeirs(of, value);
                }
            }
        }
        return new SparseVector(Arrays.copyOf(found, count));
    }

    private void addHeirs(int of, long value) {
        long[] terms = heirs[of];
        int count = counts[of];
        long[] into = sums;
        for (int k = 0; k < count; k++) {
            into[SparseVector.placeOf(terms[k])] += value * SparseVector.residueOf(terms[k]);
        }
    }
}
