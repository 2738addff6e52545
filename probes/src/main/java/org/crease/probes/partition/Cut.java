package org.crease.probes.partition;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Cuts a subdivision along the zero set of a function that is affine on each of its faces and continuous: the line of one
 * unit. The function's signs at the vertices decide everything, and a vertex has one value for all faces around it, so the
 * faces stay a partition whatever is rounded (A. Berzins, <i>Polyhedral complex extraction from ReLU networks using edge
 * subdivision</i>, ICML 2023).
 *
 * <p>A vertex lies on the line where the value is within the tolerance, or where the line crosses one of its edges closer
 * to it than {@value #NEAREST} of the window's diagonal. A face is cut where it has vertices on both sides; a line that only
 * touches a vertex or follows an edge cuts nothing. Cost: one visit of each edge,
 * and of the sides of the faces that the line comes to.
 */
final class Cut {
    private static final double NEAREST = 1e-12;

    private final Subdivision plane;
    private final double nearest;

    Cut(Subdivision plane, Window window) {
        this.plane = plane;
        this.nearest = NEAREST * window.diagonal();
    }

    /**
     * What a cut has made.
     *
     * @param values of the function at the vertices, the new ones too
     * @param above the faces on which the function is above zero
     */
    record Sides(double[] values, BitSet above) {}

    /**
     * Cuts along the line of a unit.
     *
     * @param values of the function at the vertices; those on the line are set to zero
     * @param tolerance largest absolute value that counts as zero
     * @param line the number of the line
     */
    Sides along(double[] values, double tolerance, int line) {
        for (int v = 0; v < values.length; v++) {
            if (Math.abs(values[v]) <= tolerance) {
                values[v] = 0;
            }
        }
        int edges = plane.edges();
        for (int edge = 0; edge < edges; edge++) {
            if (plane.isEdge(edge)) {
                snap(values, edge);
            }
        }
        BitSet near = new BitSet();
        for (int edge = 0; edge < edges; edge++) {
            if (!plane.isEdge(edge)) {
                continue;
            }
            double from = values[plane.origin(2 * edge)];
            double to = values[plane.origin(2 * edge + 1)];
            if (opposite(from, to)) {
                plane.splitEdge(edge, from / (from - to));
                mark(edge, near);
            } else if (from == 0 || to == 0) {
                mark(edge, near);
            }
        }
        double[] all = Arrays.copyOf(values, plane.vertices());
        BitSet above = new BitSet();
        int faces = plane.faces();
        for (int face = 0; face < faces; face++) {
            if (plane.isFace(face)) {
                above.set(face, near.get(face) ? divide(face, all, line) : all[plane.origin(plane.start(face))] > 0);
            }
        }
        return new Sides(all, above);
    }

    private void mark(int edge, BitSet faces) {
        for (int halfEdge = 2 * edge; halfEdge < 2 * edge + 2; halfEdge++) {
            if (plane.face(halfEdge) != Subdivision.OUTSIDE) {
                faces.set(plane.face(halfEdge));
            }
        }
    }

    private void snap(double[] values, int edge) {
        int a = plane.origin(2 * edge);
        int b = plane.origin(2 * edge + 1);
        if (opposite(values[a], values[b])) {
            double at = values[a] / (values[a] - values[b]);
            double length = plane.length(edge);
            if (at * length <= nearest) {
                values[a] = 0;
            } else if ((1 - at) * length <= nearest) {
                values[b] = 0;
            }
        }
    }

    private static boolean opposite(double a, double b) {
        return (a > 0 && b < 0) || (a < 0 && b > 0);
    }

    /** Returns whether the part that keeps the face's number is above zero; the other, where there is one, is not. */
    private boolean divide(int face, double[] values, int line) {
        int highest = plane.start(face);
        double high = 0;
        double low = 0;
        int halfEdge = highest;
        do {
            double value = values[plane.origin(halfEdge)];
            if (value > high) {
                high = value;
                highest = halfEdge;
            }
            low = Math.min(low, value);
            halfEdge = plane.next(halfEdge);
        } while (halfEdge != plane.start(face));
        if (high > 0 && low < 0) {
            int end = highest;
            while (values[plane.origin(end)] > 0) {
                end = plane.next(end);
            }
            int begin = highest;
            while (values[plane.origin(begin)] > 0) {
                begin = plane.previous(begin);
            }
            plane.splitFace(begin, end, line);
        }
        return high > 0;
    }
}
