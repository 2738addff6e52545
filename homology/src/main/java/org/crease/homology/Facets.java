package org.crease.homology;

/**
 * Walks through the facets of a simplex. The sign of a facet in the boundary is that of the place of the point left out, in
 * descending order.
 */
final class Facets {
    private final SimplexIndex index;
    private final EdgeLengths lengths;
    private final int size;
    private final int[] points;
    private final int[] between; // lengths of edges, by the places of their points
    private int longestHigh; // places of the ends of the longest edge
    private int longestLow;
    private int place;

    /** For simplices of {@code size} points, at least 2. */
    Facets(SimplexIndex index, EdgeLengths lengths, int size) {
        this.index = index;
        this.lengths = lengths;
        this.size = size;
        points = new int[size];
        between = new int[size * size];
    }

    /** Starts over with the facets of a simplex. */
    void of(long simplex) {
        index.points(simplex, size, points);
        place = -1;
        int longest = -1;
        for (int a = 1; a < size; a++) {
            for (int b = 0; b < a; b++) {
                int length = lengths.length(points[a], points[b]);
                between[a * size + b] = length;
                if (length > longest) {
                    longest = length;
                    longestHigh = a;
                    longestLow = b;
                }
            }
        }
    }

    boolean next() {
        return ++place < size;
    }

    long facet() {
        return index.without(place, points, size);
    }

    int diameter() {
        if (place != longestHigh && place != longestLow) {
            return between[longestHigh * size + longestLow];
        }
        int longest = 0;
        for (int a = 1; a < size; a++) {
            for (int b = 0; b < a && a != place; b++) {
                if (b != place) {
                    longest = Math.max(longest, between[a * size + b]);
                }
            }
        }
        return longest;
    }

    boolean isNegative() {
        return (place & 1) != 0;
    }
}
