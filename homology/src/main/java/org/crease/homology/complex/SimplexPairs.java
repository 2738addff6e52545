package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.PrimeField;

/** Which simplex's class dies with which, of a whole filtration. */
final class SimplexPairs {
    private final FilteredComplex complex;
    private final BoundaryMatrix boundaries;
    private final PrimeField field;
    private final int last;
    private final Reduction cohomology; // of the dual matrix, where cell k is last - k

    /** By cohomology: the cells of the top dimension need no column. */
    SimplexPairs(FilteredComplex complex, PrimeField field) throws InterruptedException {
        this.complex = complex;
        this.field = field;
        boundaries = BoundaryMatrix.of(complex);
        last = boundaries.count() - 1;
        Reduction reduction = new Reduction(boundaries.dual(), field);
        ComponentPairs.of(boundaries, (vertex, edge) -> reduction.pair(last - edge, last - vertex));
        for (int dimension = 1; dimension < boundaries.dimension(); dimension++) {
            reduction.reduce(boundaries.dimension() - dimension, cell -> true);
        }
        cohomology = reduction;
    }

    private boolean isDeath(int cell) {
        return cohomology.columnOf(last - cell) >= 0;
    }

    private boolean isEssential(int cell) {
        return !isDeath(cell) && cohomology.rowOf(last - cell) < 0;
    }

    /** Bars longer than zero in the order of their births. */
    List<SimplexPair> pairs() {
        List<SimplexPair> pairs = new ArrayList<>();
        for (int cell = 0; cell <= last; cell++) {
            if (!isDeath(cell)) {
                addBar(pairs, cell, isEssential(cell) ? SimplexPair.NEVER : last - cohomology.rowOf(last - cell));
            }
        }
        return pairs;
    }

    /**
     * The bars of a dimension with a cycle each, by homology. The reduced boundary of a bar's last cell is a cycle that
     * dies then; for an infinite bar it is what the boundary of the first cell was made zero with. Columns that would
     * end as zero are left out, being known.
     */
    List<RepresentativeCycle> cycles(int dimension) throws InterruptedException {
        AdditionLog log = new AdditionLog(boundaries.count(), field);
        Reduction homology = new Reduction(boundaries, field, log);
        homology.reduce(dimension + 1, this::isDeath);
        List<SimplexPair> pairs = new ArrayList<>(pairs());
        pairs.removeIf(pair -> pair.dimension() != dimension);
        if (pairs.stream().anyMatch(pair -> pair.death() == SimplexPair.NEVER)) {
            homology.reduce(dimension, cell -> isDeath(cell) || isEssential(cell));
        }
        List<RepresentativeCycle> cycles = new ArrayList<>();
        for (SimplexPair pair : pairs) {
            boolean dies = pair.death() != SimplexPair.NEVER;
            cycles.add(new RepresentativeCycle(pair, dies ? homology.column(pair.death()) : log.sum(pair.birth())));
        }
        return cycles;
    }

    private void addBar(List<SimplexPair> pairs, int birth, int death) {
        if (death == SimplexPair.NEVER || complex.value(birth) < complex.value(death)) {
            pairs.add(new SimplexPair(boundaries.dimension(birth), birth, death));
        }
    }
}
