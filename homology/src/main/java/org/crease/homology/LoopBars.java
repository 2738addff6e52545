package org.crease.homology;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Simplex;

/**
 * Representatives of dimension 1, beside a {@link LuneFiltration}. The cocycle of a loop is read off the annotations of the
 * edges of births at the moment of its death; they tell the rest of it, see {@link LoopCocycles}: O(edges between birth and
 * death). Its cycle comes from the quadrilateral
 * that ended it, over the nearest points of two pieces of a lune; an edge goes out by the triangle with the nearest point of
 * its lune, see {@link CycleReduction}. The death simplex is the triangle with the point of the
 * quadrilateral whose piece has the higher lowest point. The cycle of a loop that does not die is the edge of its birth and the way back by the spanning forest.
 */
final class LoopBars implements LoopObserver, PairedSimplices {
    private static final int ALIVE = -1;

    private final DistanceMatrix matrix;
    private final SortedEdges edges;
    private final PrimeField field;
    private final BarSelection selection;
    private final SimplexIndex index;
    private final NearestWitnesses witnesses;
    private final IntList births = new IntList(); // edge, by loop
    private final IntList ends = new IntList(); // four a death: loop, edge, a point of each of two pieces of its lune
    private final BitSet nearest = new BitSet(); // deaths where those points are the nearest
    private final LongIntMap loops = new LongIntMap(); // that died, by simplex of birth
    private final LongIntMap deaths = new LongIntMap(); // by loop
    private final BitSet dead = new BitSet(); // loops
    private final List<Found> found = new ArrayList<>();

    /** A selected bar: loop, number of the death, cocycle on edges of births. */
    private record Found(int loop, int death, IntList cocycle) {}

    LoopBars(DistanceMatrix matrix, SortedEdges edges, PrimeField field, BarSelection selection) {
        this.matrix = matrix;
        this.edges = edges;
        this.field = field;
        this.selection = selection;
        index = new SimplexIndex(matrix.size(), 3);
        witnesses = new NearestWitnesses(matrix);
    }

    @Override
    public void born(int edge) {
        births.add(edge);
    }

    @Override
    public void dying(int loop, int edge, int witness, int other, Annotations living) throws InterruptedException {
        int birth = births.get(loop);
        loops.put(pair(edges.high(birth), edges.low(birth)), loop);
        deaths.put(loop, ends.size() / 4);
        dead.set(loop);
        ends.add(loop);
        ends.add(edge);
        ends.add(witness);
        ends.add(other);
        float length = edges.length(edge);
        if (length > edges.length(birth) && selection.wants(1, edges.length(birth), length)) {
            found.add(new Found(loop, ends.size() / 4 - 1, cocycle(loop, living)));
        }
    }

    @Override
    public void ended(Annotations living) throws InterruptedException {
        for (int loop = dead.nextClearBit(0); loop < births.size(); loop = dead.nextClearBit(loop + 1)) {
            if (selection.wants(1, edges.length(births.get(loop)), Float.POSITIVE_INFINITY)) {
                found.add(new Found(loop, ALIVE, cocycle(loop, living)));
            }
        }
    }

    /** The edges of births on which a loop's cocycle is not zero, each with its value. */
    private IntList cocycle(int loop, Annotations living) throws InterruptedException {
        IntList onBirths = living.onBirths(loop);
        IntList values = new IntList();
        for (int k = 0; k < onBirths.size(); k += 2) {
            values.add(births.get(onBirths.get(k)));
            values.add(onBirths.get(k + 1));
        }
        return values;
    }

    /** The bars that were selected, once the filtration has ended. */
    List<Bar> bars(ComponentBars components) throws InterruptedException {
        CycleReduction cycles = new CycleReduction(1, index, witnesses::length, field, this);
        List<Bar> bars = new ArrayList<>();
        if (found.isEmpty()) {
            return bars;
        }
        LoopCocycles cocycles = new LoopCocycles(matrix, edges, field);
        for (Found loop : found) {
            float death = loop.death == ALIVE ? Float.POSITIVE_INFINITY : edges.length(ends.get(4 * loop.death + 1));
            Chain cocycle = cocycles.chain(loop.cocycle, death);
            bars.add(loop.death == ALIVE ? infinite(loop, cocycle, components) : finite(loop, cocycle, cycles));
        }
        return bars;
    }

    private Bar finite(Found loop, Chain cocycle, CycleReduction cycles) throws InterruptedException {
        int birth = births.get(loop.loop);
        int high = edges.high(birth);
        int low = edges.low(birth);
        CycleReduction.FilledCycle filled = cycles.cycle(loop.death);
        return new Bar(
                1,
                edges.length(birth),
                edges.length(ends.get(4 * loop.death + 1)),
                Simplex.of(low, high),
                deathSimplex(loop.death),
                cocycle,
                filled.cycle().chain(1, 1, index, field),
                filled.filling().chain(2, 1, index, field));
    }

    private Bar infinite(Found loop, Chain cocycle, ComponentBars components) {
        int birth = births.get(loop.loop);
        int high = edges.high(birth);
        int low = edges.low(birth);
        Chain cycle = components.loop(low, high);
        Simplex edge = Simplex.of(low, high);
        return new Bar(1, edges.length(birth), Float.POSITIVE_INFINITY, edge, null, cocycle, cycle, null);
    }

    @Override
    public long cofacet(long simplex, int diameter) {
        int[] ends = new int[2];
        index.points(simplex, 2, ends);
        int nearest = witnesses.nearest(ends[0], ends[1]);
        return nearest < 0 ? PairedSimplices.NONE : triangle(ends[0], ends[1], nearest);
    }

    @Override
    public int born(long simplex) {
        return loops.get(simplex);
    }

    @Override
    public int deathOf(int born) {
        return deaths.get(born);
    }

    /** The two triangles over the edge, one to each piece. */
    @Override
    public void ending(int death, Terms into) {
        int high = edges.high(ends.get(4 * death + 1));
        int low = edges.low(ends.get(4 * death + 1));
        int one = nearest(death, 0);
        int other = nearest(death, 1);
        int length = witnesses.length(high, low);
        into.add(triangle(high, low, one), length, isBetween(low, one, high) ? 1 : field.negative(1));
        into.add(triangle(high, low, other), length, isBetween(low, other, high) ? field.negative(1) : 1);
    }

    /** The triangle over the edge and the piece that came second: those of the first may end other loops as well. */
    private Simplex deathSimplex(int death) {
        int edge = ends.get(4 * death + 1);
        return Simplex.of(edges.high(edge), edges.low(edge), nearest(death, 1));
    }

    /** The nearest point of the first or the second piece of a death. */
    private int nearest(int death, int piece) {
        int edge = ends.get(4 * death + 1);
        for (int k = 0; k < 2 && !nearest.get(death); k++) {
            int point = ends.get(4 * death + 2 + k);
            ends.set(4 * death + 2 + k, witnesses.nearestInPiece(edges.high(edge), edges.low(edge), point));
        }
        nearest.set(death);
        return ends.get(4 * death + 2 + piece);
    }

    /** Whether an edge has a sign other than usual in the boundary of its triangle with a point. */
    private static boolean isBetween(int low, int point, int high) {
        return low < point && point < high;
    }

    private static int pair(int i, int j) {
        return DistanceMatrix.index(i, j);
    }

    private long triangle(int i, int j, int k) {
        int high = Math.max(i, Math.max(j, k));
        int low = Math.min(i, Math.min(j, k));
        int middle = i + j + k - high - low;
        return index.binomial(high, 3) + index.binomial(middle, 2) + low;
    }
}
