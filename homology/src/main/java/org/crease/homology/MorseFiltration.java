package org.crease.homology;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final SortedEdges edges;
    private final LuneGradient gradient;
    private final SimplexIndex index;
    private final PrimeField field;
    private final int dimension;
    private final DisjointSets components;
    private final Annotations loops;
    private final int[] values; // annotation of each edge, from its higher end to its lower
    private final ClassBirths loopBirths = new ClassBirths();
    private final PersistenceDiagram.Builder h0 = new PersistenceDiagram.Builder(0);
    private final PersistenceDiagram.Builder h1 = new PersistenceDiagram.Builder(1);
    private final MorseCocycles[] higher; // of dimension 2 and above
    private int[] cliques = {}; // of the core at hand, all of one size, ascending
    private int[] larger = new int[64];
    private int largerEnd;

    /**
     * A filtration for dimension 0 to {@code dimension}, at least 1.
     *
     * @throws IllegalArgumentException when there are more simplices than a long can number
     */
    MorseFiltration(int points, SortedEdges edges, LuneGradient gradient, PrimeField field, int dimension) {
        this.edges = edges;
        this.gradient = gradient;
        this.field = field;
        this.dimension = dimension;
        index = new SimplexIndex(points, dimension + 2);
        components = new DisjointSets(points);
        loops = new Annotations(field);
        values = new int[edges.count()];
        higher = new MorseCocycles[dimension + 1];
        for (int d = 2; d <= dimension; d++) {
            higher[d] = new MorseCocycles(gradient, index, field, d);
        }
    }

    /** The diagrams; to be called once. */
    List<PersistenceDiagram> diagrams() throws InterruptedException {
        for (int e = 0; e < edges.count(); e++) {
            requireUninterrupted(e);
            add(e);
        }
        for (int k = 0; k < components.count(); k++) {
            h0.add(0, Double.POSITIVE_INFINITY);
        }
        loopBirths.addLiving(h1);
        List<PersistenceDiagram> diagrams = new ArrayList<>(List.of(h0.build(), h1.build()));
        for (int d = 2; d <= dimension; d++) {
            diagrams.add(higher[d].diagram());
        }
        return diagrams;
    }

    private void requireUninterrupted(int edge) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted at edge " + edge + " of " + edges.count());
        }
    }

    private void add(int edge) throws InterruptedException {
        int i = edges.high(edge);
        int j = edges.low(edge);
        if (!gradient.isAlone(edge)) {
            values[edge] = through(i, j, gradient.witness(edge));
            addCore(edge, gradient.core(edge));
        } else if (components.join(i, j)) {
            h0.add(0, edges.length(edge));
        } else {
            loopBirths.add(edges.length(edge));
            values[edge] = loops.birth();
        }
    }

    /** Adds the critical simplices: the edge with cliques of the core, smaller ones first. */
    private void addCore(int edge, int[] core) throws InterruptedException {
        cliques = core;
        int[] simplex = new int[dimension + 2];
        for (int size = 1; size <= dimension && core.length > 1; size++) {
            // the triangle with the first point is paired with the edge
            for (int at = size == 1 ? 1 : 0; at < cliques.length; at += size) {
                requireUninterrupted(edge);
                insertEnds(edge, at, size, simplex);
                addCritical(simplex, size + 2, edges.length(edge));
            }
            if (size < dimension) {
                extend(edge, core, size);
            }
        }
    }

    /** Replaces cliques by those with one point more. */
    private void extend(int edge, int[] core, int size) {
        largerEnd = 0;
        for (int at = 0; at < cliques.length; at += size) {
            for (int point : core) {
                if (point > cliques[at + size - 1] && isJoined(edge, at, size, point)) {
                    append(at, size, point);
                }
            }
        }
        cliques = Arrays.copyOf(larger, largerEnd);
    }

    private boolean isJoined(int edge, int at, int size, int point) {
        for (int k = at; k < at + size; k++) {
            if (gradient.rank(cliques[k], point) >= edge) {
                return false;
            }
        }
        return true;
    }

    private void append(int at, int size, int point) {
        if (largerEnd + size >= larger.length) {
            larger = Arrays.copyOf(larger, 2 * (largerEnd + size + 1));
        }
        System.arraycopy(cliques, at, larger, largerEnd, size);
        largerEnd += size + 1;
        larger[largerEnd - 1] = point;
    }

    /** Writes a clique and the two ends of the edge in descending order. */
    private void insertEnds(int edge, int at, int size, int[] simplex) {
        int high = edges.high(edge);
        int low = edges.low(edge);
        int place = 0;
        int k = at + size - 1;
        while (k >= at && cliques[k] > high) {
            simplex[place++] = cliques[k--];
        }
        simplex[place++] = high;
        while (k >= at && cliques[k] > low) {
            simplex[place++] = cliques[k--];
        }
        simplex[place++] = low;
        while (k >= at) {
            simplex[place++] = cliques[k--];
        }
    }

    private void addCritical(int[] simplex, int size, float length) throws InterruptedException {
        int below = size - 2;
        int boundary = boundary(simplex, size);
        if (boundary != Annotations.ZERO) {
            end(below, boundary, length);
        } else if (below < dimension) {
            higher[below + 1].birth(simplex, length);
        }
    }

    private void end(int of, int boundary, float length) throws InterruptedException {
        if (of > 1) {
            higher[of].death(boundary, length);
        } else {
            h1.add(loopBirths.end(loops.youngest(boundary)), length);
            loops.vanish(boundary);
        }
    }

    /** The annotation of the boundary of a simplex of {@code size} points. */
    private int boundary(int[] simplex, int size) throws InterruptedException {
        if (size == 3) {
            int around = through(simplex[0], simplex[2], simplex[1]);
            return loops.sum(around, field.negative(1), value(simplex[0], simplex[2]));
        }
        MorseCocycles cocycles = higher[size - 2];
        int[] facet = new int[size - 1];
        int sum = Annotations.ZERO;
        for (int without = 0; without < size; without++) {
            System.arraycopy(simplex, 0, facet, 0, without);
            System.arraycopy(simplex, without + 1, facet, without, size - 1 - without);
            int sign = (without & 1) == 0 ? 1 : field.negative(1);
            sum = cocycles.annotations().sum(sum, sign, cocycles.value(facet));
        }
        return sum;
    }

    /** The annotation of the way from i to j over a point. */
    private int through(int i, int j, int over) {
        int first = value(i, over);
        int start = i > over ? first : loops.sum(Annotations.ZERO, field.negative(1), first);
        return loops.sum(start, over > j ? 1 : field.negative(1), value(over, j));
    }

    /** The annotation of an edge from its higher end to its lower. */
    private int value(int i, int j) {
        return loops.current(values[gradient.rank(i, j)]);
    }
}
