package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.PrimeField;

/** Which simplex's class dies with which, of a whole filtration. */
final class SimplexPairs {
    private final FilteredComplex complex;
    private final BoundaryMatrix boundaries;
    private final PrimeField field;

    SimplexPairs(FilteredComplex complex, PrimeField field) throws InterruptedException {
        this.complex = complex;
        this.field = field;
        boundaries = BoundaryMatrix.of(complex);
    }

    /** Bars longer than zero in the order of their births, by cohomology: the cells of the top dimension need no column. */
    List<SimplexPair> pairs() throws InterruptedException {
        int last = boundaries.count() - 1;
        Reduction reduction = new Reduction(boundaries.dual(), field);
        ComponentPairs.of(boundaries, (vertex, edge) -> reduction.pair(last - edge, last - vertex));
        for (int dimension = 1; dimension < boundaries.dimension(); dimension++) {
            reduction.reduce(boundaries.dimension() - dimension);
        }
        List<SimplexPair> pairs = new ArrayList<>();
        for (int cell = 0; cell <= last; cell++) {
            if (reduction.columnOf(last - cell) < 0) {
                int row = reduction.rowOf(last - cell);
                addBar(pairs, cell, row < 0 ? SimplexPair.NEVER : last - row);
            }
        }
        return pairs;
    }

    /** The same bars with a cycle each, by homology: a reduced boundary is a cycle that dies then. */
    List<RepresentativeCycle> cycles() throws InterruptedException {
        AdditionLog log = new AdditionLog(boundaries.count(), field);
        Reduction reduction = new Reduction(boundaries, field, log);
        for (int dimension = boundaries.dimension(); dimension > 0; dimension--) {
            reduction.reduce(dimension);
        }
        List<SimplexPair> pairs = new ArrayList<>();
        for (int cell = 0; cell < boundaries.count(); cell++) {
            if (reduction.rowOf(cell) < 0) {
                int column = reduction.columnOf(cell);
                addBar(pairs, cell, column < 0 ? SimplexPair.NEVER : column);
            }
        }
        List<RepresentativeCycle> cycles = new ArrayList<>();
        for (SimplexPair pair : pairs) {
            boolean dies = pair.death() != SimplexPair.NEVER;
            cycles.add(new RepresentativeCycle(pair, dies ? reduction.column(pair.death()) : log.sum(pair.birth())));
        }
        return cycles;
    }

    private void addBar(List<SimplexPair> pairs, int birth, int death) {
        if (death == SimplexPair.NEVER || complex.value(birth) < complex.value(death)) {
            pairs.add(new SimplexPair(boundaries.dimension(birth), birth, death));
        }
    }
}
