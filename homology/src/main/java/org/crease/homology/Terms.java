package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.representative.Chain;

/** A growing list of simplices of one dimension, by {@linkplain SimplexIndex index}, with diameters and coefficients. */
final class Terms {
    private long[] simplices = new long[8];
    private int[] diameters = new int[8];
    private char[] coefficients = new char[8];
    private int size;

    /** The terms that can be taken off a sum; all are. */
    static Terms of(WorkingColumn sum) {
        Terms terms = new Terms();
        while (sum.takeFirst()) {
            terms.add(sum.simplex(), sum.diameter(), sum.coefficient());
        }
        return terms;
    }

    void add(long simplex, int diameter, int coefficient) {
        if (size == simplices.length) {
            int capacity = 2 * size;
            simplices = Arrays.copyOf(simplices, capacity);
            diameters = Arrays.copyOf(diameters, capacity);
            coefficients = Arrays.copyOf(coefficients, capacity);
        }
        simplices[size] = simplex;
        diameters[size] = diameter;
        coefficients[size++] = (char) coefficient;
    }

    int size() {
        return size;
    }

    long simplex(int term) {
        return simplices[term];
    }

    int diameter(int term) {
        return diameters[term];
    }

    int coefficient(int term) {
        return coefficients[term];
    }

    /** The chain of these terms, simplices of a dimension. */
    Chain chain(int dimension, SimplexIndex index, PrimeField field) {
        Chain.Builder chain = new Chain.Builder(dimension, field.modulus());
        int[] points = new int[dimension + 1];
        for (int term = 0; term < size; term++) {
            index.points(simplices[term], dimension + 1, points);
            chain.add(coefficients[term], points);
        }
        return chain.build();
    }
}
