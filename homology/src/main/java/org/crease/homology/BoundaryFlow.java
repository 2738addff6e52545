package org.crease.homology;

import java.util.Arrays;

/**
 * Takes boundaries of one dimension out of the simplices that are paired in closed form with a cofacet of equal diameter: from the
 * largest diameter down each goes out by the boundary of its cofacet ({@link Descents}). Of the simplices that are left those
 * that may be the last of a cycle are births of classes, mostly few. That is done for any number of boundaries at once: a simplex
 * has a vector of coefficients, one for each.
 */
final class BoundaryFlow {
    private final int dimension;
    private final PrimeField field;
    private final PairedSimplices pairs;
    private final Facets facets;
    private final Descents descents;
    private final LongHeap waiting = new LongHeap(); // diameter, then number
    private final Inflows flowing; // what waits, by number
    private final Inflows left;
    private final IntList places = new IntList(); // where something is left
    private final Inflows sums; // for takings
    private Takings takings;

    /**
     * What became of a boundary.
     *
     * @param left simplices, by number
     * @param births those of them that gave birth to classes that died, by place of birth
     * @param takings of all the boundaries that flowed together
     * @param boundaries how many these are
     * @param number of this one among them
     */
    record Outcome(SparseVector left, SparseVector births, Takings takings, int boundaries, int number) {

        /** The cofacets whose boundaries were added up, those it began with among them, by number. */
        SparseVector taken() {
            return takings.of(number, boundaries);
        }
    }

    /** For boundaries of a dimension. */
    BoundaryFlow(int dimension, PrimeField field, PairedSimplices pairs, Facets facets, Descents descents) {
        this.dimension = dimension;
        this.field = field;
        this.pairs = pairs;
        this.facets = facets;
        this.descents = descents;
        flowing = new Inflows(field);
        left = new Inflows(field);
        sums = new Inflows(field);
        takings = new Takings(sums);
    }

    /** Adds the boundary of a cofacet to one of the boundaries, numbered from 0. */
    void addBoundary(int of, long cofacet, int factor) {
        SparseVector unit = SparseVector.unit(of);
        takings.add(descents.cofacets().of(cofacet), factor, unit);
        facets.of(cofacet);
        while (facets.next()) {
            give(descents.number(facets), facets.isNegative() ? field.negative(factor) : factor, unit);
        }
    }

    /** Adds a simplex, by number, to one of the boundaries. */
    void add(int of, int simplex, int coefficient) {
        give(simplex, coefficient, SparseVector.unit(of));
    }

    /** What becomes of all that was added, of so many boundaries. */
    Outcome[] outcomes(int boundaries) throws InterruptedException {
        while (!waiting.isEmpty()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while looking for a cycle of dimension " + dimension);
            }
            int simplex = (int) waiting.takeLargest();
            SparseVector vector = flowing.take(simplex);
            if (vector.size() > 0) {
                flow(simplex, vector);
            }
        }
        Transposition lefts = new Transposition();
        Transposition births = new Transposition();
        for (int k = 0; k < places.size(); k++) {
            int simplex = places.get(k);
            SparseVector vector = left.take(simplex);
            lefts.add(simplex, vector);
            int born = vector.size() == 0
                    ? LongIntMap.ABSENT
                    : pairs.born(descents.simplices().simplex(simplex));
            if (born != LongIntMap.ABSENT) {
                births.add(born, vector);
            }
        }
        places.clear();
        Takings takes = takings;
        takings = new Takings(sums);
        SparseVector[] leftOf = lefts.columns(boundaries);
        SparseVector[] birthsOf = births.columns(boundaries);
        Outcome[] outcomes = new Outcome[boundaries];
        Arrays.setAll(outcomes, of -> new Outcome(leftOf[of], birthsOf[of], takes, boundaries, of));
        return outcomes;
    }

    /** Forgets what was added. */
    void clear() {
        while (!waiting.isEmpty()) {
            flowing.take((int) waiting.takeLargest());
        }
        for (int k = 0; k < places.size(); k++) {
            left.take(places.get(k));
        }
        places.clear();
        takings = new Takings(sums);
    }

    private void flow(int simplex, SparseVector vector) {
        int factor = descents.isNegative(simplex) ? 1 : field.negative(1);
        takings.add(descents.cofacet(simplex), factor, vector);
        int first = descents.first(simplex);
        for (int place = first; place <= first + dimension; place++) {
            int facet = descents.facet(place);
            if (facet < 0) {
                give(~facet, field.negative(factor), vector);
            } else {
                give(facet, factor, vector);
            }
        }
    }

    private void give(int simplex, int factor, SparseVector vector) {
        if (descents.cofacet(simplex) == Descents.NONE) {
            if (left.add(simplex, factor, vector)) {
                places.add(simplex);
            }
        } else if (flowing.add(simplex, factor, vector)) {
            waiting.add((long) descents.diameter(simplex) << Integer.SIZE | simplex);
        }
    }
}
