package org.crease.homology;

/**
 * For an end of an edge and another point the edges from that end in whose lune the point pairs simplices off: as the apex or,
 * where there is none, a hub or a point of the core. In lists by half-edge, ascending: 8 bytes an edge and 4 each time that
 * an edge is listed, mostly once at either end; twice as much again while they are made.
 */
final class Followers {
    private final SortedEdges edges;
    private final LuneGradient gradient;
    private final int[] ends; // of each half-edge's list; half-edges of an edge are twice its place and the next
    private final int[] listed; // edges twice, and one more where the lune has no apex

    /** Of the edges before one. */
    Followers(SortedEdges edges, LuneGradient gradient, int before) throws InterruptedException {
        this.edges = edges;
        this.gradient = gradient;
        IntList met = new IntList(); // half-edges that list an edge, edge after edge
        int[] lastMet = new int[before];
        for (int e = 0; e < before; e++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted at edge " + e + " of " + edges.count());
            }
            if (gradient.apex(e) >= 0) {
                addBoth(e, gradient.apex(e), met);
            } else if (!gradient.isAlone(e)) {
                addAll(e, gradient.collapse(e), met);
            }
            lastMet[e] = met.size();
        }
        ends = new int[2 * edges.count() + 1];
        for (int k = 0; k < met.size(); k++) {
            ends[met.get(k) + 1]++;
        }
        for (int k = 1; k < ends.length; k++) {
            ends[k] += ends[k - 1];
        }
        listed = new int[met.size()];
        int k = 0;
        for (int e = 0; e < before; e++) {
            for (; k < lastMet[e]; k++) {
                listed[ends[met.get(k)]++] = 2 * e + (gradient.apex(e) >= 0 ? 0 : 1);
            }
        }
    }

    private void addAll(int e, Collapse collapse, IntList met) {
        char[] hubs = collapse.hubs();
        for (int k = 0; k < hubs.length; k++) {
            if (!contains(collapse.core(), hubs[k], collapse.core().length) && !contains(hubs, hubs[k], k)) {
                addBoth(e, hubs[k], met);
            }
        }
        for (char point : collapse.core()) {
            addBoth(e, point, met);
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

    private void addBoth(int e, int point, IntList met) {
        met.add(halfEdge(edges.high(e), point));
        met.add(halfEdge(edges.low(e), point));
    }

    private int halfEdge(int from, int to) {
        return halfEdge(gradient.rank(from, to), from > to);
    }

    /** The half-edge of an edge from its higher end to its lower, or back. */
    static int halfEdge(int edge, boolean isFromHigh) {
        return 2 * edge + (isFromHigh ? 1 : 0);
    }

    /** Where those after an edge start in the list of edges from the end of a half-edge over the other. */
    int startAfter(int edge, int halfEdge) {
        int low = halfEdge == 0 ? 0 : ends[halfEdge - 1];
        int high = ends[halfEdge];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edge(middle) <= edge) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The place after the last of that list. */
    int end(int halfEdge) {
        return ends[halfEdge];
    }

    /** The edge at a place. */
    int edge(int place) {
        return listed[place] >> 1;
    }

    /** Whether the point over which it is listed is the apex of its lune. */
    boolean isByApex(int place) {
        return (listed[place] & 1) == 0;
    }
}
