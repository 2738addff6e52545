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
    private final IntList ends = new IntList(); // by cocycle

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

    /**
     * Adds a cocycle on the simplices of longest edges before one.
     *
     * @param births simplices of births on which it is not 0, with their longest edges and values
     * @param before no higher than for any cocycle before
     */
    void add(Terms births, int before) {
        SparseVector unit = SparseVector.unit(ends.size());
        ends.add(before);
        for (int k = 0; k < births.size(); k++) {
            give(heirs.number(births.simplex(k), births.diameter(k)), births.coefficient(k), unit);
        }
    }

    /** The cocycles, in the order in which they were added; to be called once. */
    List<Chain> cocycles() throws InterruptedException {
        int living = ends.size();
        for (int edge = 0; living > 0; edge++) {
            while (living > 0 && ends.get(living - 1) <= edge) {
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
                    handOn(simplex, vector);
                }
            }
        }
        return chains();
    }

    /** A vector without what comes from a place on. */
    private static SparseVector before(int place, SparseVector vector) {
        if (vector.size() == 0 || vector.last() < place) {
            return vector;
        }
        int place0 = Arrays.binarySearch(vector.terms(), SparseVector.term(place, 0));
        return new SparseVector(Arrays.copyOf(vector.terms(), place0 < 0 ? ~place0 : place0));
    }

    private void handOn(int simplex, SparseVector vector) {
        heirs.find(simplex, ends.get(vector.place(0)));
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

    private List<Chain> chains() {
        SparseVector[] rows = new SparseVector[heirs.simplices().count()];
        Arrays.setAll(rows, values::take);
        return heirs.simplices().chains(ends.size(), rows, dimension, index, field);
    }
}
