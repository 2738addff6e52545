package org.crease.probes.partition;

import java.util.Arrays;

/**
 * Convex polygons that share vertices and cover a window without overlap. A vertex of one polygon may lie in the middle of
 * another one's side, and is then a corner of both.
 *
 * @param x first coordinates of the vertices
 * @param y second coordinates of the vertices
 * @param corners vertices of the polygons, one polygon after the other, each counter-clockwise
 * @param offsets where each polygon begins in {@code corners}, and their length at the end; shape (polygons + 1)
 */
public record Polygons(double[] x, double[] y, int[] corners, int[] offsets) {

    static Polygons of(Subdivision plane) {
        double[] x = new double[plane.vertices()];
        double[] y = new double[x.length];
        for (int v = 0; v < x.length; v++) {
            x[v] = plane.x(v);
            y[v] = plane.y(v);
        }
        int[] corners = new int[2 * plane.edges()];
        int[] offsets = new int[plane.faces() + 1];
        for (int face = 0; face < plane.faces(); face++) {
            int[] own = plane.corners(face);
            System.arraycopy(own, 0, corners, offsets[face], own.length);
            offsets[face + 1] = offsets[face] + own.length;
        }
        return new Polygons(x, y, Arrays.copyOf(corners, offsets[plane.faces()]), offsets);
    }

    /** Number of polygons. */
    public int size() {
        return offsets.length - 1;
    }

    /** The corners of one polygon, counter-clockwise, shape (corners, 2). */
    public double[][] polygon(int index) {
        double[][] polygon = new double[offsets[index + 1] - offsets[index]][];
        for (int k = 0; k < polygon.length; k++) {
            int vertex = corners[offsets[index] + k];
            polygon[k] = new double[] {x[vertex], y[vertex]};
        }
        return polygon;
    }

    /** The area of one polygon. */
    public double area(int index) {
        double[][] polygon = polygon(index);
        double[] origin = polygon[0];
        double twice = 0;
        for (int k = 1; k + 1 < polygon.length; k++) {
            double[] a = polygon[k];
            double[] b = polygon[k + 1];
            twice += (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
        }
        return twice / 2;
    }

    /** A point inside one polygon: the mean of its corners, shape (2). */
    public double[] interior(int index) {
        double[] sum = new double[2];
        double[][] polygon = polygon(index);
        for (double[] corner : polygon) {
            sum[0] += corner[0] / polygon.length;
            sum[1] += corner[1] / polygon.length;
        }
        return sum;
    }

    /** The corners of all polygons one after the other, shape (corners · 2). */
    double[] coordinates() {
        double[] coordinates = new double[2 * corners.length];
        for (int k = 0; k < corners.length; k++) {
            coordinates[2 * k] = x[corners[k]];
            coordinates[2 * k + 1] = y[corners[k]];
        }
        return coordinates;
    }
}
