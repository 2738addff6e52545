package org.crease.homology.complex;

import java.util.Arrays;

/**
 * The triangles of each edge's block in an order in which most come after one that makes a tetrahedron's boundary with
 * them: their apexes, the points of the edge's lune, by breadth-first search along edges that are shorter. The four triangles
 * of the edge, an apex and the one that it was reached from sum up to zero, so those columns are reduced beforehand.
 */
final class LuneForests {
    private final RipsEdges edges;
    private final RipsTriangles triangles;
    private final int[] places; // of edges
    private final int[] order;
    private final int[][] sums;
    private int size;

    LuneForests(RipsEdges edges, RipsTriangles triangles, int[] edgesInOrder) throws InterruptedException {
        this.edges = edges;
        this.triangles = triangles;
        places = new int[edgesInOrder.length];
        for (int place = 0; place < places.length; place++) {
            places[edgesInOrder[place]] = place;
        }
        order = new int[triangles.count()];
        sums = new int[triangles.count()][];
        int[] starts = new int[places.length + 1]; // of the triangles by longest edge
        int[] longest = new int[triangles.count()];
        for (int triangle = 0; triangle < longest.length; triangle++) {
            longest[triangle] = longest(triangle);
            starts[longest[triangle] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] blocks = new int[longest.length];
        for (int triangle = 0; triangle < longest.length; triangle++) {
            blocks[next[longest[triangle]]++] = triangle;
        }
        for (int edge : edgesInOrder) {
            Interruption.check("searching lunes");
            search(edge, Arrays.copyOfRange(blocks, starts[edge], starts[edge + 1]));
        }
    }

    private int longest(int triangle) {
        int longest = triangles.side(triangle, 0);
        for (int opposite = 1; opposite < 3; opposite++) {
            int side = triangles.side(triangle, opposite);
            longest = places[side] > places[longest] ? side : longest;
        }
        return longest;
    }

    private void search(int edge, int[] block) {
        int begin = size;
        int[] left = block.clone();
        int[] apexes = new int[block.length];
        for (int k = 0; k < left.length; k++) {
            apexes[k] = triangles.apex(left[k], edge);
        }
        int count = left.length;
        for (int at = begin; at < begin + block.length; at++) {
            if (at == size) {
                order[size++] = left[--count];
            }
            int from = triangles.apex(order[at], edge);
            for (int k = count - 1; k >= 0; k--) {
                int between = edges.number(from, apexes[k]);
                if (between != RipsEdges.NONE && places[between] < places[edge]) {
                    order[size++] = left[k];
                    sums[left[k]] = tetrahedron(edge, from, apexes[k]);
                    count--;
                    left[k] = left[count];
                    apexes[k] = apexes[count];
                }
            }
        }
    }

    private int[] tetrahedron(int edge, int w, int v) {
        int i = edges.high(edge);
        int j = edges.low(edge);
        int[] four = {
            triangles.number(i, j, w), triangles.number(i, j, v), triangles.number(i, w, v), triangles.number(j, w, v)
        };
        Arrays.sort(four);
        return four;
    }

    /** All triangles. */
    int[] order() {
        return order;
    }

    /** The triangles, ascending, that sum up to zero with a triangle, itself among them, where that is known. */
    int[][] sums() {
        return sums;
    }
}
