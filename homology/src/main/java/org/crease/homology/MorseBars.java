package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Chain;
import org.jspecify.annotations.Nullable;

/**
 * Representatives of the dimensions from 1, beside a {@link MorseFiltration}, which tells births and deaths. All other
 * simplices are paired by the {@link LuneGradient}. Cycles and cocycles are made for the bars that were selected alone, see
 * {@link CycleReduction} and {@link CocycleReduction}.
 */
final class MorseBars implements MorseObserver {
    private final RipsGraph graph;
    private final LuneGradient gradient;
    private final PrimeField field;
    private final BarSelection selection;
    private final List<Dimension> dimensions = new ArrayList<>(); // from 1

    MorseBars(RipsGraph graph, LuneGradient gradient, PrimeField field, BarSelection selection, int dimension) {
        this.graph = graph;
        this.gradient = gradient;
        this.field = field;
        this.selection = selection;
        SimplexIndex index = new SimplexIndex(graph.points(), dimension + 2);
        for (int d = 1; d <= dimension; d++) {
            dimensions.add(new Dimension(d, index));
        }
    }

    @Override
    public void born(int[] simplex, float diameter) {
        dimensions.get(simplex.length - 2).born(simplex, Float.floatToRawIntBits(diameter));
    }

    @Override
    public void died(int dying, int[] simplex, float diameter) {
        dimensions.get(simplex.length - 3).died(dying, simplex, Float.floatToRawIntBits(diameter));
    }

    /** The bars that were selected, once the filtration has ended. */
    List<Bar> bars(ComponentBars components) throws InterruptedException {
        List<Bar> bars = new ArrayList<>();
        @Nullable CycleReduction below = null;
        for (Dimension dimension : dimensions) {
            dimension.addBars(bars, below, components);
            below = dimension.cycles;
        }
        return bars;
    }

    /** The pairs of one dimension. */
    private final class Dimension implements PairedSimplices, CocycleReduction.Pairs {
        private final int size; // of simplices, in points
        private final SimplexIndex index;
        private final BarAssembly assembly;
        private final Columns births = new Columns(); // by class
        private final Columns ends = new Columns(); // by death
        private final IntList dead = new IntList(); // class of each death
        private final LongIntMap classOfBirth = new LongIntMap();
        private final LongIntMap deathOfClass = new LongIntMap();
        private final LongIntMap deathOfEnd = new LongIntMap();
        private final CycleReduction cycles;
        private final CocycleReduction cocycles;
        private final int[] points;
        private final int[] copy;
        private boolean isNegative;

        Dimension(int dimension, SimplexIndex index) {
            size = dimension + 1;
            this.index = index;
            assembly = new BarAssembly(dimension, index, field);
            cycles = new CycleReduction(dimension, index, graph::length, field, this);
            cocycles = new CocycleReduction(dimension, index, graph, field, this);
            points = new int[size + 1];
            copy = new int[size + 1];
        }

        void born(int[] simplex, int diameter) {
            long birth = index.of(simplex, size);
            classOfBirth.put(birth, births.count());
            births.add(birth, diameter);
        }

        void died(int dying, int[] simplex, int diameter) {
            long end = index.of(simplex, size + 1);
            deathOfClass.put(dying, ends.count());
            deathOfEnd.put(end, ends.count());
            ends.add(end, diameter);
            dead.add(dying);
        }

        void addBars(List<Bar> bars, @Nullable CycleReduction below, ComponentBars components)
                throws InterruptedException {
            for (int of = 0; of < births.count(); of++) {
                int death = deathOfClass.get(of);
                int born = births.diameter(of);
                if (death == LongIntMap.ABSENT) {
                    if (isWanted(born, Float.POSITIVE_INFINITY)) {
                        Chain cocycle = assembly.chain(cocycles.living(births.simplex(of), born));
                        bars.add(assembly.infinite(births.simplex(of), born, cocycle, below, components));
                    }
                } else if (born < ends.diameter(death) && isWanted(born, Float.intBitsToFloat(ends.diameter(death)))) {
                    bars.add(finite(of, death));
                }
            }
        }

        private boolean isWanted(int born, float death) {
            return selection.wants(size - 1, Float.intBitsToFloat(born), death);
        }

        private Bar finite(int of, int death) throws InterruptedException {
            int died = ends.diameter(death);
            Terms cocycle = cocycles.cocycle(death).below(died);
            return assembly.finite(
                    births.simplex(of),
                    births.diameter(of),
                    ends.simplex(death),
                    died,
                    assembly.chain(cocycle),
                    cycles.cycle(death));
        }

        @Override
        public long cofacet(long simplex, int diameter) {
            int partner = partner(simplex, size);
            int place = size;
            while (place > 0 && points[place - 1] < partner) {
                points[place] = points[place - 1];
                place--;
            }
            boolean isNone = partner == LuneGradient.NONE || (place > 0 && points[place - 1] == partner);
            points[place] = partner;
            return isNone ? PairedSimplices.NONE : index.of(points, size + 1);
        }

        @Override
        public long facet(long simplex) {
            int partner = partner(simplex, size + 1);
            int place = 0;
            while (place <= size && points[place] != partner) {
                place++;
            }
            if (place > size) {
                return PairedSimplices.NONE;
            }
            isNegative = (place & 1) != 0;
            System.arraycopy(points, place + 1, points, place, size - place);
            return index.of(points, size);
        }

        @Override
        public boolean isNegative() {
            return isNegative;
        }

        /** The point that a simplex gains or loses; leaves its points. */
        private int partner(long simplex, int simplexSize) {
            index.points(simplex, simplexSize, points);
            System.arraycopy(points, 0, copy, 0, simplexSize);
            return gradient.partner(copy, simplexSize);
        }

        @Override
        public int death(long birth) {
            int of = classOfBirth.get(birth);
            return of == LongIntMap.ABSENT ? LongIntMap.ABSENT : deathOfClass.get(of);
        }

        @Override
        public boolean isBornLater(int death, int than) {
            return dead.get(death) > dead.get(than);
        }

        @Override
        public void ending(int death, Terms into) {
            into.add(ends.simplex(death), ends.diameter(death), 1);
        }

        @Override
        public int deathOf(long simplex) {
            return deathOfEnd.get(simplex);
        }

        @Override
        public long birth(int death) {
            return births.simplex(dead.get(death));
        }

        @Override
        public int birthDiameter(int death) {
            return births.diameter(dead.get(death));
        }

        @Override
        public int deathDiameter(int death) {
            return ends.diameter(death);
        }
    }
}
