package org.crease.homology.complex;

/**
 * The triangles of a Vietoris-Rips filtration in order: one block after another, of those whose longest edge is the first, the
 * second, ... in the order of edges. Within a block any order will do, as all come at once.
 */
final class TriangleBlocks {
    private final RipsTriangles triangles;
    private final int first; // number of the first triangle as a simplex
    private final int[] position; // of simplices
    private final int[] order; // of triangles, as simplices
    private final int[] edges; // the longest of each triangle
    private final int[] starts; // by edge
    private final int[] sizes;
    private int[] moved = new int[64];

    /**
     * Blocks in the order of edges.
     *
     * @param inOrder all triangles, block by block
     * @param edgeCount how many edges there are; as simplices they come right before the triangles
     * @param first the simplex that the first triangle is
     * @param position of simplices, those of the triangles to be kept here; of edges they are there already
     */
    TriangleBlocks(RipsTriangles triangles, int[] inOrder, int edgeCount, int first, int[] position) {
        this.triangles = triangles;
        this.first = first;
        this.position = position;
        order = new int[inOrder.length];
        edges = new int[inOrder.length];
        starts = new int[edgeCount];
        sizes = new int[edgeCount];
        for (int at = 0; at < inOrder.length; at++) {
            int longest = longest(inOrder[at], first - edgeCount);
            edges[inOrder[at]] = longest;
            sizes[longest]++;
            place(first + inOrder[at], at);
        }
        int start = 0;
        int[] byPlace = new int[edgeCount];
        for (int edge = 0; edge < edgeCount; edge++) {
            byPlace[position[first - edgeCount + edge]] = edge;
        }
        for (int edge : byPlace) {
            starts[edge] = start;
            start += sizes[edge];
        }
    }

    private int longest(int triangle, int firstEdge) {
        int longest = triangles.side(triangle, 0);
        for (int opposite = 1; opposite < 3; opposite++) {
            int side = triangles.side(triangle, opposite);
            longest = position[firstEdge + side] > position[firstEdge + longest] ? side : longest;
        }
        return longest;
    }

    private void place(int simplex, int at) {
        order[at] = simplex;
        position[simplex] = at;
    }

    /** The triangles, as simplices; not to be changed. */
    int[] order() {
        return order;
    }

    /** The edge in whose block a triangle is. */
    int edge(int simplex) {
        return edges[simplex - first];
    }

    /** Exchanges the blocks of two edges, that of {@code b} right after that of {@code a}. */
    void exchange(int a, int b, Transpositions pairs) throws InterruptedException {
        if (sizes[b] == 0) {
            starts[b] = starts[a];
            return;
        }
        int shared = moveSharedToTheEnd(a, b, pairs);
        int count = shared == Transpositions.NONE ? sizes[b] : sizes[b] - 1;
        for (int k = 0; k < count && sizes[a] > 0; k++) {
            moveBefore(a, order[starts[b] + k], pairs);
        }
        rotate(starts[a], sizes[a], count);
        starts[b] = starts[a];
        starts[a] += count;
        sizes[b] = count;
        if (shared != Transpositions.NONE) {
            edges[shared - first] = a;
            sizes[a]++;
        }
    }

    /** The triangle in the block of {@code b} that has edge {@code a} too, which is the longest now. */
    private int moveSharedToTheEnd(int a, int b, Transpositions pairs) throws InterruptedException {
        int end = starts[b] + sizes[b];
        for (int at = starts[b]; at < end; at++) {
            int shared = order[at];
            if (has(shared - first, a)) {
                for (; at + 1 < end; at++) {
                    pairs.transpose(shared, order[at + 1]);
                    place(order[at + 1], at);
                }
                place(shared, end - 1);
                return shared;
            }
        }
        return Transpositions.NONE;
    }

    private boolean has(int triangle, int edge) {
        return triangles.side(triangle, 0) == edge
                || triangles.side(triangle, 1) == edge
                || triangles.side(triangle, 2) == edge;
    }

    /** Moves a triangle before a block that it comes after. */
    private void moveBefore(int edge, int simplex, Transpositions pairs) throws InterruptedException {
        int before = Integer.MAX_VALUE;
        for (int other = last(pairs.sum(simplex), edge, before);
                other != Transpositions.NONE;
                other = last(pairs.sum(simplex), edge, before)) {
            before = position[other];
            pairs.transpose(other, simplex);
        }
    }

    /** The last triangle of a sum that is in a block, before a place. */
    private int last(int[] sum, int edge, int before) {
        int last = Transpositions.NONE;
        int place = -1;
        for (int simplex : sum) {
            if (edges[simplex - first] == edge && position[simplex] > place && position[simplex] < before) {
                last = simplex;
                place = position[simplex];
            }
        }
        return last;
    }

    /** Puts so many triangles at a place behind as many others. */
    private void rotate(int start, int size, int count) {
        if (moved.length < size) {
            moved = new int[2 * size];
        }
        System.arraycopy(order, start, moved, 0, size);
        for (int k = 0; k < count; k++) {
            place(order[start + size + k], start + k);
        }
        for (int k = 0; k < size; k++) {
            place(moved[k], start + count + k);
        }
    }
}
