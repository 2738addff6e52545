package org.crease.homology;

import java.util.Arrays;

/**
 * What the reduction of one dimension has found: for each pivot the column that has it, and how that column came about, as
 * the sum of simplices whose coboundary it is. The coboundary itself is never kept.
 */
final class ReducedColumns {
    private final LongIntMap columnByPivot = new LongIntMap();
    private int count;
    private int[] starts = new int[64]; // of each column's terms; one more than columns
    private char[] pivotCoefficients = new char[64];
    private long[] simplices = new long[64];
    private int[] diameters = new int[64];
    private char[] coefficients = new char[64];
    private int termsEnd;

    /** The column of each pivot. */
    LongIntMap columnByPivot() {
        return columnByPivot;
    }

    /** The column with a pivot, or {@link LongIntMap#ABSENT}. */
    int withPivot(long simplex) {
        return columnByPivot.get(simplex);
    }

    /** Adds a column whose terms were {@linkplain #addTerm added} since the last. */
    void add(long pivot, int pivotCoefficient) {
        if (count + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            pivotCoefficients = Arrays.copyOf(pivotCoefficients, starts.length);
        }
        pivotCoefficients[count] = (char) pivotCoefficient;
        columnByPivot.put(pivot, count++);
        starts[count] = termsEnd;
    }

    void addTerm(long simplex, int diameter, int coefficient) {
        if (termsEnd == simplices.length) {
            int capacity = termsEnd + (termsEnd >> 1);
            simplices = Arrays.copyOf(simplices, capacity);
            diameters = Arrays.copyOf(diameters, capacity);
            coefficients = Arrays.copyOf(coefficients, capacity);
        }
        simplices[termsEnd] = simplex;
        diameters[termsEnd] = diameter;
        coefficients[termsEnd++] = (char) coefficient;
    }

    /** Memory held. */
    long bytes() {
        return columnByPivot.bytes()
                + (Integer.BYTES + Character.BYTES) * (long) starts.length
                + (Long.BYTES + Integer.BYTES + Character.BYTES) * (long) simplices.length;
    }

    int pivotCoefficient(int column) {
        return pivotCoefficients[column];
    }

    int firstTerm(int column) {
        return starts[column];
    }

    int endOfTerms(int column) {
        return starts[column + 1];
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
}
