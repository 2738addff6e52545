package org.crease.homology.complex;

import java.util.Arrays;

/** The triangles of a graph by number, in memory that goes with the cube of its points. */
final class RipsTriangles {
    private static final int NONE = -1;

    private final RipsEdges edges;
    private final int[] numbers; // by three points
    private final int[] points; // three a triangle, descending
    private final int count;

    private RipsTriangles(RipsEdges edges, int[] numbers, int[] points) {
        this.edges = edges;
        this.numbers = numbers;
        this.points = points;
        count = points.length / 3;
    }

    /** Those of no triangle. */
    static RipsTriangles none(RipsEdges edges) {
        return new RipsTriangles(edges, new int[0], new int[0]);
    }

    /** Those of all triangles. */
    static RipsTriangles of(RipsEdges edges) throws InterruptedException {
        int[] numbers = new int[Math.toIntExact(place(edges.points(), 0, 0))];
        Arrays.fill(numbers, NONE);
        IntStore found = new IntStore();
        for (int i = 0; i < edges.points(); i++) {
            for (int j = 0; j < i; j++) {
                Interruption.check("listing triangles");
                for (int k = 0; k < j && edges.number(i, j) != RipsEdges.NONE; k++) {
                    if (edges.number(i, k) != RipsEdges.NONE && edges.number(j, k) != RipsEdges.NONE) {
                        numbers[(int) place(i, j, k)] = found.size() / 3;
                        found.add(i);
                        found.add(j);
                        found.add(k);
                    }
                }
            }
        }
        return new RipsTriangles(edges, numbers, found.toArray());
    }

    private static long place(long i, long j, long k) {
        return i * (i - 1) * (i - 2) / 6 + j * (j - 1) / 2 + k;
    }

    int count() {
        return count;
    }

    /** The number of the triangle of three different points. */
    int number(int a, int b, int c) {
        int high = Math.max(a, Math.max(b, c));
        int low = Math.min(a, Math.min(b, c));
        return numbers[(int) place(high, a + b + c - high - low, low)];
    }

    /** One of the three edges of a triangle: that opposite to its first, second or third point. */
    int side(int triangle, int opposite) {
        int one = points[3 * triangle + (opposite == 0 ? 1 : 0)];
        int other = points[3 * triangle + (opposite == 2 ? 1 : 2)];
        return edges.number(one, other);
    }

    /** The point of a triangle that is not on one of its edges. */
    int apex(int triangle, int edge) {
        int opposite = 0;
        while (side(triangle, opposite) != edge) {
            opposite++;
        }
        return points[3 * triangle + opposite];
    }
}
