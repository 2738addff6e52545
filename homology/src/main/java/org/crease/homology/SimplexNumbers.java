package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.representative.Chain;

/** Numbers simplices of one dimension from 0, in the order in which they are met. */
final class SimplexNumbers {
    private final LongIntMap numbers = new LongIntMap();
    private long[] simplices = new long[64];
    private int count;

    /** How many simplices have numbers. */
    int count() {
        return count;
    }

    /** The number of a simplex, the next one where it has none. */
    int of(long simplex) {
        int number = numbers.get(simplex);
        if (number != LongIntMap.ABSENT) {
            return number;
        }
        if (count == simplices.length) {
            simplices = Arrays.copyOf(simplices, 2 * count);
        }
        numbers.put(simplex, count);
        simplices[count] = simplex;
        return count++;
    }

    /** The simplex of a number that was given. */
    long simplex(int number) {
        return simplices[number];
    }

    /** The chain of a factor times a vector over the simplices, which are of a dimension. */
    Chain chain(SparseVector vector, int dimension, int factor, SimplexIndex index, PrimeField field) {
        Chain.Builder chain = new Chain.Builder(dimension, field.modulus());
        int[] descending = new int[dimension + 1];
        int[] points = new int[dimension + 1];
        for (int k = 0; k < vector.size(); k++) {
            index.points(simplices[vector.place(k)], dimension + 1, descending);
            for (int place = 0; place <= dimension; place++) {
                points[place] = descending[dimension - place];
            }
            chain.add(field.times(factor, vector.residue(k)), points);
        }
        return chain.build();
    }
}
