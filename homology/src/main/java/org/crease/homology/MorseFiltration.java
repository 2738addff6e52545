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
            addCritical(edge);
        } else if (components.join(i, j)) {
            h0.add(0, edges.length(edge));
        } else {
            loopBirths.add(edges.length(edge));
            values[edge] = loops.birth();
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
                addCritical(simplex, size + 2, edges.length(edge));
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
