package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Simplex;
import org.jspecify.annotations.Nullable;

/**
 * Representatives of the dimensions from 1, beside {@link Cohomology}. The terms of a reduced column are the cocycle, its
 * pivot is the death. Cycles come from the boundaries of deaths, see {@link CycleReduction}; that of a class that does not
 * die closes what one dimension below its birth simplex bounds with others.
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
        @Nullable Dimension below = null;
        for (Dimension dimension : dimensions) {
            for (Found found : dimension.found) {
                bars.add(found.death < 0 ? dimension.infinite(found, below, components) : dimension.finite(found));
            }
            below = dimension;
        }
        return bars;
    }

    /** A selected bar: birth, number of the death, cocycle. */
    private record Found(long birth, int diameter, int death, Chain cocycle) {}

    /** The pairs of one dimension. */
    private final class Dimension implements PairedSimplices {
        private static final int NEVER = -1;

        private final int size; // of simplices, in points
        private final SimplexIndex index;
        private final Cofacets cofacets;
        private final ApparentPairs apparent;
        private final LongIntMap deaths = new LongIntMap(); // by birth
        private final Columns ends = new Columns();
        private final List<Found> found = new ArrayList<>();
        private final CycleReduction cycles;

        Dimension(int dimension, SimplexIndex index) {
            size = dimension + 1;
            this.index = index;
            cofacets = new Cofacets(graph, index, size);
            apparent = new ApparentPairs(graph, index, size + 1);
            cycles = new CycleReduction(dimension, index, graph::length, field, this);
        }

        void paired(ReducedColumns columns, long pivot, int diameter) {
            int column = columns.withPivot(pivot);
            int term = columns.firstTerm(column);
            long birth = columns.simplex(term);
            int birthDiameter = columns.diameter(term);
            deaths.put(birth, ends.count());
            if (birthDiameter < diameter && isWanted(birthDiameter, Float.intBitsToFloat(diameter))) {
                Terms cocycle = new Terms();
                for (; term < columns.endOfTerms(column) && columns.diameter(term) < diameter; term++) {
                    cocycle.add(columns.simplex(term), columns.diameter(term), columns.coefficient(term));
                }
                found.add(new Found(birth, birthDiameter, ends.count(), chain(cocycle)));
            }
            ends.add(pivot, diameter);
        }

        void unpaired(WorkingColumn column) {
            Terms cocycle = new Terms();
            while (column.takeFirst()) {
                cocycle.add(column.simplex(), column.diameter(), column.coefficient());
            }
            if (isWanted(cocycle.diameter(0), Float.POSITIVE_INFINITY)) {
                found.add(new Found(cocycle.simplex(0), cocycle.diameter(0), NEVER, chain(cocycle)));
            }
        }

        private boolean isWanted(int birth, float death) {
            return selection.wants(size - 1, Float.intBitsToFloat(birth), death);
        }

        private Chain chain(Terms terms) {
            return terms.chain(size - 1, 1, index, field);
        }

        Bar finite(Found bar) throws InterruptedException {
            CycleReduction.FilledCycle filled = cycles.cycle(bar.birth);
            // a filling is signed by descending points, which for an odd number of them left is the opposite
            int sign = size % 2 == 1 ? field.negative(1) : 1;
            return new Bar(
                    size - 1,
                    Float.intBitsToFloat(bar.diameter),
                    Float.intBitsToFloat(ends.diameter(bar.death)),
                    simplex(bar.birth, size),
                    simplex(ends.simplex(bar.death), size + 1),
                    bar.cocycle,
                    chain(filled.cycle()),
                    filled.filling().chain(size, sign, index, field));
        }

        Bar infinite(Found bar, @Nullable Dimension below, ComponentBars components) throws InterruptedException {
            Simplex birth = simplex(bar.birth, size);
            Chain cycle = below == null
                    ? components.loop(birth.point(0), birth.point(1))
                    : chain(below.cycles.closed(bar.birth, bar.diameter));
            float scale = Float.intBitsToFloat(bar.diameter);
            return new Bar(size - 1, scale, Float.POSITIVE_INFINITY, birth, null, bar.cocycle, cycle, null);
        }

        private Simplex simplex(long simplex, int points) {
            int[] decoded = new int[points];
            index.points(simplex, points, decoded);
            return Simplex.of(decoded);
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

        @Override
        public int death(long birth) {
            return deaths.get(birth);
        }

        @Override
        public void ending(int death, Terms into) {
            into.add(ends.simplex(death), ends.diameter(death), 1);
        }
    }
}
