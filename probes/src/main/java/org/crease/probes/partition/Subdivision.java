package org.crease.probes.partition;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A window cut into convex polygons that share their vertices and edges: a doubly connected edge list (Muller and
 * Preparata, <i>Finding the intersection of two convex polyhedra</i>, 1978) in growing arrays. Edges and faces are only ever
 * split, so a vertex knows between which two older ones it was put, and a face which older one it was cut from: what is
 * known of the older ones carries over. Edges that turn out to part nothing are dissolved; their numbers and those of
 * faces that went into others are gaps until {@link #compact}.
 *
 * <p>Edge e has the half-edges 2e and 2e + 1, in opposite directions, each with the face on its left.
 */
final class Subdivision {
    static final int OUTSIDE = -1;
    private static final int GONE = -2;
    private static final int CORNERS = 4;

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
    private int gaps;

    /** Tells whether two faces are pieces of one. */
    interface Pieces {
        /** Whether they are. */
        boolean ofOne(int face, int other);
    }

    /**
     * What was kept, in its new order.
     *
     * @param vertices their old numbers, ascending
     * @param faces their old numbers, ascending
     */
    record Kept(int[] vertices, int[] faces) {}

    /** A window in one piece. */
    Subdivision(Window window) {
        addVertex(window.left(), window.bottom(), 0, 0, 0);
        addVertex(window.right(), window.bottom(), 1, 1, 0);
        addVertex(window.right(), window.top(), 2, 2, 0);
        addVertex(window.left(), window.top(), 3, 3, 0);
        for (int corner = 0; corner < CORNERS; corner++) {
            addEdge(corner, (corner + 1) % CORNERS, OUTSIDE);
        }
        for (int corner = 0; corner < CORNERS; corner++) {
            link(2 * corner, 2 * ((corner + 1) % CORNERS));
            link(2 * ((corner + 1) % CORNERS) + 1, 2 * corner + 1);
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

    /** Number of faces that are not gone. */
    int regions() {
        return faces - gaps;
    }

    /** Whether there are numbers of edges and faces that are gone. */
    boolean hasGaps() {
        return gaps > 0;
    }

    boolean isEdge(int edge) {
        return origin[2 * edge] != GONE;
    }

    boolean isFace(int f) {
        return start[f] != GONE;
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

    /**
     * Takes away edges between pieces of one face, and vertices that are left on a straight side. Of two faces the one with the
     * smaller number becomes their union, which must be convex.
     *
     * @param first only edges from this number on are looked at
     */
    void dissolve(int first, Pieces pieces) {
        int[] into = new int[faces];
        Arrays.setAll(into, f -> f);
        BitSet dissolved = new BitSet();
        for (int edge = first; edge < edges; edge++) {
            int a = face[2 * edge];
            int b = face[2 * edge + 1];
            if (isEdge(edge) && a != OUTSIDE && b != OUTSIDE && pieces.ofOne(a, b)) {
                dissolved.set(edge);
                int root = root(into, a);
                int other = root(into, b);
                into[Math.max(root, other)] = Math.min(root, other);
            }
        }
        if (!dissolved.isEmpty()) {
            BitSet loose = new BitSet();
            dissolved.stream().forEach(edge -> remove(edge, loose));
            unite(into);
            straighten(loose);
        }
    }

    private static int root(int[] into, int f) {
        int root = f;
        while (into[root] != root) {
            into[root] = into[into[root]];
            root = into[root];
        }
        return root;
    }

    private void remove(int edge, BitSet loose) {
        int forth = 2 * edge;
        int back = forth + 1;
        loose.set(origin[forth]);
        loose.set(origin[back]);
        int afterForth = next[forth];
        int beforeBack = previous[back];
        link(previous[forth], next[back]);
        link(beforeBack, afterForth);
        origin[forth] = GONE;
        origin[back] = GONE;
    }

    private void unite(int... into) {
        for (int f = 0; f < faces; f++) {
            if (root(into, f) != f && isFace(f)) {
                start[f] = GONE;
                gaps++;
            }
        }
        for (int halfEdge = 0; halfEdge < 2 * edges; halfEdge++) {
            if (origin[halfEdge] != GONE && face[halfEdge] != OUTSIDE) {
                face[halfEdge] = root(into, face[halfEdge]);
                start[face[halfEdge]] = halfEdge;
            }
        }
    }

    /** Joins the two edges of each of these vertices that has just two. */
    private void straighten(BitSet loose) {
        int[] leaving = new int[vertices];
        Arrays.fill(leaving, GONE);
        for (int halfEdge = 0; halfEdge < 2 * edges; halfEdge++) {
            if (origin[halfEdge] != GONE) {
                leaving[origin[halfEdge]] = halfEdge;
            }
        }
        loose.clear(0, CORNERS);
        for (int v = loose.nextSetBit(0); v >= 0; v = loose.nextSetBit(v + 1)) {
            int one = leaving[v];
            if (one != GONE) {
                int other = next[twin(one)];
                if (other != one && next[twin(other)] == one && line[one / 2] == line[other / 2]) {
                    join(one, other, leaving);
                }
            }
        }
    }

    /** Makes one edge, the second's, of two that leave the same vertex. */
    private void join(int gone, int kept, int[] leaving) {
        int back = twin(gone);
        int end = origin[back];
        begin(face[gone], twin(kept));
        begin(face[back], kept);
        origin[kept] = end;
        link(twin(kept), next[gone]);
        link(previous[back], kept);
        leaving[end] = leaving[end] == back ? kept : leaving[end];
        origin[gone] = GONE;
        origin[back] = GONE;
    }

    private void begin(int f, int halfEdge) {
        if (f != OUTSIDE) {
            start[f] = halfEdge;
        }
    }

    private static int twin(int halfEdge) {
        return halfEdge ^ 1;
    }

    /** Gives vertices, edges and faces numbers without gaps. All that is known of older vertices must have been carried over. */
    Kept compact() {
        int[] keptEdges = where(edges, this::isEdge);
        int[] keptFaces = where(faces, this::isFace);
        BitSet ends = new BitSet();
        for (int edge : keptEdges) {
            ends.set(origin[2 * edge]);
            ends.set(origin[2 * edge + 1]);
        }
        int[] keptVertices = ends.stream().toArray();
        int[] newVertex = inverse(keptVertices, vertices);
        int[] newEdge = inverse(keptEdges, edges);
        int[] newFace = inverse(keptFaces, faces);
        for (int v = 0; v < keptVertices.length; v++) {
            x[v] = x[keptVertices[v]];
            y[v] = y[keptVertices[v]];
            before[v] = v;
            after[v] = v;
            share[v] = 0;
        }
        for (int edge = 0; edge < keptEdges.length; edge++) {
            line[edge] = line[keptEdges[edge]];
            for (int side = 0; side < 2; side++) {
                int old = 2 * keptEdges[edge] + side;
                int to = 2 * edge + side;
                origin[to] = newVertex[origin[old]];
                next[to] = 2 * newEdge[next[old] / 2] + next[old] % 2;
                previous[to] = 2 * newEdge[previous[old] / 2] + previous[old] % 2;
                face[to] = face[old] == OUTSIDE ? OUTSIDE : newFace[face[old]];
            }
        }
        for (int f = 0; f < keptFaces.length; f++) {
            int old = start[keptFaces[f]];
            start[f] = 2 * newEdge[old / 2] + old % 2;
            cutFrom[f] = f;
        }
        vertices = keptVertices.length;
        edges = keptEdges.length;
        faces = keptFaces.length;
        gaps = 0;
        return new Kept(keptVertices, keptFaces);
    }

    private static int[] where(int count, IntPredicate kept) {
        return IntStream.range(0, count).filter(kept).toArray();
    }

    private static int[] inverse(int[] kept, int count) {
        int[] inverse = new int[count];
        for (int i = 0; i < kept.length; i++) {
            inverse[kept[i]] = i;
        }
        return inverse;
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
