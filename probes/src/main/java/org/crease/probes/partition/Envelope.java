package org.crease.probes.partition;

import java.util.Arrays;

/**
 * The largest of several functions that are continuous and affine on each face: their upper envelope. Cuts the faces into
 * the parts on which one of them is the largest.
 *
 * <p>One candidate after the other is held against the largest of those before it, and the faces are cut where the two are equal.
 * A line between two candidates that a later one surpasses parts nothing any more: in the end pieces of one face with
 * the same winner, whose union is convex, are put together again. Cost: one visit of all edges a candidate, two more where
 * something is put together.
 */
final class Envelope {
    private final Subdivision plane;
    private final Cut cut;
    private final int line;
    private final int firstEdge;
    private double[] highest;
    private int[] winner;
    private int[] face;
    private int candidates = 1;

    /**
     * The envelope of one function.
     *
     * @param line the number that edges between winners get
     * @param values of the function at the vertices
     */
    Envelope(Subdivision plane, Cut cut, int line, double[] values) {
        this.plane = plane;
        this.cut = cut;
        this.line = line;
        firstEdge = plane.edges();
        highest = values.clone();
        winner = new int[plane.faces()];
        face = new int[plane.faces()];
        Arrays.setAll(face, f -> f);
    }

    /** Values of a function at all vertices that there are at the time. */
    interface Values {
        /** Gives them; not changed. */
        double[] now();
    }

    /**
     * Adds a candidate, which wins where it is above all before it.
     *
     * @param tolerance largest difference that counts as none
     */
    void add(Values candidate, double tolerance) {
        double[] lead = candidate.now().clone();
        for (int v = 0; v < lead.length; v++) {
            lead[v] -= highest[v];
        }
        int faces = plane.faces();
        Cut.Sides sides = cut.along(lead, tolerance, line);
        highest = plane.interpolated(highest);
        double[] values = candidate.now();
        for (int v = 0; v < values.length; v++) {
            highest[v] = sides.values()[v] > 0 ? values[v] : highest[v];
        }
        winner = Arrays.copyOf(winner, plane.faces());
        face = Arrays.copyOf(face, plane.faces());
        for (int f = faces; f < winner.length; f++) {
            winner[f] = winner[plane.cutFrom(f)];
            face[f] = face[plane.cutFrom(f)];
        }
        sides.above().stream().forEach(f -> winner[f] = candidates);
        candidates++;
    }

    /** Puts pieces of one face with the same winner together again. */
    void join() {
        if (candidates > 2) {
            plane.dissolve(firstEdge, (a, b) -> face[a] == face[b] && winner[a] == winner[b]);
        }
    }

    /** The largest value at each vertex. */
    double[] highest() {
        return highest;
    }

    /** The place of the winner on a face: the first of the largest. */
    int winner(int f) {
        return winner[f];
    }
}
