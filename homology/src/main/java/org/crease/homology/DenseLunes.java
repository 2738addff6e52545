package org.crease.homology;

/**
 * Lunes in a graph whose points have many neighbours: one AND of two rows of bits, n² / 8 bytes. An apex is mostly among those
 * neighbours of an end that came first. The guesses depend on the graph alone, not on what other edges were asked for, so that the
 * apexes are the same however edges are dealt out to threads.
 */
final class DenseLunes implements LuneCollapses {
    private static final int GUESSES = 16; // at each end: twice or four times as many take no less time

    private final BitGraph graph;
    private final int[] names; // of the points, each its own
    private final int[][] first; // neighbours of each point, as they came
    private final int[] known; // how many there are of these
    private final PointSet lune;
    private final PointSet apexes;

    /** Lunes in a graph that has no edge yet. */
    DenseLunes(int points) {
        graph = new BitGraph(points);
        names = new int[points];
        for (int point = 0; point < points; point++) {
            names[point] = point;
        }
        first = new int[points][GUESSES];
        known = new int[points];
        lune = new PointSet(graph.words());
        apexes = new PointSet(graph.words());
    }

    @Override
    public void join(int i, int j) {
        graph.join(i, j);
        note(i, j);
        note(j, i);
    }

    private void note(int point, int neighbour) {
        if (known[point] < GUESSES) {
            first[point][known[point]++] = neighbour;
        }
    }

    /** Tries the first neighbours of both ends, in turns, before all points. */
    @Override
    public int apex(int i, int j) {
        if (!graph.common(i, j, lune)) {
            return EMPTY;
        }
        int tries = Math.min(known[i], known[j]);
        for (int k = 0; k < tries; k++) {
            if (isApex(first[i][k])) {
                return first[i][k];
            } else if (isApex(first[j][k])) {
                return first[j][k];
            }
        }
        apexes.copy(lune);
        int apex = graph.joinedToAll(lune, apexes);
        return apex < 0 ? NO_APEX : apex;
    }

    private boolean isApex(int point) {
        return lune.contains(point) && graph.isApex(point, lune);
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
