package org.crease.homology;

import java.util.Arrays;
import java.util.List;
import org.crease.homology.representative.Chain;

/**
 * Writes cocycles of one dimension out that are known on the simplices of births. On simplices paired with a facet, and on those
 * that ended a class, they are 0; one that has a value gives it on to its {@link Heirs}, in the order of longest edges. That is
 * done for all cocycles at once: a simplex has a vector of values, mostly the one that it was given.
 *
 * <p>R. Forman, <i>Morse theory for cell complexes</i>, Adv. Math. 134, 1998: the flow of a gradient.
 */
final class CocycleFlow {
    private static final int LAST = -1;

    private final int dimension;
    private final SimplexIndex index;
    private final PrimeField field;
    private final Heirs heirs;
    private final Inflows given; // to be handed on, by number of the simplex
    private final Inflows values; // that were handed on
    private int[] next = new int[64]; // that waits with the same longest edge, by number
    private final int[] first; // that waits, by longest edge

    /** For cocycles of a dimension, at least 1, on so many edges. */
    CocycleFlow(int dimension, int edges, SimplexIndex index, PrimeField field, Heirs heirs) {
        this.dimension = dimension;
        this.index = index;
        this.field = field;
        this.heirs = heirs;
        given = new Inflows(field);
        values = new Inflows(field);
        first = new int[edges];
        Arrays.fill(first, LAST);
    }

    /** Adds the values of cocycles on the simplex of a birth, with its longest edge. */
    void add(long birth, int edge, SparseVector vector) {
        give(heirs.number(birth, edge), 1, vector);
    }

    /**
     * The cocycles; to be called once.
     *
     * @param ends for each cocycle the edge before which it is, in descending order
     */
    List<Chain> cocycles(int... ends) throws InterruptedException {
        int living = ends.length;
        for (int edge = 0; living > 0; edge++) {
            while (living > 0 && ends[living - 1] <= edge) {
                living--;
            }
            while (living > 0 && first[edge] != LAST) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while writing cocycles of dimension " + dimension);
                }
                int simplex = first[edge];
                first[edge] = next[simplex];
                SparseVector vector = before(living, given.take(simplex));
                if (vector.size() > 0) {
                    values.add(simplex, 1, vector);
                    handOn(simplex, vector, ends[vector.place(0)]);
                }
            }
        }
        return chains(ends.length);
    }

    /** A vector without what comes from a place on. */
    static SparseVector before(int place, SparseVector vector) {
        if (vector.size() == 0 || vector.last() < place) {
            return vector;
        }
        int end = ~Arrays.binarySearch(vector.terms(), SparseVector.term(place, 0)); // no residue is 0
        return new SparseVector(Arrays.copyOf(vector.terms(), end));
    }

    private void handOn(int simplex, SparseVector vector, int end) {
        heirs.find(simplex, end);
        for (int place = heirs.first(simplex); place < heirs.end(simplex); place++) {
            int heir = heirs.at(place);
            if (heir < 0) {
                give(~heir, field.negative(1), vector);
            } else {
                give(heir, 1, vector);
            }
        }
    }

    private void give(int simplex, int factor, SparseVector vector) {
        if (given.add(simplex, factor, vector)) {
            if (simplex >= next.length) {
                next = Arrays.copyOf(next, Math.max(simplex + 1, 2 * next.length));
            }
            int edge = heirs.longestEdge(simplex);
            next[simplex] = first[edge];
            first[edge] = simplex;
        }
    }

    private List<Chain> chains(int size) {
        SparseVector[] rows = new SparseVector[heirs.simplices().count()];
        Arrays.setAll(rows, values::take);
        return heirs.simplices().chains(size, rows, dimension, index, field);
    }
}
