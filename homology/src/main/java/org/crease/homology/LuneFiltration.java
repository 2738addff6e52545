package org.crease.homology;

import java.util.List;
import java.util.Optional;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * Persistent homology of dimensions 0 and 1 over a prime field, edge by edge, without listing triangles.
 *
 * <p>Let the edge between i and j come in, and let its lune be the points that earlier edges join to both. Every simplex
 * that the edge brings in is the edge with a clique of its lune, so the lune's pieces say what happens:
 *
 * <ul>
 *   <li>no point: nothing fills the edge. Two components merge or, when i and j are connected already, a loop is born.
 *   <li>one piece: every path round the edge bounds. Homology stays; the value of each living cocycle on the edge is the
 *       sum of those on (i, w) and (j, w), for any w of the lune.
 *   <li>several: besides that, the quadrilateral i, w, j, w' between two pieces becomes a boundary. If some cocycle is not
 *       zero on it, the youngest such class dies now.
 * </ul>
 *
 * <p>So only edges of the first and the third kind need be looked at in order ({@link CriticalEdges}), and values of cocycles
 * ({@link EdgeCocycles}) only on the quadrilaterals. O(m n / 64) word operations for m edges on n points when lunes are
 * spanned by few points, as they mostly are.
 *
 * <p>Lunes and connectivity: M. Koyama, F. Memoli, V. Robins, K. Turner, <i>Faster computation of degree-1 persistent
 * homology using the reduced Vietoris-Rips filtration</i>, arXiv:2307.16333.
 */
final class LuneFiltration {
    private final int points;
    private final SortedEdges edges;
    private final Optional<CriticalEdges> known;
    private final int threads;
    private final DisjointSets components;
    private final Annotations loops;
    private final EdgeCocycles cocycles;
    private final DenseSum relation;
    private final LoopObserver observer;
    private final ClassBirths births = new ClassBirths();
    private final PersistenceDiagram.Builder h0 = new PersistenceDiagram.Builder(0);
    private final PersistenceDiagram.Builder h1 = new PersistenceDiagram.Builder(1);

    /** A filtration whose lunes so many threads at most search. */
    LuneFiltration(EdgeFiltration filtration, PrimeField field, int threads) {
        this(filtration, field, threads, LoopObserver.NONE);
    }

    /** The same, watched. */
    LuneFiltration(EdgeFiltration filtration, PrimeField field, int threads, LoopObserver observer) {
        this.observer = observer;
        points = filtration.matrix().size();
        edges = filtration.edges();
        known = filtration.critical();
        this.threads = threads;
        components = new DisjointSets(points);
        loops = new Annotations(field);
        cocycles = new EdgeCocycles(filtration.matrix(), loops, field);
        relation = new DenseSum(field);
    }

    /** The diagrams of dimensions 0 and 1; to be called once. */
    List<PersistenceDiagram> diagrams() throws InterruptedException {
        return diagrams(Watch.none());
    }

    /** The diagrams of dimensions 0 and 1; to be called once. */
    List<PersistenceDiagram> diagrams(Watch watch) throws InterruptedException {
        CriticalEdges critical = known.isPresent() ? known.get() : search(watch);
        watch.phase("following loops", 1);
        for (int block = 0; block < critical.blocks(); block++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted at block " + block + " of " + critical.blocks());
            }
            watch.at(block, critical.blocks());
            watch.holds(loops.bytes() + observer.bytes());
            addAll(critical.block(block));
        }
        observer.ended();
        for (int k = 0; k < components.count(); k++) {
            h0.add(0, Double.POSITIVE_INFINITY);
        }
        births.addLiving(h1);
        return List.of(h0.build(), h1.build());
    }

    private CriticalEdges search(Watch watch) throws InterruptedException {
        watch.phase("searching lunes", 0.7);
        return CriticalSearch.among(points, edges, threads, watch);
    }

    private void addAll(IntList critical) throws InterruptedException {
        int at = 0;
        while (at < critical.size()) {
            int edge = critical.get(at);
            int pieces = critical.get(at + 1);
            if (pieces == 0) {
                addAlone(edge);
            }
            for (int piece = 1; piece < pieces; piece++) {
                fill(edge, critical.get(at + 2), critical.get(at + 2 + piece));
            }
            at += 2 + pieces;
        }
    }

    private void addAlone(int edge) {
        int i = edges.high(edge);
        int j = edges.low(edge);
        if (components.join(i, j)) {
            cocycles.joining(i, j);
            h0.add(0, edges.length(edge));
        } else {
            births.add(edges.length(edge));
            cocycles.birth(i, j);
            observer.born(edge);
        }
    }

    /** Fills the quadrilateral over an edge and points of two pieces of its lune. */
    private void fill(int edge, int witness, int other) throws InterruptedException {
        cocycles.goRound(edges.high(edge), edges.low(edge), witness, other, relation);
        if (relation.last() != DenseSum.NONE) {
            SparseVector onRound = relation.take();
            observer.dying(edge, witness, other, onRound);
            h1.add(births.end(onRound.last()), edges.length(edge));
            loops.vanish(onRound);
        }
    }
}
