package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Chain;
import org.jspecify.annotations.Nullable;

/**
 * Representatives of the dimensions from 1, beside a {@link MorseFiltration}, which tells births and deaths. All other
 * simplices are paired by the {@link LuneGradient}. The cocycle of a class is read off the annotations of the simplices of
 * births at the moment of its death. Cycles and the rest of cocycles are made for the bars that were selected alone, see
 * {@link CycleReduction} and {@link CocycleFlow}; cycles of loops as {@link LoopBars} makes them.
 */
final class MorseBars implements MorseObserver {
    private final SortedEdges edges;
    private final LuneGradient gradient;
    private final PrimeField field;
    private final BarSelection selection;
    private final List<Dimension> dimensions = new ArrayList<>(); // from 1

    MorseBars(
            int points,
            SortedEdges edges,
            LuneGradient gradient,
            PrimeField field,
            BarSelection selection,
            int dimension) {
        this.edges = edges;
        this.gradient = gradient;
        this.field = field;
        this.selection = selection;
        SimplexIndex index = SimplexIndex.packed(points, dimension + 2);
        for (int d = 1; d <= dimension; d++) {
            dimensions.add(new Dimension(d, index));
        }
    }

    @Override
    public void born(int[] simplex, float diameter) {
        dimensions.get(simplex.length - 2).born(simplex, Float.floatToRawIntBits(diameter));
    }

    @Override
    public void dying(SparseVector onBoundary, int[] simplex, float diameter) {
        dimensions.get(simplex.length - 3).dying(onBoundary, simplex, diameter);
    }

    @Override
    public long bytes() {
        long bytes = 0;
        for (Dimension dimension : dimensions) {
            bytes += dimension.values.bytes();
        }
        return bytes;
    }

    @Override
    public void ended(int dimension) {
        dimensions.get(dimension - 1).ended();
    }

    /** The bars that were selected, once the filtration has ended. */
    List<Bar> bars(ComponentBars components) throws InterruptedException {
        List<Bar> bars = new ArrayList<>();
        if (dimensions.stream().allMatch(dimension -> dimension.found.isEmpty())) {
            return bars;
        }
        Followers followers = new Followers(edges, gradient, end());
        @Nullable CycleReduction below = null;
        for (Dimension dimension : dimensions) {
            dimension.addBars(bars, followers, below, components);
            below = dimension.cycles;
        }
        return bars;
    }

    /** The first edge that no bar needs. */
    private int end() {
        return dimensions.stream()
                .flatMapToInt(dimension -> dimension.found.stream().mapToInt(Found::end))
                .max()
                .orElse(0);
    }

    /**
     * A selected bar: class, number of the death, the first edge that is no shorter; of a loop what of its cycle is on births,
     * by class.
     */
    private record Found(int of, int death, int end, SparseVector cycle) {}

    /** The pairs of one dimension. */
    private final class Dimension implements PairedSimplices {
        private final int size; // of simplices, in points
        private final SimplexIndex index;
        private final BarAssembly assembly;
        private final Columns births = new Columns(); // by class
        private final Columns ends = new Columns(); // by death
        private final LongIntMap classOfBirth = new LongIntMap();
        private final IntList deathOfClass = new IntList(); // or ABSENT
        private final List<Found> found = new ArrayList<>();
        private final CycleReduction cycles;
        private final BirthValues values;
        private final int[] points;
        private final int[] clique;

        Dimension(int dimension, SimplexIndex index) {
            size = dimension + 1;
            this.index = index;
            assembly = new BarAssembly(dimension, index, field);
            cycles = new CycleReduction(dimension, index, gradient::rank, field, this);
            values = BirthValues.over(field);
            points = new int[size + 1];
            clique = new int[size];
        }

        void born(int[] simplex, int diameter) {
            long birth = index.of(simplex, size);
            classOfBirth.put(birth, births.count());
            births.add(birth, diameter);
            deathOfClass.add(LongIntMap.ABSENT);
        }

        void dying(SparseVector onBoundary, int[] simplex, float diameter) {
            int dying = onBoundary.last();
            float born = Float.intBitsToFloat(births.diameter(dying));
            if (born < diameter && selection.wants(size - 1, born, diameter)) {
                SparseVector cycle = size == 2 ? onBoundary.overLast(field) : SparseVector.zero();
                found.add(new Found(dying, ends.count(), edges.from(diameter), cycle));
            }
            deathOfClass.set(dying, ends.count());
            ends.add(index.of(simplex, size + 1), Float.floatToRawIntBits(diameter));
            values.vanish(onBoundary);
        }

