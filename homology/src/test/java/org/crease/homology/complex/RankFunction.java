package org.crease.homology.complex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * Persistent Betti numbers of a pair (K, L) by linear algebra on its quotient chain complexes: how many classes that are
 * there at s are there at t still. They determine the diagrams.
 */
final class RankFunction {
    private final FilteredComplex complex;
    private final FilteredComplex part;
    private final int prime;

    RankFunction(FilteredComplex complex, FilteredComplex part, int prime) {
        this.complex = complex;
        this.part = part;
        this.prime = prime;
    }

    static FilteredComplex nothing() throws InterruptedException {
        return FilteredComplex.builder().build();
    }

    /** The rank of H(K_s, L_s) → H(K_t, L_t). */
    int rank(int dimension, double s, double t) {
        List<int[]> boundaries = boundaries(dimension + 1, t);
        List<int[]> both = new ArrayList<>(boundaries);
        for (int[] cycle : cycles(dimension, s)) {
            both.add(restricted(cycle, t));
        }
        return rank(both) - rank(boundaries);
    }

    /** The same as a diagram has it. */
    static int rank(PersistenceDiagram diagram, double s, double t) {
        int count = 0;
        for (int bar = 0; bar < diagram.size(); bar++) {
            if (diagram.birth(bar) <= s && diagram.death(bar) > t) {
                count++;
            }
        }
        return count;
    }

    private boolean isThere(int simplex, double t) {
        int inPart = part.find(complex.vertices(simplex));
        return complex.value(simplex) <= t && !(inPart >= 0 && part.value(inPart) <= t);
    }

    private int[] restricted(int[] chain, double t) {
        int[] rest = chain.clone();
        for (int k = 0; k < rest.length; k++) {
            rest[k] = isThere(k, t) ? rest[k] : 0;
        }
        return rest;
    }

    private int[] boundary(int simplex, double t) {
        int[] vertices = complex.vertices(simplex);
        int[] boundary = new int[complex.size()];
        for (int place = 0; vertices.length > 1 && place < vertices.length; place++) {
            int omitted = vertices[place];
            int[] face = Arrays.stream(vertices).filter(v -> v != omitted).toArray();
            boundary[complex.find(face)] = place % 2 == 0 ? 1 : prime - 1;
        }
        return restricted(boundary, t);
    }

    private List<int[]> boundaries(int dimension, double t) {
        List<int[]> boundaries = new ArrayList<>();
        for (int simplex = 0; simplex < complex.size(); simplex++) {
            if (complex.vertices(simplex).length == dimension + 1 && isThere(simplex, t)) {
                boundaries.add(boundary(simplex, t));
            }
        }
        return boundaries;
    }

    /** A basis of the cycles: boundaries beside the simplices they are of, reduced until the left half is zero. */
    private List<int[]> cycles(int dimension, double t) {
        int size = complex.size();
        List<int[]> rows = new ArrayList<>();
        for (int simplex = 0; simplex < size; simplex++) {
            if (complex.vertices(simplex).length == dimension + 1 && isThere(simplex, t)) {
                int[] row = Arrays.copyOf(boundary(simplex, t), 2 * size);
                row[size + simplex] = 1;
                rows.add(row);
            }
        }
        eliminate(rows, size);
        List<int[]> cycles = new ArrayList<>();
        for (int[] row : rows) {
            if (Arrays.stream(row, 0, size).allMatch(x -> x == 0)) {
                cycles.add(Arrays.copyOfRange(row, size, 2 * size));
            }
        }
        return cycles;
    }

    private int rank(List<int[]> rows) {
        List<int[]> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(row.clone()));
        return eliminate(copy, complex.size());
    }

    /** Gaussian elimination on the first columns; the rank. */
    private int eliminate(List<int[]> rows, int columns) {
        int done = 0;
        for (int column = 0; column < columns; column++) {
            int pivot = done;
            while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            int[] row = rows.get(pivot);
            rows.set(pivot, rows.get(done));
            rows.set(done, row);
            int inverse = BigInteger.valueOf(row[column])
                    .modInverse(BigInteger.valueOf(prime))
                    .intValue();
            for (int other = done + 1; other < rows.size(); other++) {
                subtract(rows.get(other), row, rows.get(other)[column] * inverse % prime);
            }
            done++;
        }
        return done;
    }

    private void subtract(int[] row, int[] other, int factor) {
        for (int k = 0; factor != 0 && k < row.length; k++) {
            row[k] = Math.floorMod(row[k] - factor * other[k], prime);
        }
    }
}
