package org.crease.homology.complex;

/**
 * Orientation and in-sphere tests in space: in double precision with a bound on the error, by integers where that leaves
 * the sign open. Bounds as in {@link PlanarPredicates}.
 */
final class SpatialPredicates implements DelaunayPredicates {
    private static final double EPSILON = 0x1p-53;

    private final ExactPoints points;
    private final double orientationBound;
    private final double inSphereBound;

    SpatialPredicates(ExactPoints points) {
        this.points = points;
        orientationBound = points.isFreeOfRounding(3, 6) ? 0 : (7 + 56 * EPSILON) * EPSILON;
        inSphereBound = points.isFreeOfRounding(5, 72) ? 0 : (16 + 224 * EPSILON) * EPSILON;
    }

    @Override
    public int dimension() {
        return 3;
    }

    private double x(int point) {
        return points.coordinate(point, 0);
    }

    private double y(int point) {
        return points.coordinate(point, 1);
    }

    private double z(int point) {
        return points.coordinate(point, 2);
    }

    @Override
    public int orientation(int[] simplex) {
        double dx = x(simplex[3]);
        double dy = y(simplex[3]);
        double dz = z(simplex[3]);
        double ax = x(simplex[0]) - dx;
        double ay = y(simplex[0]) - dy;
        double az = z(simplex[0]) - dz;
        double bx = x(simplex[1]) - dx;
        double by = y(simplex[1]) - dy;
        double bz = z(simplex[1]) - dz;
        double cx = x(simplex[2]) - dx;
        double cy = y(simplex[2]) - dy;
        double cz = z(simplex[2]) - dz;
        double determinant = az * (bx * cy - cx * by) + bz * (cx * ay - ax * cy) + cz * (ax * by - bx * ay);
        double permanent = Math.abs(az) * (Math.abs(bx * cy) + Math.abs(cx * by))
                + Math.abs(bz) * (Math.abs(cx * ay) + Math.abs(ax * cy))
                + Math.abs(cz) * (Math.abs(ax * by) + Math.abs(bx * ay));
        if (Math.abs(determinant) > orientationBound * permanent || orientationBound == 0) {
            return (int) Math.signum(determinant);
        }
        return ExactSigns.orientation(points, simplex);
    }

    @Override
    public int inSphere(int[] simplex, int point) {
        double px = x(point);
        double py = y(point);
        double pz = z(point);
        double ax = x(simplex[0]) - px;
        double ay = y(simplex[0]) - py;
        double az = z(simplex[0]) - pz;
        double bx = x(simplex[1]) - px;
        double by = y(simplex[1]) - py;
        double bz = z(simplex[1]) - pz;
        double cx = x(simplex[2]) - px;
        double cy = y(simplex[2]) - py;
        double cz = z(simplex[2]) - pz;
        double dx = x(simplex[3]) - px;
        double dy = y(simplex[3]) - py;
        double dz = z(simplex[3]) - pz;
        double a = ax * ax + ay * ay + az * az;
        double b = bx * bx + by * by + bz * bz;
        double c = cx * cx + cy * cy + cz * cz;
        double d = dx * dx + dy * dy + dz * dz;
        double ab = ax * by - bx * ay;
        double bc = bx * cy - cx * by;
        double cd = cx * dy - dx * cy;
        double da = dx * ay - ax * dy;
        double ac = ax * cy - cx * ay;
        double bd = bx * dy - dx * by;
        double determinant = d * (az * bc - bz * ac + cz * ab)
                - c * (dz * ab + az * bd + bz * da)
                + (b * (cz * da + dz * ac + az * cd) - a * (bz * cd - cz * bd + dz * bc));
        double pab = Math.abs(ax * by) + Math.abs(bx * ay);
        double pbc = Math.abs(bx * cy) + Math.abs(cx * by);
        double pcd = Math.abs(cx * dy) + Math.abs(dx * cy);
        double pda = Math.abs(dx * ay) + Math.abs(ax * dy);
        double pac = Math.abs(ax * cy) + Math.abs(cx * ay);
        double pbd = Math.abs(bx * dy) + Math.abs(dx * by);
        double permanent = d * (Math.abs(az) * pbc + Math.abs(bz) * pac + Math.abs(cz) * pab)
                + c * (Math.abs(dz) * pab + Math.abs(az) * pbd + Math.abs(bz) * pda)
                + b * (Math.abs(cz) * pda + Math.abs(dz) * pac + Math.abs(az) * pcd)
                + a * (Math.abs(bz) * pcd + Math.abs(cz) * pbd + Math.abs(dz) * pbc);
        if (Math.abs(determinant) > inSphereBound * permanent || inSphereBound == 0) {
            return (int) Math.signum(determinant);
        }
        return ExactSigns.inSphere(points, simplex, point);
    }
}
