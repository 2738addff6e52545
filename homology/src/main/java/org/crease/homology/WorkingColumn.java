package org.crease.homology;

import java.util.Arrays;

/**
 * A sum of simplices of one dimension that gives its first one, by diameter, then index: a binary heap over primitive
 * arrays in which equal simplices cancel when they come to the top.
 */
final class WorkingColumn {
    private final PrimeField field;
    private int size;
    private int[] diameters = new int[256];
    private long[] simplices = new long[256];
    private char[] coefficients = new char[256];
    private int firstDiameter;
    private long firstSimplex;
    private int firstCoefficient;

    WorkingColumn(PrimeField field) {
        this.field = field;
    }

    void clear() {
        size = 0;
    }

    /** Adds a term out of order; {@link #restoreOrder} must follow before any other use. */
    void append(long simplex, int diameter, int coefficient) {
        if (size == simplices.length) {
            int capacity = size + (size >> 1);
            diameters = Arrays.copyOf(diameters, capacity);
            simplices = Arrays.copyOf(simplices, capacity);
            coefficients = Arrays.copyOf(coefficients, capacity);
        }
        put(size++, simplex, diameter, coefficient);
    }

    void restoreOrder() {
        for (int at = size / 2 - 1; at >= 0; at--) {
            sink(at, simplices[at], diameters[at], coefficients[at]);
        }
    }

    /** Adds a term. */
    void add(long simplex, int diameter, int coefficient) {
        append(simplex, diameter, coefficient);
        int at = size - 1;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!isBefore(diameter, simplex, diameters[parent], simplices[parent])) {
                break;
            }
            copy(parent, at);
            at = parent;
        }
        put(at, simplex, diameter, coefficient);
    }

    /** Takes the first term off, {@link #simplex()}, {@link #diameter()} and {@link #coefficient()}; false when empty. */
    boolean takeFirst() {
        while (size > 0) {
            firstSimplex = simplices[0];
            firstDiameter = diameters[0];
            firstCoefficient = coefficients[0];
            removeTop();
            while (size > 0 && simplices[0] == firstSimplex) {
                firstCoefficient = field.plus(firstCoefficient, coefficients[0]);
                removeTop();
            }
            if (firstCoefficient != 0) {
                return true;
            }
        }
        return false;
    }

    /** Memory held. */
    long bytes() {
        return (Long.BYTES + Integer.BYTES + Character.BYTES) * (long) simplices.length;
    }

    long simplex() {
        return firstSimplex;
    }

    int diameter() {
        return firstDiameter;
    }

    int coefficient() {
        return firstCoefficient;
    }

    private void removeTop() {
        size--;
        if (size > 0) {
            sink(0, simplices[size], diameters[size], coefficients[size]);
        }
    }

    private void sink(int from, long simplex, int diameter, int coefficient) {
        int at = from;
        int child = 2 * at + 1;
        while (child < size) {
            if (child + 1 < size
                    && isBefore(diameters[child + 1], simplices[child + 1], diameters[child], simplices[child])) {
                child++;
            }
            if (!isBefore(diameters[child], simplices[child], diameter, simplex)) {
                break;
            }
            copy(child, at);
            at = child;
            child = 2 * at + 1;
        }
        put(at, simplex, diameter, coefficient);
    }

    private void copy(int from, int to) {
        diameters[to] = diameters[from];
        simplices[to] = simplices[from];
        coefficients[to] = coefficients[from];
    }

    private void put(int at, long simplex, int diameter, int coefficient) {
        diameters[at] = diameter;
        simplices[at] = simplex;
        coefficients[at] = (char) coefficient;
    }

    private static boolean isBefore(int diameterA, long simplexA, int diameterB, long simplexB) {
        return diameterA != diameterB ? diameterA < diameterB : simplexA < simplexB;
    }
}
