package org.crease.probes.partition;

import java.util.Arrays;

/**
 * A window cut into convex polygons that share their vertices and edges: a doubly connected edge list (Muller and
 * Preparata, <i>Finding the intersection of two convex polyhedra</i>, 1978) in growing arrays. Edges and faces are only ever
 * split, so a vertex knows between which two older ones it was put, and a face which older one it was cut from: what is
 * known of the older ones carries over.
 *
 * <p>Edge e has the half-edges 2e and 2e + 1, in opposite directions, each with the face on its left.
 */
final class Subdivision {
    static final int OUTSIDE = -1;

    private double[] x = new double[16];
    private double[] y = new double[16];
    private int[] before = new int[16];
    private int[] after = new int[16];
    private double[] share = new double[16];
    private int vertices;

    private int[] origin = new int[32];
    private int[] next = new int[32];
    private int[] previous = new int[32];
    private int[] face = new int[32];
    private int[] line = new int[16];
    private int edges;

    private int[] start = new int[8];
    private int[] cutFrom = new int[8];
    private int faces;

    /** A window in one piece. */
    Subdivision(Window window) {
        addVertex(window.left(), window.bottom(), 0, 0, 0);
        addVertex(window.right(), window.bottom(), 1, 1, 0);
        addVertex(window.right(), window.top(), 2, 2, 0);
        addVertex(window.left(), window.top(), 3, 3, 0);
        for (int corner = 0; corner < 4; corner++) {
            addEdge(corner, (corner + 1) % 4, OUTSIDE);
        }
        for (int corner = 0; corner < 4; corner++) {
            link(2 * corner, 2 * ((corner + 1) % 4));
            link(2 * ((corner + 1) % 4) + 1, 2 * corner + 1);
            face[2 * corner] = 0;
            face[2 * corner + 1] = OUTSIDE;
        }
        addFace(0, 0);
    }

    int vertices() {
        return vertices;
    }

    int edges() {
        return edges;
    }

    int faces() {
        return faces;
    }

    double x(int vertex) {
        return x[vertex];
    }

    double y(int vertex) {
        return y[vertex];
    }

    /** A value at all vertices, known at the first of them and affine on each face, carried over to those put in since. */
    double[] interpolated(double[] values) {
        int known = values.length;
        if (known == vertices) {
            return values;
        }
        double[] all = Arrays.copyOf(values, vertices);
        for (int v = known; v < vertices; v++) {
            double from = all[before[v]];
            all[v] = from + share[v] * (all[after[v]] - from);
        }
        return all;
    }

    /** The face that a face was cut from, which is older; the first face is its own. */
    int cutFrom(int f) {
        return cutFrom[f];
    }

    /** A half-edge on the boundary of a face. */
    int start(int f) {
        return start[f];
    }

    /** The half-edge that follows around the same face. */
    int next(int halfEdge) {
        return next[halfEdge];
    }

    int previous(int halfEdge) {
        return previous[halfEdge];
    }

    int origin(int halfEdge) {
        return origin[halfEdge];
    }

    /** The face on the left, or {@link #OUTSIDE}. */
    int face(int halfEdge) {
        return face[halfEdge];
    }

    /** The number that {@link #splitFace} was given for the line that an edge lies on, or {@link #OUTSIDE}. */
    int line(int edge) {
        return line[edge];
    }

    double length(int edge) {
        int a = origin[2 * edge];
        int b = origin[2 * edge + 1];
        return Math.hypot(x[b] - x[a], y[b] - y[a]);
    }

    /**
     * Puts a vertex on an edge.
     *
     * @param at share of the way from the origin of half-edge 2 edge to its end, in (0, 1)
     */
    void splitEdge(int edge, double at) {
        int forth = 2 * edge;
        int back = forth + 1;
        int a = origin[forth];
        int b = origin[back];
        int middle = addVertex(x[a] + at * (x[b] - x[a]), y[a] + at * (y[b] - y[a]), a, b, at);
        int beyond = addEdge(middle, b, line[edge]);
        int from = beyond + 1;
        origin[back] = middle;
        face[beyond] = face[forth];
        face[from] = face[back];
        link(beyond, next[forth]);
        link(forth, beyond);
        link(previous[back], from);
        link(from, back);
    }

    /**
     * Cuts a face by an edge between two of its vertices that are not neighbours. The part whose boundary runs from the
     * origin of {@code from} to that of {@code to} keeps the face's number; the other is a new face.
     *
     * @param from a half-edge of the face
     * @param to another half-edge of the face
     * @param number of the line that the edge lies on
     * @return the new face
     */
    int splitFace(int from, int to, int number) {
        int old = face[from];
        int beforeFrom = previous[from];
        int beforeTo = previous[to];
        int forth = addEdge(origin[from], origin[to], number);
        int back = forth + 1;
        link(beforeTo, back);
        link(back, from);
        link(beforeFrom, forth);
        link(forth, to);
        face[back] = old;
        start[old] = from;
        int fresh = addFace(to, old);
        int halfEdge = to;
        do {
            face[halfEdge] = fresh;
            halfEdge = next[halfEdge];
        } while (halfEdge != to);
        return fresh;
    }

    /** Vertices of a face, counter-clockwise. */
    int[] corners(int f) {
        int[] corners = new int[8];
        int count = 0;
        int halfEdge = start[f];
        do {
            corners = count < corners.length ? corners : Arrays.copyOf(corners, 2 * count);
            corners[count++] = origin[halfEdge];
            halfEdge = next[halfEdge];
        } while (halfEdge != start[f]);
        return Arrays.copyOf(corners, count);
    }

    private void link(int first, int second) {
        next[first] = second;
        previous[second] = first;
    }

    private int addVertex(double px, double py, int a, int b, double at) {
        if (vertices == x.length) {
            int capacity = grown(vertices);
            x = Arrays.copyOf(x, capacity);
            y = Arrays.copyOf(y, capacity);
            before = Arrays.copyOf(before, capacity);
            after = Arrays.copyOf(after, capacity);
            share = Arrays.copyOf(share, capacity);
        }
        x[vertices] = px;
        y[vertices] = py;
        before[vertices] = a;
        after[vertices] = b;
        share[vertices] = at;
        return vertices++;
    }

    /** Returns the half-edge from a to b. */
    private int addEdge(int a, int b, int number) {
        if (edges == line.length) {
            int capacity = grown(edges);
            line = Arrays.copyOf(line, capacity);
            origin = Arrays.copyOf(origin, 2 * capacity);
            next = Arrays.copyOf(next, 2 * capacity);
            previous = Arrays.copyOf(previous, 2 * capacity);
            face = Arrays.copyOf(face, 2 * capacity);
        }
        line[edges] = number;
        origin[2 * edges] = a;
        origin[2 * edges + 1] = b;
        return 2 * edges++;
    }

    private int addFace(int halfEdge, int old) {
        if (faces == start.length) {
            start = Arrays.copyOf(start, grown(faces));
            cutFrom = Arrays.copyOf(cutFrom, start.length);
        }
        start[faces] = halfEdge;
        cutFrom[faces] = old;
        return faces++;
    }

    private static int grown(int size) {
        return Math.addExact(size, size >> 1);
    }
}
