package org.crease.homology;

/**
 * How the simplices that an edge brings in are paired off where its lune has no apex. In each stage points of the lune go
 * out that a remaining one, the hub, dominates: cliques that hold one pair off by the hub. Cliques of the core, which
 * remains, are paired by the {@link CoreMatching}.
 *
 * @param core what remains, in the order of the matching
 * @param critical for cliques of 1, 2, ... points of the core those left unpaired, one after the other; none where the core
 *     is a point
 * @param gone the points that went out, in this order
 * @param hubs of each stage
 * @param ends how many points have gone by the end of each stage
 */
record Collapse(char[] core, char[][] critical, char[] gone, char[] hubs, char[] ends) {
    private static final int OBJECT = 24; // bytes of an array, or of the record, beside what it holds

    /** Of a lune whose core is a point. */
    static final char[][] NOTHING = {};

    /**
     * Collapses points of a graph and pairs off what is left.
     *
     * @param points at least one; lost
     * @param names of the points of the graph
     * @param largest size of the cliques looked at
     * @param limit of the critical ones, after which they are not all listed
     */
    static Collapse of(BitGraph graph, PointSet points, int[] names, int largest, long limit)
            throws InterruptedException {
        StrongCollapse collapse = new StrongCollapse(graph, points);
        int[] core = {points.next(0)};
        char[][] critical = NOTHING;
        if (points.next(core[0] + 1) >= 0) {
            CoreMatching matching = new CoreMatching(graph, points, largest, limit);
            core = matching.order();
            critical = matching.critical();
            for (char[] cliques : critical) {
                rename(cliques, names);
            }
        }
        return new Collapse(
                renamed(core, names),
                critical,
                renamed(collapse.gone().toArray(), names),
                renamed(collapse.hubs().toArray(), names),
                chars(collapse.ends().toArray()));
    }

    private static char[] chars(int[] numbers) {
        char[] chars = new char[numbers.length];
        for (int k = 0; k < chars.length; k++) {
            chars[k] = (char) numbers[k];
        }
        return chars;
    }

    private static char[] renamed(int[] points, int[] names) {
        char[] renamed = chars(points);
        rename(renamed, names);
        return renamed;
    }

    private static void rename(char[] points, int[] names) {
        for (int k = 0; k < points.length; k++) {
            points[k] = (char) names[points[k]];
        }
    }

    /** The memory it takes, about. */
    long bytes() {
        long chars = (long) core.length + gone.length + hubs.length + ends.length;
        for (char[] cliques : critical) {
            chars += cliques.length;
        }
        return OBJECT * (5L + critical.length) + Character.BYTES * chars;
    }

    /** The number of critical cliques. */
    long criticalCliques() {
        long count = 0;
        for (int size = 1; size <= critical.length; size++) {
            count += critical[size - 1].length / size;
        }
        return count;
    }

    /** The hub of the first stage in which one of some points goes out, or -1 when all are in the core. */
    int hub(int[] points, int from, int size) {
        for (int at = 0; at < gone.length; at++) {
            for (int k = from; k < from + size; k++) {
                if (gone[at] == points[k]) {
                    return hubs[stageOf(at)];
                }
            }
        }
        return -1;
    }

    /** Whether one of the first points of an array goes out by a hub. Looks at the points that do alone: mostly few. */
    boolean goesBy(int hub, int[] points, int size) {
        int start = 0;
        for (int stage = 0; stage < hubs.length; stage++) {
            if (hubs[stage] == hub && isOneGone(start, ends[stage], points, size)) {
                return true;
            }
            start = ends[stage];
        }
        return false;
    }

    private boolean isOneGone(int from, int to, int[] points, int size) {
        for (int at = from; at < to; at++) {
            for (int k = 0; k < size; k++) {
                if (gone[at] == points[k]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the first points of an array, all of the lune, are in the core. Looks at those that are fewer, gone or not. */
    boolean isInCore(int[] points, int size) {
        if (gone.length < core.length) {
            return !isOneGone(0, gone.length, points, size);
        }
        int inCore = 0;
        for (char other : core) {
            for (int k = 0; k < size; k++) {
                inCore += other == points[k] ? 1 : 0;
            }
        }
        return inCore == size;
    }

    private int stageOf(int place) {
        int low = 0;
        int high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
