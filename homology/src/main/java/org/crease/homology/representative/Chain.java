package org.crease.homology.representative;

import java.util.Arrays;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A sum of simplices of one dimension with coefficients modulo a prime p. A simplex is oriented by its points in ascending
 * order. As a cochain, it is the function with the coefficient of a simplex as its value, 0 on all others.
 *
 * <p>Terms are in the order in which they were added; equal chains may differ in it. Takes 4 bytes for each point of each
 * simplex and 4 for its coefficient.
 */
public final class Chain {
    private final int dimension;
    private final int modulus;
    private final int[] points; // of simplex after simplex, each ascending
    private final int[] coefficients;

    private Chain(int dimension, int modulus, int[] points, int[] coefficients) {
        this.dimension = dimension;
        this.modulus = modulus;
        this.points = points;
        this.coefficients = coefficients;
    }

    /** Collects the terms of a chain. */
    public static final class Builder {
        private final int dimension;
        private final int modulus;
        private int[] points;
        private int[] coefficients;
        private int size;

        /**
         * Starts a chain without terms.
         *
         * @param dimension of its simplices, at least 0
         * @param modulus number of elements of the field of coefficients, a prime
         * @throws IllegalArgumentException when the dimension is negative or the modulus below 2
         */
        public Builder(int dimension, int modulus) {
            this(dimension, modulus, 8);
        }

        /**
         * The same with room for so many terms, at least 1; more may follow.
         *
         * @throws IllegalArgumentException when the dimension is negative, the modulus below 2 or there is no room
         */
        public Builder(int dimension, int modulus, int terms) {
            if (dimension < 0 || modulus < 2 || terms < 1) {
                throw new IllegalArgumentException("chain of dimension " + dimension + " modulo " + modulus
                        + " for " + terms
                        + " terms; the dimension must not be negative, the modulus a prime, and of terms"
                        + " one or more");
            }
            this.dimension = dimension;
            this.modulus = modulus;
            points = new int[terms * (dimension + 1)];
            coefficients = new int[terms];
        }

        /**
         * Adds a simplex that was not added before.
         *
         * @param coefficient any but a multiple of the modulus
         * @param simplex its points, in any order; copied. The coefficient is that of their ascending order
         * @throws IllegalArgumentException when it is a multiple, or the number of points not dimension + 1
         */
        public Builder add(int coefficient, int... simplex) {
            int residue = 0 < coefficient && coefficient < modulus ? coefficient : Math.floorMod(coefficient, modulus);
            if (residue == 0 || simplex.length != dimension + 1) {
                throw noTerm(coefficient, simplex);
            }
            if (size == coefficients.length) {
                grow();
            }
            int start = size * (dimension + 1);
            boolean isAscending = true;
            for (int k = 0; k <= dimension; k++) {
                points[start + k] = simplex[k];
                isAscending &= k == 0 || simplex[k - 1] < simplex[k];
            }
            if (!isAscending) {
                Arrays.sort(points, start, start + dimension + 1);
            }
            coefficients[size++] = residue;
            return this;
        }

        private IllegalArgumentException noTerm(int coefficient, int... simplex) {
            return new IllegalArgumentException("term " + coefficient + " " + Arrays.toString(simplex)
                    + " of a chain of dimension " + dimension + " modulo " + modulus + "; it must have "
                    + (dimension + 1) + " points and a coefficient other than zero");
        }

        private void grow() {
            points = Arrays.copyOf(points, 2 * points.length);
            coefficients = Arrays.copyOf(coefficients, 2 * size);
        }

        /** Takes all terms out, so that another chain can be collected. */
        public Builder clear() {
            if (size == coefficients.length) { // a chain may have them
                points = new int[points.length];
                coefficients = new int[size];
            }
            size = 0;
            return this;
        }

        /** The chain. */
        public Chain build() {
            if (size == coefficients.length) {
                // terms that follow are written to copies
                return new Chain(dimension, modulus, points, coefficients);
            }
            return new Chain(
                    dimension,
                    modulus,
                    Arrays.copyOf(points, size * (dimension + 1)),
                    Arrays.copyOf(coefficients, size));
        }
    }

    /** The dimension of each simplex. */
    public int dimension() {
        return dimension;
    }

    /** The prime p. */
    public int modulus() {
        return modulus;
    }

    /** Number of terms. */
    public int size() {
        return coefficients.length;
    }

    /** The simplex of a term, from 0 to {@link #size} - 1. */
    public Simplex simplex(int term) {
        int start = start(term);
        return Simplex.of(Arrays.copyOfRange(points, start, start + dimension + 1));
    }

    /** A point of the simplex of a term, in ascending order, {@code place} from 0 to {@link #dimension}. */
    public int point(int term, int place) {
        return points[start(term) + place];
    }

    /** The coefficient of a term, from 1 to p - 1. */
    public int coefficient(int term) {
        return coefficients[term];
    }

    /** The coefficient of a term by the residue nearest to zero: -1 in place of p - 1. */
    public int signedCoefficient(int term) {
        int coefficient = coefficients[term];
        return 2 * coefficient > modulus ? coefficient - modulus : coefficient;
    }

    /** The coefficients, from 1 to p - 1, by simplex, in the order of simplices. */
    public NavigableMap<Simplex, Integer> coefficientBySimplex() {
        NavigableMap<Simplex, Integer> bySimplex = new TreeMap<>();
        for (int term = 0; term < size(); term++) {
            bySimplex.put(simplex(term), coefficients[term]);
        }
        return Collections.unmodifiableNavigableMap(bySimplex);
    }

    /**
     * The boundary: a simplex's is the sum of its facets, with a sign that alternates, plus where the lowest point is left out.
     *
     * @throws IllegalStateException when the dimension is 0
     */
    public Chain boundary() {
        if (dimension == 0) {
            throw new IllegalStateException("a chain of dimension 0 has no boundary");
        }
        return ChainTable.boundary(this);
    }

    private int start(int term) {
        return term * (dimension + 1);
    }

    /** Equal terms in any order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Chain that
                && dimension == that.dimension
                && modulus == that.modulus
                && coefficientBySimplex().equals(that.coefficientBySimplex());
    }

    @Override
    public int hashCode() {
        return coefficientBySimplex().hashCode();
    }

    /** Such as {@code [0, 1] - [0, 2] + [1, 2]}, the simplices in their order. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        coefficientBySimplex().forEach((simplex, coefficient) -> {
            int signed = 2 * coefficient > modulus ? coefficient - modulus : coefficient;
            text.append(signed < 0 ? "- " : text.isEmpty() ? "" : "+ ");
            text.append(Math.abs(signed) == 1 ? "" : Math.abs(signed) + " ");
            text.append(simplex).append(' ');
        });
        return text.isEmpty() ? "0" : text.toString().strip();
    }
}
