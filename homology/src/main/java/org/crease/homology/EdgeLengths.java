package org.crease.homology;

/** The lengths of edges, each the bits of its float. */
@FunctionalInterface
interface EdgeLengths {

    /** Of the edge between two different points that are joined. */
    int length(int i, int j);
}
