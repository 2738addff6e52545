package org.crease.homology.complex;

import java.util.Arrays;

/** Disjoint sets whose root is the eldest element, as the caller says when two are joined; with path halving. */
final class ElderSets {
    private final int[] parent;

    ElderSets(int elements) {
        parent = new int[elements];
        Arrays.setAll(parent, k -> k);
    }

    int root(int element) {
        int at = element;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Joins the set of a root to that of an elder root. */
    void join(int younger, int elder) {
        parent[younger] = elder;
    }
}
