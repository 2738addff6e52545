package org.crease.homology;

/** Lunes in a graph whose points have many neighbours: one AND of two rows of bits, n² / 8 bytes. */
final class DenseLunes implements LuneCollapses {
    private final BitGraph graph;
    private final int[] names; // of the points, each its own
    private final int[] hints; // the apex last found at each point
    private final PointSet lune;
    private final PointSet apexes;

    DenseLunes(int points) {
        graph = new BitGraph(points);
        names = new int[points];
        for (int point = 0; point < points; point++) {
            names[point] = point;
        }
        hints = new int[points];
        lune = new PointSet(graph.words());
        apexes = new PointSet(graph.words());
    }

    @Override
    public void join(int i, int j) {
        graph.join(i, j);
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

    private int apexNear(int i, int j) {
        if (isApex(hints[i])) {
            return hints[i];
        } else if (isApex(hints[j])) {
            return hints[j];
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
