package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.representative.Chain;

/**
 * Writes cocycles of one dimension out that are known on the simplices of births. On simplices paired with a facet, and on those
 * that ended a class, it is 0; one that has a value gives it on to its {@link Heirs}, in the order of longest edges. Time goes with
 * the simplices that have a value, and a word for each 64 edges from birth to death.
 *
 * <p>R. Forman, <i>Morse theory for cell complexes</i>, Adv. Math. 134, 1998: the flow of a gradient.
 */
final class CocycleFlow {
    private static final int LAST = -1;
    private static final int ABSENT = -2;

    private final int dimension;
    private final SimplexIndex index;
    private final PrimeField field;
    private final Heirs heirs;
    private final DenseSum terms; // by number of the simplex
    private char[] values = new char[64]; // to be handed on, by number
    private int[] next =
            new int[64]; // that waits with the same longest edge, by number; LAST, or ABSENT where it does not wait
    private final int[] first; // that waits, by longest edge
    private final DenseSum edges; // 1 where there is one
    private int end; // edge

    /** For cocycles of a dimension, at least 1, on so many edges. */
    CocycleFlow(int dimension, int edges, SimplexIndex index, PrimeField field, Heirs heirs) {
        this.dimension = dimension;
        this.index = index;
        this.field = field;
        this.heirs = heirs;
        terms = new DenseSum(field);
        first = new int[edges];
        Arrays.fill(first, LAST);
        Arrays.fill(next, ABSENT);
        this.edges = new DenseSum(field);
    }

    /**
     * A cocycle on the simplices of longest edges before one.
     *
     * @param births simplices of births on which it is not 0, with their longest edges and values
     * @param before no higher than for any cocycle made already
     */
    Chain cocycle(Terms births, int before) throws InterruptedException {
        end = before;
        for (int k = 0; k < births.size(); k++) {
            give(heirs.number(births.simplex(k), births.diameter(k)), births.coefficient(k));
        }
        for (int edge = edges.first(); edge != DenseSum.NONE; edge = edges.first()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while writing a cocycle of dimension " + dimension);
            }
            int simplex = first[edge];
            first[edge] = next[simplex];
            next[simplex] = ABSENT;
            if (first[edge] == LAST) {
                edges.add(edge, field.negative(1));
            }
            int value = values[simplex];
            if (value != 0) {
                values[simplex] = 0;
                terms.add(simplex, value);
                handOn(simplex, value);
            }
        }
        return heirs.simplices().chain(terms.take(), dimension, 1, index, field);
    }

    private void handOn(int simplex, int value) {
        heirs.find(simplex, end);
        for (int place = heirs.first(simplex); place < heirs.end(simplex); place++) {
            int heir = heirs.at(place);
            if (heir < 0) {
                give(~heir, field.negative(value));
            } else {
                give(heir, value);
            }
        }
    }

    private void give(int simplex, int value) {
        int edge = heirs.longestEdge(simplex);
        if (edge >= end) {
            return;
        }
        if (simplex >= values.length) {
            grow(simplex);
        }
        values[simplex] = (char) field.plus(values[simplex], value);
        if (next[simplex] == ABSENT) {
            if (first[edge] == LAST) {
                edges.add(edge, 1);
            }
            next[simplex] = first[edge];
            first[edge] = simplex;
        }
    }

    private void grow(int simplex) {
        int old = next.length;
        values = Arrays.copyOf(values, Math.max(simplex + 1, 2 * old));
        next = Arrays.copyOf(next, values.length);
        Arrays.fill(next, old, next.length, ABSENT);
    }
}
