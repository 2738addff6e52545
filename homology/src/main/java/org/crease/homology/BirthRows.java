package org.crease.homology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values of cocycles of one dimension on the simplices of births, each cocycle as it is at the death of its class. A class
 * that dies becomes a combination of older ones, by the relation that ended it: on the simplex of its birth, cocycles that live
 * longer have from then on the same combination of their values on theirs. So births are gone through in order, each with a vector
 * of values, for all cocycles at once. Relations are kept as they were made: a cocycle that lives respects all of them, so that
 * it does not matter which was used to rewrite which. 8 bytes for each of their terms.
 */
final class BirthRows {
    private final PrimeField field;
    private final List<SparseVector> relations = new ArrayList<>(); // by death

    BirthRows(PrimeField field) {
        this.field = field;
    }

    /** The next death: a vector over living classes, not zero, vanishes, and its last class dies. */
    void vanish(SparseVector relation) {
        relations.add(relation);
    }

    /**
     * For each of so many births the values of the cocycles of some classes.
     *
     * @param classes in descending order of deaths, those that live first
     */
    SparseVector[] rows(int births, int... classes) throws InterruptedException {
        int[] deaths = new int[births];
        Arrays.fill(deaths, relations.size());
        for (int death = 0; death < relations.size(); death++) {
            deaths[relations.get(death).last()] = death;
        }
        int[] numbers = new int[births];
        Arrays.fill(numbers, classes.length);
        int[] longer = new int[relations.size() + 1]; // classes that live longer, by death
        for (int k = 0; k < classes.length; k++) {
            numbers[classes[k]] = k;
            longer[deaths[classes[k]]]++;
        }
        int after = 0;
        for (int death = relations.size(); death >= 0; death--) {
            int here = longer[death];
            longer[death] = after;
            after += here;
        }
        SparseVector[] rows = new SparseVector[births];
        Inflows sums = new Inflows(field);
        for (int birth = 0; birth < births; birth++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while reading cocycles");
            }
            rows[birth] = SparseVector.zero();
            if (deaths[birth] < relations.size()) {
                combine(relations.get(deaths[birth]), rows, sums);
                rows[birth] = CocycleFlow.before(longer[deaths[birth]], sums.take(birth));
            }
            if (numbers[birth] < classes.length) {
                rows[birth] = withOne(rows[birth], numbers[birth]);
            }
        }
        return rows;
    }

    /** Adds up what the last class of a relation becomes, at its birth. */
    private void combine(SparseVector relation, SparseVector[] rows, Inflows sums) {
        int last = relation.size() - 1;
        int toMinusOne = field.negative(field.inverse(relation.residue(last)));
        for (int k = 0; k < last; k++) {
            if (rows[relation.place(k)].size() > 0) {
                sums.add(relation.last(), field.times(toMinusOne, relation.residue(k)), rows[relation.place(k)]);
            }
        }
    }

    /** A vector with 1 at a place after its last. */
    private static SparseVector withOne(SparseVector vector, int place) {
        long[] terms = Arrays.copyOf(vector.terms(), vector.size() + 1);
        terms[vector.size()] = SparseVector.term(place, 1);
        return new SparseVector(terms);
    }
}