        void ended() {
            for (int of = 0; of < births.count(); of++) {
                float born = Float.intBitsToFloat(births.diameter(of));
                if (deathOfClass.get(of) == LongIntMap.ABSENT
                        && selection.wants(size - 1, born, Float.POSITIVE_INFINITY)) {
                    found.add(new Found(of, LongIntMap.ABSENT, edges.count(), SparseVector.zero()));
                }
            }
        }

        /** The latest death first. */
        private int compareByDeath(Found one, Found other) {
            int byDeath = Integer.compare(deathNumber(other), deathNumber(one));
            return byDeath == 0 ? Integer.compare(one.of(), other.of()) : byDeath;
        }

        void addBars(List<Bar> bars, Followers followers, @Nullable CycleReduction below, ComponentBars components)
                throws InterruptedException {
            found.sort(this::compareByDeath);
            List<Chain> cocycles = cocycles(followers);
            if (size > 2) {
                cycles.prepare(found.stream()
                        .mapToInt(Found::death)
                        .filter(death -> death >= 0)
                        .toArray());
            }
            for (int k = 0; k < found.size(); k++) {
                Found bar = found.get(k);
                Chain cocycle = cocycles.get(k);
                long birth = births.simplex(bar.of);
                int born = births.diameter(bar.of);
                bars.add(
                        bar.death == LongIntMap.ABSENT
                                ? assembly.infinite(birth, born, cocycle, below, components)
                                : assembly.finite(
                                        birth,
                                        born,
                                        ends.simplex(bar.death),
                                        ends.diameter(bar.death),
                                        cocycle,
                                        size == 2 ? loop(bar, components.cycle()) : cycles.cycle(bar.death),
                                        cycles));
            }
        }

        /** As {@link LoopBars} has it. */
        private Chain loop(Found bar, ForestCycle cycle) {
            for (int k = 0; k < bar.cycle.size(); k++) {
                index.points(births.simplex(bar.cycle.place(k)), 2, points);
                cycle.add(bar.cycle.residue(k), points[1], points[0]);
            }
            return cycle.close();
        }

        private int deathNumber(Found bar) {
            return bar.death == LongIntMap.ABSENT ? ends.count() : bar.death;
        }

        private List<Chain> cocycles(Followers followers) throws InterruptedException {
            Heirs heirs = new Heirs(size, edges, gradient, index, followers);
            CocycleFlow flow = new CocycleFlow(size - 1, edges.count(), index, field, heirs);
            Transposition onBirths = new Transposition();
            for (int k = 0; k < found.size(); k++) {
                onBirths.add(k, values.of(found.get(k).of));
            }
            SparseVector[] ofBirths = onBirths.columns(births.count());
            for (int of = 0; of < ofBirths.length; of++) {
                if (ofBirths[of].size() > 0) {
                    index.points(births.simplex(of), size, points);
                    flow.add(births.simplex(of), gradient.longestEdge(points, size), ofBirths[of]);
                }
            }
            return flow.cocycles(found.stream().mapToInt(Found::end).toArray());
        }

        /** Diameters are longest edges here. */
        @Override
        public long cofacet(long simplex, int longest) {
            if (gradient.isAlone(longest)) {
                return PairedSimplices.NONE;
            }
            index.points(simplex, size, points);
            int partner = gradient.apex(longest) >= 0 ? gradient.apex(longest) : partner(longest);
            int place = size;
            while (place > 0 && points[place - 1] < partner) {
                points[place] = points[place - 1];
                place--;
            }
            boolean isNone = partner == LuneGradient.NONE || (place > 0 && points[place - 1] == partner);
            points[place] = partner;
            return isNone ? PairedSimplices.NONE : index.of(points, size + 1);
        }

        /** The point that the simplex at hand gains or loses where the lune of its longest edge has no apex. */
        private int partner(int longest) {
            int count = 0;
            for (int k = 0; k < size; k++) {
                if (points[k] != edges.high(longest) && points[k] != edges.low(longest)) {
                    clique[count++] = points[k];
                }
            }
            return gradient.partner(longest, clique, count);
        }

        @Override
        public int born(long simplex) {
            int of = classOfBirth.get(simplex);
            boolean died = of != LongIntMap.ABSENT && deathOfClass.get(of) != LongIntMap.ABSENT;
            return died ? of : LongIntMap.ABSENT;
        }

        @Override
        public int deathOf(int born) {
            return deathOfClass.get(born);
        }

        @Override
        public void ending(int death, Terms into) {
            into.add(ends.simplex(death), ends.diameter(death), 1);
        }
    }
}
