package org.crease.homology;

import java.util.Arrays;
import java.util.List;
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
        int number = numbers.putIfAbsent(simplex, count);
        if (number != LongIntMap.ABSENT) {
            return number;
        }
        if (count == simplices.length) {
            simplices = Arrays.copyOf(simplices, 2 * count);
        }
        simplices[count] = simplex;
        return count++;
    }

    /** The simplex of a number that was given. */
    long simplex(int number) {
        return simplices[number];
    }

    /**
     * So many chains of simplices of a dimension.
     *
     * @param rows for each simplex, by number, its coefficients in the chains
     */
    List<Chain> chains(int size, SparseVector[] rows, int dimension, SimplexIndex index, PrimeField field) {
        int[] terms = new int[size];
        for (SparseVector row : rows) {
            for (int k = 0; k < row.size(); k++) {
                terms[row.place(k)]++;
            }
        }
        Chain.Builder[] chains = new Chain.Builder[size];
        Arrays.setAll(chains, k -> new Chain.Builder(dimension, field.modulus(), Math.max(1, terms[k])));
        int[] points = new int[dimension + 1];
        for (int number = 0; number < rows.length; number++) {
            ascending(number, index, points);
            for (int k = 0; k < rows[number].size(); k++) {
                chains[rows[number].place(k)].add(rows[number].residue(k), points);
            }
        }
        return Arrays.stream(chains).map(Chain.Builder::build).toList();
    }

    private void ascending(int number, SimplexIndex index, int[] points) {
        index.points(simplices[number], points.length, points);
        for (int low = 0, high = points.length - 1; low < high; low++, high--) {
            int point = points[low];
            points[low] = points[high];
            points[high] = point;
        }
    }

    /** The chain of a factor times a vector over the simplices, which are of a dimension. */
    Chain chain(SparseVector vector, int dimension, int factor, SimplexIndex index, PrimeField field) {
        Chain.Builder chain = new Chain.Builder(dimension, field.modulus(), Math.max(1, vector.size()));
        int[] points = new int[dimension + 1];
        for (int k = 0; k < vector.size(); k++) {
            ascending(vector.place(k), index, points);
            chain.add(field.times(factor, vector.residue(k)), points);
        }
        return chain.build();
    }
}
