package org.crease.homology;

import org.crease.homology.representative.Chain;

/** A cycle that is being made of edges outside a forest: the ways back are in the forest. */
final class ForestCycle {
    private final RootedForest forest;
    private final PrimeField field;
    private final VectorSum boundary; // that the forest's edges must have, by place
    private final Chain.Builder edges;

    ForestCycle(RootedForest forest, PrimeField field) {
        this.forest = forest;
        this.field = field;
        boundary = VectorSum.over(field);
        edges = new Chain.Builder(1, field.modulus());
    }

    /** Adds an edge, from its lower end to its higher, with a coefficient other than 0. */
    void add(int coefficient, int low, int high) {
        edges.add(coefficient, low, high);
        boundary.add(forest.place(low), coefficient);
        boundary.add(forest.place(high), field.negative(coefficient));
    }

    /** The cycle of the edges added; the next is begun. */
    Chain close() {
        forest.addBounded(boundary, field, edges);
        Chain cycle = edges.build();
        edges.clear();
        return cycle;
    }
}
