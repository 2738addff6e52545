package org.crease.homology.complex;

/**
 * Orientation and in-circle tests in the plane: in double precision with a bound on the error, by integers where that
 * leaves the sign open. J. Shewchuk, <i>Adaptive precision floating-point arithmetic and fast robust geometric
 * predicates</i>, Discrete Comput. Geom. 18, 1997, for the bounds.
 */
final class PlanarPredicates implements DelaunayPredicates {
    private static final double EPSILON = 0x1p-53;

    private final ExactPoints points;
    private final double orientationBound;
    private final double inCircleBound;

    PlanarPredicates(ExactPoints points) {
        this.points = points;
        orientationBound = points.isFreeOfRounding(2, 2) ? 0 : (3 + 16 * EPSILON) * EPSILON;
        inCircleBound = points.isFreeOfRounding(4, 12) ? 0 : (10 + 96 * EPSILON) * EPSILON;
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public int orientation(int[] simplex) {
        double cx = points.coordinate(simplex[2], 0);
        double cy = points.coordinate(simplex[2], 1);
        double left = (points.coordinate(simplex[0], 0) - cx) * (points.coordinate(simplex[1], 1) - cy);
        double right = (points.coordinate(simplex[0], 1) - cy) * (points.coordinate(simplex[1], 0) - cx);
        double determinant = left - right;
        double error = orientationBound * (Math.abs(left) + Math.abs(right));
        if (Math.abs(determinant) > error || orientationBound == 0) {
            return (int) Math.signum(determinant);
        }
        return ExactSigns.orientation(points, simplex);
    }

    @Override
    public int inSphere(int[] simplex, int point) {
        double px = points.coordinate(point, 0);
        double py = points.coordinate(point, 1);
        double ax = points.coordinate(simplex[0], 0) - px;
        double ay = points.coordinate(simplex[0], 1) - py;
        double bx = points.coordinate(simplex[1], 0) - px;
        double by = points.coordinate(simplex[1], 1) - py;
        double cx = points.coordinate(simplex[2], 0) - px;
        double cy = points.coordinate(simplex[2], 1) - py;
        double a = ax * ax + ay * ay;
        double b = bx * bx + by * by;
        double c = cx * cx + cy * cy;
        double determinant = a * (bx * cy - cx * by) + b * (cx * ay - ax * cy) + c * (ax * by - bx * ay);
        double permanent = a * (Math.abs(bx * cy) + Math.abs(cx * by))
                + b * (Math.abs(cx * ay) + Math.abs(ax * cy))
                + c * (Math.abs(ax * by) + Math.abs(bx * ay));
        if (Math.abs(determinant) > inCircleBound * permanent || inCircleBound == 0) {
            return (int) Math.signum(determinant);
        }
        return ExactSigns.inSphere(points, simplex, point);
    }
}
