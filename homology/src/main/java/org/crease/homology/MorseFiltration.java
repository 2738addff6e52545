package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * Persistent homology of any dimension over a prime field, edge by edge. A {@link LuneGradient} pairs nearly all simplices
 * that an edge brings in; each critical one that remains ends a class, where the value of some living cocycle on its
 * boundary is not zero, or is the birth of one. Values are computed where they are asked for, by {@link MorseCocycles}.
 *
 * <p>Time goes with the edges, and with the critical simplices: few on clouds of low inner dimension, nearly all on noise of
 * many dimensions or random weights.
 *
 * <p>R. Forman, <i>Morse theory for cell complexes</i>, Adv. Math. 134, 1998; K. Mischaikow, V. Nanda, <i>Morse theory for
 * filtrations</i>, Discrete Comput. Geom. 50, 2013.
 */
final class MorseFiltration {
    private static final int EDGES_BETWEEN_CHECKS = 16;

    private final SortedEdges edges;
    private final LuneGradient gradient;
    private final DisjointSets components;
    private final PersistenceDiagram.Builder h0 = new PersistenceDiagram.Builder(0);
    private final MorseCocycles[] cocycles; // by dimension, from 1
    private final MorseObserver observer;

    /**
     * A filtration for dimension 0 to {@code dimension}, at least 1.
     *
     * @throws IllegalArgumentException when there are more simplices than a long can number
     */
    MorseFiltration(int points, SortedEdges edges, LuneGradient gradient, PrimeField field, int dimension) {
        this(points, edges, gradient, field, dimension, MorseObserver.NONE);
    }

    /** The same, watched. */
    MorseFiltration(
            int points,
            SortedEdges edges,
            LuneGradient gradient,
            PrimeField field,
            int dimension,
            MorseObserver observer) {
        this.observer = observer;
        this.edges = edges;
        this.gradient = gradient;
        SimplexIndex index = new SimplexIndex(points, dimension + 2);
        components = new DisjointSets(points);
        cocycles = new MorseCocycles[dimension + 1];
        for (int d = 1; d <= dimension; d++) {
            cocycles[d] = new MorseCocycles(gradient, index, field, d);
        }
    }

    /** The diagrams; to be called once. */
    List<PersistenceDiagram> diagrams(Watch watch) throws InterruptedException {
        for (int e = 0; e < edges.count(); e++) {
            if (e % EDGES_BETWEEN_CHECKS == 0) {
                requireUninterrupted(e);
                watch.at(e, edges.count());
                watch.holds(bytes() + observer.bytes());
            }
            if (!gradient.isAlone(e)) {
                addCritical(e);
            } else if (components.join(edges.high(e), edges.low(e))) {
                h0.add(0, edges.length(e));
            } else {
                birth(new int[] {edges.high(e), edges.low(e)}, edges.length(e));
            }
        }
        for (int k = 0; k < components.count(); k++) {
            h0.add(0, Double.POSITIVE_INFINITY);
        }
        List<PersistenceDiagram> diagrams = new ArrayList<>();
        diagrams.add(h0.build());
        for (int d = 1; d < cocycles.length; d++) {
            observer.ended(d);
            diagrams.add(cocycles[d].diagram());
        }
        return diagrams;
    }

    private long bytes() {
        long bytes = 0;
        for (int d = 1; d < cocycles.length; d++) {
            bytes += cocycles[d].bytes();
        }
        return bytes;
    }

    private void requireUninterrupted(int edge) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted at edge " + edge + " of " + edges.count());
        }
    }

    /** Adds the critical simplices: the edge with cliques of its lune, smaller ones first. */
    private void addCritical(int edge) throws InterruptedException {
        char[][] critical = gradient.critical(edge);
        for (int size = 1; size <= critical.length; size++) {
            char[] cliques = critical[size - 1];
            int[] simplex = new int[size + 2];
            for (int at = 0; at < cliques.length; at += size) {
                requireUninterrupted(edge);
                simplex[0] = edges.high(edge);
                simplex[1] = edges.low(edge);
                for (int k = 0; k < size; k++) {
                    insert(cliques[at + k], simplex, k + 2);
                }
                addCritical(simplex, edges.length(edge));
            }
        }
    }

    /** Inserts a point among the first points of a simplex, which are in descending order. */
    private static void insert(int point, int[] simplex, int size) {
        int place = size;
        while (place > 0 && simplex[place - 1] < point) {
            simplex[place] = simplex[place - 1];
            place--;
        }
        simplex[place] = point;
    }

    private void addCritical(int[] simplex, float length) throws InterruptedException {
        int dimension = simplex.length - 1;
        MorseCocycles below = cocycles[dimension - 1];
        SparseVector onBoundary = below.onBoundary(simplex);
        if (onBoundary.size() > 0) {
            observer.dying(onBoundary, simplex, length);
            below.death(onBoundary, length);
        } else if (dimension < cocycles.length) {
            birth(simplex, length);
        }
    }

    private void birth(int[] simplex, float length) {
        cocycles[simplex.length - 1].birth(simplex, length);
        observer.born(simplex, length);
    }
}
