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
    private final int[] listed; // edges

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
                listed[ends[met.get(k)]++] = e;
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

    /** The half-edge from a point to another to which it is joined. */
    int halfEdge(int from, int to) {
        return 2 * gradient.rank(from, to) + (from > to ? 1 : 0);
    }

    /** Where the list of the edges from the end of a half-edge over the other starts. */
    int start(int halfEdge) {
        return halfEdge == 0 ? 0 : ends[halfEdge - 1];
    }

    /** And the place after it. */
    int end(int halfEdge) {
        return ends[halfEdge];
    }

    /** The edge at a place. */
    int edge(int place) {
        return listed[place];
    }
}
