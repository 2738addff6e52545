package org.crease.homology;

import java.util.Arrays;

/**
 * Lunes in a graph whose points have many neighbours: one AND of two rows of bits, n² / 8 bytes. An apex is mostly also one of
 * an edge nearby, of about the same length.
 */
final class DenseLunes implements LuneCollapses {
    private static final int NOBODY = -1;

    private final BitGraph graph;
    private final int[] names; // of the points, each its own
    private final EdgeRanks ranks;
    private final int[] known; // apexes of earlier edges, as far as they have been found
    private final int[] hints; // the apex last found at each point
    private final int[] nearest; // the first neighbour of each point
    private final PointSet lune;
    private final PointSet apexes;

    /**
     * Lunes in a graph that has no edge yet.
     *
     * @param known apexes of edges, which may be written to meanwhile: they are guesses only
     */
    DenseLunes(int points, EdgeRanks ranks, int[] known) {
        this.ranks = ranks;
        this.known = known;
        graph = new BitGraph(points);
        names = new int[points];
        for (int point = 0; point < points; point++) {
            names[point] = point;
        }
        hints = new int[points];
        nearest = new int[points];
        Arrays.fill(nearest, NOBODY);
        lune = new PointSet(graph.words());
        apexes = new PointSet(graph.words());
    }

    @Override
    public void join(int i, int j) {
        graph.join(i, j);
        nearest[i] = nearest[i] == NOBODY ? j : nearest[i];
        nearest[j] = nearest[j] == NOBODY ? i : nearest[j];
    }

    @Override
    public int apex(int i, int j) {
        if (!graph.common(i, j, lune)) {
            return EMPTY;
        }
        int apex = apexNear(i, j);
        if (apex >= 0) {
            hints[i] = apex;
            hints[j] = apex;
        }
        return apex;
    }

    /** Tries apexes of edges nearby before all points. */
    private int apexNear(int i, int j) {
        if (isApex(hints[i])) {
            return hints[i];
        } else if (isApex(hints[j])) {
            return hints[j];
        }
        int guess = apexOf(i, nearest[j]);
        if (isApex(guess)) {
            return guess;
        }
        guess = apexOf(j, nearest[i]);
        if (isApex(guess)) {
            return guess;
        }
        apexes.copy(lune);
        int apex = graph.joinedToAll(lune, apexes);
        return apex < 0 ? NO_APEX : apex;
    }

    private int apexOf(int i, int j) {
        int edge = i == j ? EdgeRanks.NEVER : ranks.rank(i, j);
        return edge == EdgeRanks.NEVER ? NOBODY : known[edge];
    }

    private boolean isApex(int point) {
        return point >= 0 && lune.contains(point) && graph.isApex(point, lune);
    }

    @Override
    public Collapse collapse(int largest, long limit) throws InterruptedException {
        int size = lune.count();
        return size <= 2 * graph.words()
                ? collapseApart(lune.members(), largest, limit)
                : Collapse.of(graph, lune, names, largest, limit);
    }

    /** Collapses a small lune as a graph of its own, whose rows are shorter. */
    private Collapse collapseApart(int[] members, int largest, long limit) throws InterruptedException {
        BitGraph small = new BitGraph(members.length);
        for (int a = 1; a < members.length; a++) {
            for (int b = 0; b < a; b++) {
                if (graph.areJoined(members[a], members[b])) {
                    small.join(a, b);
                }
            }
        }
        PointSet all = new PointSet(small.words());
        all.fill(members.length);
        return Collapse.of(small, all, members, largest, limit);
    }
}
