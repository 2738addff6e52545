package org.crease.homology;

/**
 * Walks through the cofacets of a simplex: it and one common neighbour of its points, in ascending order of index. The
 * sign of a cofacet in the coboundary is that of the place at which the new point goes in.
 */
final class Cofacets {
    private final SimplexIndex index;
    private final CommonNeighbours neighbours;
    private final int[] points;
    private int size;
    private int diameter;
    private int place; // number of points above the new one
    private long above;
    private long below;
    private long cofacet;
    private int cofacetDiameter;

    /** For simplices of at most {@code largest} points. */
    Cofacets(RipsGraph graph, SimplexIndex index, int largest) {
        this.index = index;
        this.neighbours = graph.commonNeighbours();
        this.points = new int[largest];
    }

    /** Starts over with the cofacets of a simplex of {@code size} points. */
    void of(long simplex, int simplexSize, int simplexDiameter) {
        index.points(simplex, simplexSize, points);
        neighbours.of(points, simplexSize);
        size = simplexSize;
        diameter = simplexDiameter;
        place = size;
        below = 0;
        above = 0;
        for (int k = 0; k < size; k++) {
            above += index.binomial(points[k], size + 1 - k);
        }
    }

    boolean next() {
        int point = neighbours.next();
        if (point < 0) {
            return false;
        }
        while (place > 0 && points[place - 1] < point) {
            place--;
            above -= index.binomial(points[place], size + 1 - place);
            below += index.binomial(points[place], size - place);
        }
        cofacet = above + index.binomial(point, size + 1 - place) + below;
        cofacetDiameter = Math.max(diameter, neighbours.reach());
        return true;
    }

    long simplex() {
        return cofacet;
    }

    int diameter() {
        return cofacetDiameter;
    }

    boolean isNegative() {
        return (place & 1) != 0;
    }
}
