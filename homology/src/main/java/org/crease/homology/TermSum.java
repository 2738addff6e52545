package org.crease.homology;

import java.util.Arrays;

/** A sum of simplices of one dimension, in the order in which they come. */
final class TermSum {
    private final PrimeField field;
    private final LongIntMap places = new LongIntMap();
    private long[] simplices = new long[16];
    private int[] diameters = new int[16];
    private char[] coefficients = new char[16];
    private int size;

    TermSum(PrimeField field) {
        this.field = field;
    }

    /** Adds a multiple of what terms add up to. */
    void add(int factor, Terms terms) {
        for (int term = 0; term < terms.size(); term++) {
            int coefficient = field.times(factor, terms.coefficient(term));
            int place = places.get(terms.simplex(term));
            if (place == LongIntMap.ABSENT) {
                append(terms.simplex(term), terms.diameter(term), coefficient);
            } else {
                coefficients[place] = (char) field.plus(coefficients[place], coefficient);
            }
        }
    }

    private void append(long simplex, int diameter, int coefficient) {
        if (size == simplices.length) {
            simplices = Arrays.copyOf(simplices, 2 * size);
            diameters = Arrays.copyOf(diameters, 2 * size);
            coefficients = Arrays.copyOf(coefficients, 2 * size);
        }
        places.put(simplex, size);
        simplices[size] = simplex;
        diameters[size] = diameter;
        coefficients[size++] = (char) coefficient;
    }

    /** The terms that are not 0. */
    Terms terms() {
        Terms terms = new Terms();
        for (int place = 0; place < size; place++) {
            if (coefficients[place] != 0) {
                terms.add(simplices[place], diameters[place], coefficients[place]);
            }
        }
        return terms;
    }
}
