package org.crease.homology.complex;

import java.util.Arrays;

/** A complex with a cone over a part of it. */
final class Cone {
    private Cone() {}

    /** The complex and, for the simplices of the part, their joins with an apex, which is simplex 0. */
    static FilteredComplex over(FilteredComplex complex, FilteredComplex part) throws InterruptedException {
        int apex = 0;
        for (int k = 0; k < complex.size(); k++) {
            check(k, complex);
            int[] vertices = complex.vertices(k);
            apex = Math.max(apex, Math.addExact(vertices[vertices.length - 1], 1));
        }
        FilteredComplex.Builder coned = FilteredComplex.builder();
        coned.add(complex.size() == 0 ? 0 : complex.value(0), apex); // added first, hence first among equals
        for (int k = 0; k < complex.size(); k++) {
            check(k, complex);
            coned.add(complex.value(k), complex.vertices(k));
        }
        for (int k = 0; k < part.size(); k++) {
            check(k, complex);
            int[] vertices = part.vertices(k);
            requireEarlier(complex, part.value(k), vertices);
            int[] joined = Arrays.copyOf(vertices, vertices.length + 1);
            joined[vertices.length] = apex;
            coned.add(part.value(k), joined);
        }
        return coned.build();
    }

    private static void check(int simplex, FilteredComplex complex) throws InterruptedException {
        if (simplex % 4096 == 0) {
            Interruption.check("building a cone over a part of " + complex.size() + " simplices");
        }
    }

    private static void requireEarlier(FilteredComplex complex, double value, int[] vertices) {
        int simplex = require(complex, vertices);
        if (complex.value(simplex) > value) {
            throw new IllegalArgumentException("simplex " + Arrays.toString(vertices) + " enters the part at " + value
                    + ", the complex at " + complex.value(simplex) + "; it must not enter the part before");
        }
    }

    /** The number in the complex of a simplex of the part. */
    static int require(FilteredComplex complex, int... vertices) {
        int simplex = complex.find(vertices);
        if (simplex < 0) {
            throw new IllegalArgumentException("simplex " + Arrays.toString(vertices)
                    + " of the part is not in the complex; every simplex of the part must be");
        }
        return simplex;
    }
}
