package org.crease.homology;

import java.util.Arrays;

/** A growing forest on numbered points. */
final class SpanningForest {
    private static final int NONE = -1;

    private final int[] first; // half-edge at each point
    private final int[] next; // half-edge at the same point
    private final int[] to; // point at the other end
    private int halfEdges;

    SpanningForest(int points) {
        first = new int[points];
        next = new int[2 * Math.max(0, points - 1)];
        to = new int[next.length];
        Arrays.fill(first, NONE);
    }

    /** Joins points of two trees. */
    void join(int i, int j) {
        add(i, j);
        add(j, i);
    }

    private void add(int i, int j) {
        to[halfEdges] = j;
        next[halfEdges] = first[i];
        first[i] = halfEdges++;
    }

    /** The forest as it is, the lowest point of each tree its root; by breadth-first search. */
    RootedForest rooted() {
        int[] order = new int[first.length];
        int[] places = new int[first.length];
        int[] parents = new int[first.length];
        Arrays.fill(places, NONE);
        int end = 0;
        for (int root = 0; root < first.length; root++) {
            if (places[root] != NONE) {
                continue;
            }
            places[root] = end;
            parents[end] = end;
            order[end] = root;
            for (int at = end++; at < end; at++) {
                for (int half = first[order[at]]; half != NONE; half = next[half]) {
                    if (places[to[half]] == NONE) {
                        places[to[half]] = end;
                        parents[end] = at;
                        order[end++] = to[half];
                    }
                }
            }
        }
        return new RootedForest(order, places, parents);
    }
}
