package org.crease.homology.complex;

import java.math.BigInteger;
import java.util.Arrays;
import org.crease.homology.Watch;

/**
 * Whether points span a point, a line, a plane or space, and their Delaunay triangulation there. A simplex that is not
 * flat is found point by point, exactly.
 */
final class AffineHull {
    private static final int NONE = -1;

    private final ExactPoints points;
    private final Watch watch;

    /** Of at least one point, all different. */
    AffineHull(ExactPoints points, Watch watch) {
        this.points = points;
        this.watch = watch;
    }

    /** Adds the cells of the triangulation, of the dimension that the points span. */
    void addCells(AlphaFiltration filtration) throws InterruptedException {
        if (points.size() == 1) {
            filtration.add(0);
            return;
        }
        int third = offLine();
        if (third == NONE) {
            addSegments(filtration);
        } else if (points.dimension() == 2) {
            triangulate(new PlanarPredicates(points), filtration, 0, 1, third);
        } else {
            addInSpace(filtration, third);
        }
    }

    private void addInSpace(AlphaFiltration filtration, int third) throws InterruptedException {
        SpatialPredicates spatial = new SpatialPredicates(points);
        int[] simplex = {0, 1, third, 0};
        for (int point = 2; point < points.size(); point++) {
            simplex[3] = point;
            if (spatial.orientation(simplex) != 0) {
                triangulate(spatial, filtration, simplex);
                return;
            }
        }
        int apex = points.size();
        SpatialPredicates joined = new SpatialPredicates(withApex(third));
        triangulate(new CoplanarPredicates(joined, apex), filtration, 0, 1, third);
    }

    /** The first point off the line through the first two. */
    private int offLine() throws InterruptedException {
        BigInteger[] direction = points.difference(1, 0);
        for (int point = 2; point < points.size(); point++) {
            Interruption.check("looking for a point off a line");
            if (isOffLine(direction, points.difference(point, 0))) {
                return point;
            }
        }
        return NONE;
    }

    private static boolean isOffLine(BigInteger[] u, BigInteger[] v) {
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < i; j++) {
                if (!u[i].multiply(v[j]).equals(u[j].multiply(v[i]))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of points on a line, along an axis where they differ. */
    private void addSegments(AlphaFiltration filtration) throws InterruptedException {
        int axis = 0;
        while (points.coordinate(0, axis) == points.coordinate(1, axis)) {
            axis++;
        }
        double[] places = new double[points.size()];
        for (int point = 0; point < places.length; point++) {
            places[point] = points.coordinate(point, axis);
        }
        SortedValues sorted = SortedValues.of(places);
        int[] order = new int[places.length];
        for (int point = 0; point < places.length; point++) {
            order[sorted.rank(places[point])] = point;
        }
        for (int k = 1; k < order.length; k++) {
            filtration.add(order[k - 1], order[k]);
        }
    }

    private void triangulate(DelaunayPredicates predicates, AlphaFiltration filtration, int... first)
            throws InterruptedException {
        DelaunayMesh mesh = Delaunay.of(predicates, first, SpatialOrder.of(points), watch);
        int[] vertices = new int[mesh.width()];
        for (int cell = 0; cell < mesh.end(); cell++) {
            if (!mesh.isRemoved(cell) && !mesh.isGhost(cell)) {
                mesh.copyVertices(cell, vertices);
                filtration.add(vertices);
            }
        }
    }

    /** The points and one off their plane: the first of them moved along an axis that is not in the plane. */
    private ExactPoints withApex(int third) {
        double[] coordinates = new double[3 * (points.size() + 1)];
        double reach = 0;
        for (int k = 0; k < 3 * points.size(); k++) {
            coordinates[k] = points.coordinate(k / 3, k % 3);
            reach = Math.max(reach, Math.abs(coordinates[k]));
        }
        for (int axis = 0; axis < 3; axis++) {
            int apex = 3 * points.size();
            System.arraycopy(coordinates, 0, coordinates, apex, 3);
            coordinates[apex + axis] += powerOfTwo(reach);
            ExactPoints joined = new ExactPoints(coordinates.clone(), 3);
            if (new SpatialPredicates(joined).orientation(new int[] {0, 1, third, points.size()}) != 0) {
                return joined;
            }
        }
        throw new IllegalStateException("points " + Arrays.toString(new int[] {0, 1, third}) + " are on a line");
    }

    private static double powerOfTwo(double atLeast) {
        return Math.scalb(1.0, Math.getExponent(atLeast) + 1);
    }
}
