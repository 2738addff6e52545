package org.crease.homology;

/**
 * The edges of a Vietoris-Rips filtration up to its last scale. A length is the bits of its float, which compare as the
 * floats do since none is negative.
 */
interface RipsGraph {
    /** Of two points that are never joined. */
    int NEVER = Integer.MAX_VALUE;

    int points();

    /** The length of the edge between two different points, or {@link #NEVER}. */
    int length(int i, int j);

    /** A new cursor over points joined to all of some others. */
    CommonNeighbours commonNeighbours();
}
