package org.crease.homology.complex;

import java.util.Arrays;

/**
 * The cells of a triangulation and their neighbours, in two arrays: each cell has one vertex more than the dimension,
 * and across from each vertex a neighbour. Outside of the hull are <i>ghosts</i>, cells of a facet of the hull and the
 * vertex {@link #INFINITE}, so that every facet has two sides. Places of cells that were removed are used again.
 */
final class DelaunayMesh {
    static final int INFINITE = -1;
    static final int NONE = -1;
    private static final int REMOVED = -2;

    private final int width; // vertices of a cell
    private int[] vertices = new int[64];
    private int[] neighbours = new int[64];
    private int count;
    private final IntStore free = new IntStore();

    DelaunayMesh(int dimension) {
        width = dimension + 1;
    }

    /** Number of vertices of a cell. */
    int width() {
        return width;
    }

    /** One past the last cell; some below may be removed. */
    int end() {
        return count;
    }

    /** Adds a cell with vertices and neighbours yet to be set. */
    int add() {
        if (free.size() > 0) {
            return free.removeLast();
        }
        int needed = Math.multiplyExact(count + 1, width);
        while (needed > vertices.length) {
            int capacity = IntStore.grown(vertices.length);
            vertices = Arrays.copyOf(vertices, capacity);
            neighbours = Arrays.copyOf(neighbours, capacity);
        }
        return count++;
    }

    void remove(int cell) {
        vertices[cell * width] = REMOVED;
        free.add(cell);
    }

    boolean isRemoved(int cell) {
        return vertices[cell * width] == REMOVED;
    }

    int vertex(int cell, int place) {
        return vertices[cell * width + place];
    }

    void setVertex(int cell, int place, int vertex) {
        vertices[cell * width + place] = vertex;
    }

    /** Copies the vertices of a cell. */
    void copyVertices(int cell, int[] into) {
        System.arraycopy(vertices, cell * width, into, 0, width);
    }

    int neighbour(int cell, int place) {
        return neighbours[cell * width + place];
    }

    void setNeighbour(int cell, int place, int neighbour) {
        neighbours[cell * width + place] = neighbour;
    }

    /** The place of a vertex in a cell, or of {@link #INFINITE}; {@link #NONE} when it is not there. */
    int place(int cell, int vertex) {
        for (int place = 0; place < width; place++) {
            if (vertex(cell, place) == vertex) {
                return place;
            }
        }
        return NONE;
    }

    /** The place across from which a cell has a neighbour. */
    int placeOfNeighbour(int cell, int neighbour) {
        int place = 0;
        while (neighbour(cell, place) != neighbour) {
            place++;
        }
        return place;
    }

    boolean isGhost(int cell) {
        return place(cell, INFINITE) != NONE;
    }
}
