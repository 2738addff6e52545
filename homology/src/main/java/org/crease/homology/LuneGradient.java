package org.crease.homology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pairs almost every simplex with another of the same longest edge, in closed form. All simplices that an edge brings in
 * are the edge with a clique of its lune. Where some point of the lune, its apex, is joined to all others, cliques with
 * and without it pair off. Where points of the lune are dominated by others, cliques with the first that goes out of it
 * pair off by its hub. What remains unpaired, or <i>critical</i>, are cliques of the core.
 *
 * <p>Within an edge let simplices of the core come first, then those of the last stage and so on, in each stage the ones
 * with the hub first. Then a pair is next to each other in its boundary and coboundary: persistence pairs it too.
 */
final class LuneGradient {
    /** Partner of a critical simplex. */
    static final int NONE = -1;

    private static final int EDGES_BETWEEN_CHECKS = 16;
    private static final int CRITICAL_PER_EDGE = 4;
    private static final long FREE = 20_000; // critical simplices that are few whatever the edges

    private final int points;
    private final int[] ranks; // of the edge of each two points, in the order of lengths
    private final int[] apexes; // of each edge; below EMPTY the place of its collapse
    private final List<Collapse> collapses = new ArrayList<>();

    private LuneGradient(int points, SortedEdges edges) {
        this.points = points;
        ranks = new int[points * points];
        apexes = new int[edges.count()];
        Arrays.fill(ranks, Integer.MAX_VALUE);
    }

    /**
     * The gradient of the filtration by these edges, for homology up to a dimension; none where so many simplices would be
     * critical, more than {@value #CRITICAL_PER_EDGE} an edge, that it is of no use.
     */
    static Optional<LuneGradient> of(int points, SortedEdges edges, int dimension) throws InterruptedException {
        LuneGradient gradient = new LuneGradient(points, edges);
        LuneCollapses lunes = new LuneCollapses(points);
        long left = FREE + (long) CRITICAL_PER_EDGE * edges.count();
        for (int e = 0; e < edges.count() && left >= 0; e++) {
            if (e % EDGES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted at the lune of edge " + e + " of " + edges.count());
            }
            left -= gradient.add(e, edges.high(e), edges.low(e), lunes, dimension, left);
        }
        return left < 0 ? Optional.empty() : Optional.of(gradient);
    }

    /** Adds an edge; the number of its critical simplices, about. */
    private long add(int edge, int i, int j, LuneCollapses lunes, int dimension, long limit)
            throws InterruptedException {
        long critical = 0;
        int apex = lunes.apex(i, j);
        apexes[edge] = apex;
        if (apex == LuneCollapses.NO_APEX) {
            apexes[edge] = LuneCollapses.NO_APEX - collapses.size();
            Collapse collapse = lunes.collapse();
            collapses.add(collapse);
            critical = lunes.cliques(collapse.core(), dimension, limit);
        }
        ranks[i * points + j] = edge;
        ranks[j * points + i] = edge;
        lunes.join(i, j);
        return critical;
    }

    /** The place of an edge in the order of lengths. */
    int rank(int i, int j) {
        return ranks[i * points + j];
    }

    /** Whether the lune of an edge is empty. */
    boolean isAlone(int edge) {
        return apexes[edge] == LuneCollapses.EMPTY;
    }

    /** The point with which an edge, not alone, makes a triangle of its own length that is paired with it. */
    int witness(int edge) {
        return apexes[edge] >= 0 ? apexes[edge] : collapse(edge).core()[0];
    }

    /** The points, ascending, whose cliques with an edge are critical, but the edge and its triangle with the first. */
    int[] core(int edge) {
        return apexes[edge] <= LuneCollapses.NO_APEX ? collapse(edge).core() : new int[0];
    }

    private Collapse collapse(int edge) {
        return collapses.get(LuneCollapses.NO_APEX - apexes[edge]);
    }

    /**
     * The point that a simplex of 3 points or more must gain or lose to become its partner, or {@link #NONE}.
     *
     * @param simplex holds the points, {@code size} of them from {@code from}
     */
    int partner(int[] simplex, int from, int size) {
        int longest = -1;
        int high = -1;
        int low = -1;
        for (int a = from + 1; a < from + size; a++) {
            int row = simplex[a] * points;
            for (int b = from; b < a; b++) {
                int rank = ranks[row + simplex[b]];
                if (rank > longest) {
                    longest = rank;
                    high = simplex[a];
                    low = simplex[b];
                }
            }
        }
        return apexes[longest] >= 0 ? apexes[longest] : collapse(longest).hub(simplex, from, size, high, low);
    }
}
