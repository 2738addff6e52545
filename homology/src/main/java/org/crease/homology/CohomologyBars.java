package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Chain;
import org.jspecify.annotations.Nullable;

/**
 * Representatives of the dimensions from 1, beside {@link Cohomology}. The terms of a reduced column are the cocycle, its
 * pivot is the death; see {@link CycleReduction} for cycles.
 */
final class CohomologyBars implements ColumnObserver {
    private final RipsGraph graph;
    private final PrimeField field;
    private final BarSelection selection;
    private final List<Dimension> dimensions = new ArrayList<>(); // from 1

    CohomologyBars(RipsGraph graph, PrimeField field, BarSelection selection) {
        this.graph = graph;
        this.field = field;
        this.selection = selection;
    }

    @Override
    public void start(int dimension, SimplexIndex index) {
        dimensions.add(new Dimension(dimension, index));
    }

    @Override
    public void paired(ReducedColumns columns, long pivot, int diameter) {
        current().paired(columns, pivot, diameter);
    }

    @Override
    public void unpaired(WorkingColumn terms) {
        current().unpaired(terms);
    }

    private Dimension current() {
        return dimensions.get(dimensions.size() - 1);
    }

    /** The bars that were selected, once all columns are reduced. */
    List<Bar> bars(ComponentBars components) throws InterruptedException {
        List<Bar> bars = new ArrayList<>();
        @Nullable CycleReduction below = null;
        for (Dimension dimension : dimensions) {
            for (Found found : dimension.found) {
                bars.add(dimension.bar(found, below, components));
            }
            below = dimension.cycles;
        }
        return bars;
    }

    /** A selected bar: birth, number of the death, cocycle. */
    private record Found(long birth, int diameter, int death, Chain cocycle) {}

    /** The pairs of one dimension. */
    private final class Dimension implements PairedSimplices {
        private final int size; // of simplices, in points
        private final BarAssembly assembly;
        private final Cofacets cofacets;
        private final ApparentPairs apparent;
        private final LongIntMap deaths = new LongIntMap(); // by birth
        private final Columns ends = new Columns();
        private final List<Found> found = new ArrayList<>();
        private final CycleReduction cycles;

        Dimension(int dimension, SimplexIndex index) {
            size = dimension + 1;
            assembly = new BarAssembly(dimension, index, field);
            cofacets = new Cofacets(graph, index, size);
            apparent = new ApparentPairs(graph, index, size + 1);
            cycles = new CycleReduction(dimension, index, graph::length, field, this);
        }

        void paired(ReducedColumns columns, long pivot, int diameter) {
            int column = columns.withPivot(pivot);
            int term = columns.firstTerm(column);
            long birth = columns.simplex(term);
            int born = columns.diameter(term);
            deaths.put(birth, ends.count());
            if (born < diameter && isWanted(born, Float.intBitsToFloat(diameter))) {
                Terms cocycle = new Terms();
                for (; term < columns.endOfTerms(column) && columns.diameter(term) < diameter; term++) {
                    cocycle.add(columns.simplex(term), columns.diameter(term), columns.coefficient(term));
                }
                found.add(new Found(birth, born, ends.count(), assembly.chain(cocycle)));
            }
            ends.add(pivot, diameter);
        }

        void unpaired(WorkingColumn column) {
            Terms cocycle = Terms.of(column);
            if (isWanted(cocycle.diameter(0), Float.POSITIVE_INFINITY)) {
                Chain chain = assembly.chain(cocycle);
                found.add(new Found(cocycle.simplex(0), cocycle.diameter(0), LongIntMap.ABSENT, chain));
            }
        }

        private boolean isWanted(int born, float death) {
            return selection.wants(size - 1, Float.intBitsToFloat(born), death);
        }

        Bar bar(Found bar, @Nullable CycleReduction below, ComponentBars components) throws InterruptedException {
            if (bar.death == LongIntMap.ABSENT) {
                return assembly.infinite(bar.birth, bar.diameter, bar.cocycle, below, components);
            }
            long death = ends.simplex(bar.death);
            int died = ends.diameter(bar.death);
            Chain cycle = cycles.cycle(bar.death);
            return assembly.finite(bar.birth, bar.diameter, death, died, bar.cocycle, cycle, cycles);
        }

        @Override
        public long cofacet(long simplex, int diameter) {
            cofacets.of(simplex, size, diameter);
            while (cofacets.next()) {
                if (cofacets.diameter() == diameter) {
                    long first = cofacets.simplex();
                    return apparent.facet(first, size + 1, diameter) == simplex ? first : NONE;
                }
            }
            return NONE;
        }

        /** Columns are reduced from the last simplex to the first. */
        @Override
        public int born(long simplex) {
            int death = deaths.get(simplex);
            return death == LongIntMap.ABSENT ? LongIntMap.ABSENT : ends.count() - 1 - death;
        }

        @Override
        public int deathOf(int born) {
            return ends.count() - 1 - born;
        }

        @Override
        public void ending(int death, Terms into) {
            into.add(ends.simplex(death), ends.diameter(death), 1);
        }
    }
}
