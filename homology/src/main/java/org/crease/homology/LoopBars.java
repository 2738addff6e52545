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
 * Representatives of dimension 1, beside a {@link LuneFiltration}. The cocycle of a loop at its death comes from the
 * relations that ended loops, on the edges of births; see {@link BirthValues}. These tell the rest of it; see {@link LoopCocycles}.
 *
 * <p>Living loops' cocycles are 0 on the spanning forest, so the edge of a birth and the way back by the forest are a cycle on
 * which the loop's own cocycle is 1, the others' are 0. Where a quadrilateral bounds, as it does where a loop dies, so does the
 * sum of these cycles, each times its cocycle's value on the quadrilateral: that is the cycle.
 *
 * <p>Its filling is found by a {@link CycleReduction}: an edge goes out by the triangle with the nearest point of its lune, the
 * edge of the death by the triangles with the nearest points of two pieces. The death simplex is that of the piece with the
 * higher lowest point.
 */
final class LoopBars implements LoopObserver, PairedSimplices {
    private static final int ALIVE = -1;

    private final DistanceMatrix matrix;
    private final SortedEdges edges;
    private final PrimeField field;
    private final BarSelection selection;
    private final SimplexIndex index;
    private final NearestWitnesses witnesses;
    private final BirthValues values; // by loop
    private final IntList births = new IntList(); // edge, by loop
    private final IntList ends = new IntList(); // four a death: loop, edge, a point of each of two pieces of its lune
    private final BitSet nearest = new BitSet(); // places there of those points that are known to be the nearest
    private final LongIntMap loops = new LongIntMap(); // that died, by simplex of birth
    private final IntList deaths = new IntList(); // by loop, or ALIVE
    private final List<Found> found = new ArrayList<>();

    /** A selected bar: loop, number of the death, the first edge no shorter, and what of its cycle is on edges of births, by loop. */
    private record Found(int loop, int death, int end, SparseVector cycle) {}

    LoopBars(DistanceMatrix matrix, SortedEdges edges, PrimeField field, BarSelection selection) {
        this.matrix = matrix;
        this.edges = edges;
        this.field = field;
        this.selection = selection;
        index = new SimplexIndex(matrix.size(), 3);
        witnesses = new NearestWitnesses(matrix);
        values = BirthValues.over(field);
    }

    @Override
    public void born(int edge) {
        births.add(edge);
        deaths.add(ALIVE);
    }

    @Override
    public void dying(int edge, int witness, int other, SparseVector relation) {
        int loop = relation.last();
        int birth = births.get(loop);
        loops.put(pair(edges.high(birth), edges.low(birth)), loop);
        deaths.set(loop, ends.size() / 4);
        ends.add(loop);
        ends.add(edge);
        ends.add(witness);
        ends.add(other);
        float length = edges.length(edge);
        if (length > edges.length(birth) && selection.wants(1, edges.length(birth), length)) {
            found.add(new Found(loop, ends.size() / 4 - 1, edges.from(length), relation.overLast(field)));
        }
        values.vanish(relation);
    }

    @Override
    public long bytes() {
        return values.bytes();
    }

    @Override
    public void ended() {
        for (int loop = 0; loop < births.size(); loop++) {
            if (deaths.get(loop) == ALIVE
                    && selection.wants(1, edges.length(births.get(loop)), Float.POSITIVE_INFINITY)) {
                found.add(new Found(loop, ALIVE, edges.count(), SparseVector.unit(loop)));
            }
        }
    }

    /** The bars that were selected, once the filtration has ended. */
    List<Bar> bars(ComponentBars components) throws InterruptedException {
        List<Bar> bars = new ArrayList<>();
        if (found.isEmpty()) {
            return bars;
        }
        int first = edges.count();
        int last = 0;
        for (Found loop : found) {
            first = Math.min(first, births.get(loop.loop));
            last = Math.max(last, loop.end);
        }
        CycleReduction fillings = new CycleReduction(1, index, witnesses::length, field, this);
        LoopHeirs heirs = new LoopHeirs(matrix.size(), edges, first, last);
        List<Chain> cocycles = LoopCocycles.over(field, edges, first, last, heirs)
                .chains(
                        found.stream().mapToInt(Found::loop).toArray(),
                        values,
                        births,
                        found.stream().mapToInt(Found::end).toArray());
        ForestCycle cycle = components.cycle();
        for (int f = 0; f < found.size(); f++) {
            Found loop = found.get(f);
            for (int k = 0; k < loop.cycle.size(); k++) {
                int edge = births.get(loop.cycle.place(k));
                cycle.add(loop.cycle.residue(k), edges.low(edge), edges.high(edge));
            }
            bars.add(
                    loop.death == ALIVE
                            ? infinite(loop, cocycles.get(f), cycle.close())
                            : finite(loop, cocycles.get(f), cycle.close(), fillings));
        }
        return bars;
    }

    private Bar finite(Found loop, Chain cocycle, Chain cycle, CycleReduction fillings) {
        int birth = births.get(loop.loop);
        int high = edges.high(birth);
        int low = edges.low(birth);
        return new Bar(
                1,
                edges.length(birth),
                edges.length(ends.get(4 * loop.death + 1)),
                Simplex.of(low, high),
                deathSimplex(loop.death),
                cocycle,
                cycle,
                fillings.filling(cycle));
    }

    private Bar infinite(Found loop, Chain cocycle, Chain cycle) {
        int birth = births.get(loop.loop);
        int high = edges.high(birth);
        int low = edges.low(birth);
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
        int at = 4 * death + 2 + piece;
        if (!nearest.get(at)) {
            nearest.set(at);
            ends.set(at, witnesses.nearestInPiece(edges.high(edge), edges.low(edge), ends.get(at)));
        }
        return ends.get(at);
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
