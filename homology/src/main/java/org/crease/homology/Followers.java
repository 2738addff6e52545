package org.crease.homology;

import java.util.Arrays;

/**
 * For an end of an edge and another point the edges from that end in whose lune the point pairs simplices off: as the apex or,
 * where there is none, a hub or a point of the core. In lists by half-edge, ascending: 8 bytes an edge and 16 each time that
 * an edge is listed, mostly once at either end.
 */
final class Followers {
    static final int NONE = -1;

    private final SortedEdges edges;
    private final LuneGradient gradient;
    private final int[] first; // entry of each half-edge; half-edges of an edge are twice its place and the next
    private int[] next; // entry
    private int[] edge; // of each entry
    private int count;

    Followers(SortedEdges edges, LuneGradient gradient) throws InterruptedException {
        this.edges = edges;
        this.gradient = gradient;
        first = new int[2 * edges.count()];
        next = new int[2 * edges.count()];
        edge = new int[2 * edges.count()];
        Arrays.fill(first, NONE);
        for (int e = edges.count() - 1; e >= 0; e--) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted at edge " + e + " of " + edges.count());
            }
            if (gradient.apex(e) >= 0) {
                addBoth(e, gradient.apex(e));
            } else if (!gradient.isAlone(e)) {
                addAll(e, gradient.collapse(e));
            }
        }
    }

    private void addAll(int e, Collapse collapse) {
        char[] hubs = collapse.hubs();
        for (int k = 0; k < hubs.length; k++) {
            if (!contains(collapse.core(), hubs[k], collapse.core().length) && !contains(hubs, hubs[k], k)) {
                addBoth(e, hubs[k]);
            }
        }
        for (char point : collapse.core()) {
            addBoth(e, point);
        }
    }

    private static boolean contains(char[] points, char point, int size) {
        for (int k = 0; k < size; k++) {
            if (points[k] == point) {
                return true;
            }
        }
        return false;
    }

    private void addBoth(int e, int point) {
        add(e, halfEdge(edges.high(e), point));
        add(e, halfEdge(edges.low(e), point));
    }

    private void add(int e, int halfEdge) {
        if (count == edge.length) {
            next = Arrays.copyOf(next, 2 * count);
            edge = Arrays.copyOf(edge, 2 * count);
        }
        edge[count] = e;
        next[count] = first[halfEdge];
        first[halfEdge] = count++;
    }

    private int halfEdge(int from, int to) {
        return 2 * gradient.rank(from, to) + (from > to ? 1 : 0);
    }

    /** The first entry of the edges from a point over another, to which it is joined; or {@link #NONE}. */
    int first(int end, int over) {
        return first[halfEdge(end, over)];
    }

    /** The next entry, or {@link #NONE}. */
    int next(int entry) {
        return next[entry];
    }

    /** The edge of an entry. */
    int edge(int entry) {
        return edge[entry];
    }
}
