package org.crease.homology.representative;

import java.util.Arrays;

/** A simplex: a set of points of a space, by number. Ordered by dimension, then by points, the lowest first. */
public final class Simplex implements Comparable<Simplex> {
    private final int[] points; // ascending

    private Simplex(int[] points) {
        this.points = points;
    }

    /**
     * The simplex on some points, at least one, in any order.
     *
     * @throws IllegalArgumentException when there is none, one is negative, or one is given twice
     */
    public static Simplex of(int... points) {
        int[] ascending = points.clone();
        Arrays.sort(ascending);
        if (ascending.length == 0 || ascending[0] < 0) {
            throw new IllegalArgumentException(
                    "points of a simplex are " + Arrays.toString(points) + "; there must be one, and none negative");
        }
        for (int k = 1; k < ascending.length; k++) {
            if (ascending[k] == ascending[k - 1]) {
                throw new IllegalArgumentException("points of a simplex are " + Arrays.toString(points) + "; point "
                        + ascending[k] + " is there twice");
            }
        }
        return new Simplex(ascending);
    }

    /** Number of points less one. */
    public int dimension() {
        return points.length - 1;
    }

    /** One of the points, in ascending order, {@code place} from 0 to {@link #dimension}. */
    public int point(int place) {
        return points[place];
    }

    /** A copy of the points, ascending. */
    public int[] points() {
        return points.clone();
    }

    /** Whether this is one of the points. */
    public boolean contains(int point) {
        return Arrays.binarySearch(points, point) >= 0;
    }

    @Override
    public int compareTo(Simplex other) {
        int byDimension = Integer.compare(points.length, other.points.length);
        return byDimension != 0 ? byDimension : Arrays.compare(points, other.points);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Simplex that && Arrays.equals(points, that.points);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(points);
    }

    /** Such as {@code [0, 3, 5]}. */
    @Override
    public String toString() {
        return Arrays.toString(points);
    }
}
