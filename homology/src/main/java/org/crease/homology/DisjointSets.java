package org.crease.homology;

import java.util.Arrays;

/**
 * Disjoint sets of points, joined two at a time: union by size with path halving. R. Tarjan, J. van Leeuwen, <i>Worst-case
 * analysis of set union algorithms</i>, J. ACM 31, 1984.
 */
final class DisjointSets {
    private final int[] parent;
    private final int[] size;
    private int count;

    DisjointSets(int points) {
        parent = new int[points];
        size = new int[points];
        count = points;
        for (int k = 0; k < points; k++) {
            parent[k] = k;
        }
        Arrays.fill(size, 1);
    }

    /** Joins the sets of two points; whether they were two. */
    boolean join(int i, int j) {
        int a = root(i);
        int b = root(j);
        if (a == b) {
            return false;
        }
        int larger = size[a] >= size[b] ? a : b;
        int smaller = larger == a ? b : a;
        parent[smaller] = larger;
        size[larger] += size[smaller];
        count--;
        return true;
    }

    /** Number of sets. */
    int count() {
        return count;
    }

    /** The point that stands for the set of a point. */
    int root(int point) {
        int at = point;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
