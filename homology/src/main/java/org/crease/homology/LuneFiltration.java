package org.crease.homology;

import java.util.Arrays;
import java.util.List;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;

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
 * <p>In place of one column reduction for each edge there are two look-ups ({@link Annotations}). O(m n / 64) word operations
 * for m edges on n points when lunes are spanned by few points, as they mostly are; 4 bytes a pair for cocycle values.
 *
 * <p>Lunes and connectivity: M. Koyama, F. Memoli, V. Robins, K. Turner, <i>Faster computation of degree-1 persistent
 * homology using the reduced Vietoris-Rips filtration</i>, arXiv:2307.16333.
 */
final class LuneFiltration {
    private static final int EDGES_BETWEEN_CHECKS = 16;

    private final SortedEdges edges;
    private final Lunes lunes;
    private final DisjointSets components;
    private final PrimeField field;
    private final Annotations cocycles;
    private final int[] values; // annotation of each edge, from its higher end to its lower, by the index of its pair
    private float[] births = new float[64]; // of classes of dimension 1; NaN once dead
    private final LoopObserver observer;
    private final PersistenceDiagram.Builder h0 = new PersistenceDiagram.Builder(0);
    private final PersistenceDiagram.Builder h1 = new PersistenceDiagram.Builder(1);

    LuneFiltration(DistanceMatrix matrix, SortedEdges edges, PrimeField field) {
        this(matrix, edges, field, LoopObserver.NONE);
    }

    LuneFiltration(DistanceMatrix matrix, SortedEdges edges, PrimeField field, LoopObserver observer) {
        this.observer = observer;
        this.field = field;
        this.cocycles = new Annotations(field);
        this.edges = edges;
        this.lunes = new Lunes(matrix.size());
        this.components = new DisjointSets(matrix.size());
        this.values = new int[matrix.pairs()];
    }

    /** The diagrams of dimensions 0 and 1; to be called once. */
    List<PersistenceDiagram> diagrams() throws InterruptedException {
        for (int e = 0; e < edges.count(); e++) {
            if (e % EDGES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted at edge " + e + " of " + edges.count());
            }
            add(e, edges.high(e), edges.low(e), edges.length(e));
        }
        observer.ended(this::cocycle);
        for (int k = 0; k < components.count(); k++) {
            h0.add(0, Double.POSITIVE_INFINITY);
        }
        for (int c = 0; c < cocycles.classes(); c++) {
            if (!Float.isNaN(births[c])) {
                h1.add(births[c], Double.POSITIVE_INFINITY);
            }
        }
        return List.of(h0.build(), h1.build());
    }

    private void add(int edge, int i, int j, float length) throws InterruptedException {
        int pieces = lunes.pieces(i, j);
        if (pieces > 0) {
            values[DistanceMatrix.index(i, j)] = fill(edge, i, j, pieces, length);
        } else if (components.join(i, j)) {
            h0.add(0, length);
        } else {
            values[DistanceMatrix.index(i, j)] = birth(edge, length);
        }
        lunes.join(i, j);
    }

    private int birth(int edge, float length) {
        int born = cocycles.classes();
        if (born == births.length) {
            births = Arrays.copyOf(births, 2 * born);
        }
        births[born] = length;
        observer.born(born, edge);
        return cocycles.birth();
    }

    /** Fills the edge from i to j with the triangles over its lune; returns its annotation. */
    private int fill(int edge, int i, int j, int pieces, float length) throws InterruptedException {
        int value = through(i, j, lunes.witness(0));
        for (int piece = 1; piece < pieces; piece++) {
            int relation = cocycles.sum(value, field.negative(1), through(i, j, lunes.witness(piece)));
            if (relation != Annotations.ZERO) {
                int dying = cocycles.youngest(relation);
                observer.dying(dying, edge, lunes.witness(0), lunes.witness(piece), this::cocycle);
                h1.add(births[dying], length);
                births[dying] = Float.NaN;
                cocycles.vanish(relation);
                value = cocycles.current(value);
            }
        }
        return value;
    }

    /** The value of a class's cocycle on an edge. */
    private int cocycle(int of, int i, int j) {
        return cocycles.value(value(i, j), of);
    }

    /** The annotation of the way from i to j over a point. */
    private int through(int i, int j, int witness) {
        int first = value(i, witness);
        int start = i > witness ? first : cocycles.sum(Annotations.ZERO, field.negative(1), first);
        return cocycles.sum(start, witness > j ? 1 : field.negative(1), value(j, witness));
    }

    /** The annotation of an edge from its higher end to its lower. */
    private int value(int i, int j) {
        return cocycles.current(values[DistanceMatrix.index(i, j)]);
    }
}
