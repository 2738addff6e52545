package org.crease.homology;

/**
 * Pairs of a simplex and a cofacet of equal diameter that persistence pairs without any reduction: in the order by
 * diameter, then index, the cofacet is the first of the simplex's and the simplex the last of the cofacet's facets. Nearly
 * all simplices are in such a pair; it is found from the points at hand, never stored.
 *
 * <p>U. Bauer, <i>Ripser</i>, J. Appl. Comput. Topol. 5, 2021, section 3.4.
 */
final class ApparentPairs {
    static final long NONE = -1;

    private final RipsGraph graph;
    private final SimplexIndex index;
    private final CommonNeighbours neighbours;
    private final int[] decoded;
    private final int[] other;
    private final int[] longestAt; // number of longest edges at each point
    private int removed;

    /** For simplices of at most {@code largest} points. */
    ApparentPairs(RipsGraph graph, SimplexIndex index, int largest) {
        this.graph = graph;
        this.index = index;
        this.neighbours = graph.commonNeighbours();
        decoded = new int[largest];
        other = new int[largest];
        longestAt = new int[largest];
    }

    /** The facet with which a simplex is in an apparent pair, or {@link #NONE}. */
    long facet(long simplex, int size, int diameter) {
        index.points(simplex, size, decoded);
        return hasFacet(decoded, size, diameter) ? index.of(other, size - 1) : NONE;
    }

    /** The sign of the simplex in the coboundary of the facet last returned. */
    boolean isNegative() {
        return (removed & 1) != 0;
    }

    /** Whether a simplex, its points in descending order, is in an apparent pair with a facet or a cofacet. */
    boolean contains(int[] points, int size, int diameter) {
        return hasCofacet(points, size, diameter) || hasFacet(points, size, diameter);
    }

    private boolean hasCofacet(int[] points, int size, int diameter) {
        int added = firstCofacet(points, size, diameter);
        if (added < 0) {
            return false;
        }
        int place = insert(points, size, added);
        return lastFacet(other, size + 1, diameter) == place;
    }

    private boolean hasFacet(int[] points, int size, int diameter) {
        int place = lastFacet(points, size, diameter);
        if (place < 0) {
            return false;
        }
        removed = place;
        System.arraycopy(points, 0, other, 0, place);
        System.arraycopy(points, place + 1, other, place, size - place - 1);
        return firstCofacet(other, size - 1, diameter) == points[place];
    }

    /** The point that makes the first cofacet of equal diameter, or -1. */
    private int firstCofacet(int[] points, int size, int diameter) {
        neighbours.of(points, size);
        int point = neighbours.next();
        while (point >= 0 && neighbours.reach() > diameter) {
            point = neighbours.next();
        }
        return point;
    }

    private int insert(int[] points, int size, int added) {
        int place = 0;
        while (place < size && points[place] > added) {
            other[place] = points[place];
            place++;
        }
        other[place] = added;
        System.arraycopy(points, place, other, place + 1, size - place);
        return place;
    }

    /** The place of the point without which the simplex is its last facet of equal diameter, or -1. */
    private int lastFacet(int[] points, int size, int diameter) {
        int longest = countLongest(points, size, diameter);
        for (int place = size - 1; place >= 0; place--) {
            if (longestAt[place] < longest) {
                return place;
            }
        }
        return -1;
    }

    private int countLongest(int[] points, int size, int diameter) {
        int longest = 0;
        for (int a = 0; a < size; a++) {
            longestAt[a] = 0;
            for (int b = 0; b < a; b++) {
                if (graph.length(points[a], points[b]) == diameter) {
                    longest++;
                    longestAt[a]++;
                    longestAt[b]++;
                }
            }
        }
        return longest;
    }
}
