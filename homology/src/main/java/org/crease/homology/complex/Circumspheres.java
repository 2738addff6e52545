package org.crease.homology.complex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The smallest spheres through the vertices of edges, triangles and tetrahedra in the plane or in space. Radii are
 * computed in double precision, by integers where a simplex is so flat that little would be left of it; what is inside
 * is told exactly.
 */
final class Circumspheres {
    private static final double EPSILON = 0x1p-53;
    private static final double EDGE_BOUND = 8 * EPSILON;
    private static final double TRIANGLE_BOUND = 128 * EPSILON;
    private static final double FLAT = 1e-4; // volume to product of edges, below which integers take over
    private static final double TINY = 1e-280;
    private static final int AXES = 3;

    private final ExactPoints points;
    private final boolean areEdgesExact;
    private final boolean areTrianglesExact;

    Circumspheres(ExactPoints points) {
        this.points = points;
        areEdgesExact = points.isFreeOfRounding(2, 3);
        areTrianglesExact = points.isFreeOfRounding(6, 108);
    }

    /** The radius of the smallest sphere through the vertices of a simplex of two to four. */
    double radius(int[] simplex) {
        double[] u = difference(simplex[1], simplex[0]);
        if (simplex.length == 2) {
            return Math.sqrt(dot(u, u)) / 2;
        }
        double[] v = difference(simplex[2], simplex[0]);
        return simplex.length == 3 ? radius(simplex, u, v) : radius(simplex, u, v, difference(simplex[3], simplex[0]));
    }

    private double radius(int[] simplex, double[] u, double[] v) {
        double[] w = difference(simplex[2], simplex[1]);
        double area = dot(cross(u, v), cross(u, v));
        double edges = dot(u, u) * dot(v, v);
        double numerator = edges * dot(w, w);
        boolean isSafe = area > FLAT * FLAT * edges && numerator > TINY;
        return isSafe ? Math.sqrt(numerator / (4 * area)) : exactRadius(simplex);
    }

    private double radius(int[] simplex, double[] u, double[] v, double[] w) {
        double[] vw = cross(v, w);
        double[] wu = cross(w, u);
        double[] uv = cross(u, v);
        double uu = dot(u, u);
        double vv = dot(v, v);
        double ww = dot(w, w);
        double[] centre = new double[AXES];
        for (int k = 0; k < AXES; k++) {
            centre[k] = uu * vw[k] + vv * wu[k] + ww * uv[k];
        }
        double volume = dot(u, vw);
        double numerator = dot(centre, centre);
        boolean isSafe = volume * volume > FLAT * FLAT * uu * vv * ww && numerator > TINY;
        return isSafe ? Math.sqrt(numerator / (4 * volume * volume)) : exactRadius(simplex);
    }

    private double exactRadius(int[] simplex) {
        BigInteger[] u = exactDifference(simplex[1], simplex[0]);
        BigInteger[] v = exactDifference(simplex[2], simplex[0]);
        BigInteger uu = ExactAlgebra.dot(u, u);
        BigInteger vv = ExactAlgebra.dot(v, v);
        BigInteger[] uv = ExactAlgebra.cross(u, v);
        if (simplex.length == 3) {
            BigInteger[] w = exactDifference(simplex[2], simplex[1]);
            BigInteger edges = uu.multiply(vv).multiply(ExactAlgebra.dot(w, w));
            return halfRootOfQuotient(edges, ExactAlgebra.dot(uv, uv));
        }
        BigInteger[] w = exactDifference(simplex[3], simplex[0]);
        BigInteger[] two = ExactAlgebra.combination(uu, ExactAlgebra.cross(v, w), vv, ExactAlgebra.cross(w, u));
        BigInteger[] centre = ExactAlgebra.combination(BigInteger.ONE, two, ExactAlgebra.dot(w, w), uv);
        return halfRootOfQuotient(
                ExactAlgebra.dot(centre, centre), ExactAlgebra.dot(uv, w).pow(2));
    }

    private double halfRootOfQuotient(BigInteger numerator, BigInteger denominator) {
        BigDecimal square =
                new BigDecimal(numerator).divide(new BigDecimal(denominator.shiftLeft(2)), MathContext.DECIMAL128);
        double root = Math.sqrt(square.doubleValue());
        boolean isInRange = root > 0 && root < Double.POSITIVE_INFINITY;
        double units = isInRange ? root : square.sqrt(MathContext.DECIMAL128).doubleValue();
        return Math.scalb(units, points.unit());
    }

    /** Whether a point is inside of the smallest sphere through the vertices of an edge or a triangle, or on it. */
    boolean isWithin(int[] simplex, int point) {
        return simplex.length == 2 ? isWithinEdge(simplex, point) : isWithinTriangle(simplex, point);
    }

    /** The angle at the point is right or obtuse. */
    private boolean isWithinEdge(int[] edge, int point) {
        double[] a = difference(edge[0], point);
        double[] b = difference(edge[1], point);
        double product = dot(a, b);
        double error = 0;
        for (int k = 0; k < AXES; k++) {
            error += EDGE_BOUND * Math.abs(a[k] * b[k]);
        }
        if (areEdgesExact || Math.abs(product) > error) {
            return product <= 0;
        }
        return ExactAlgebra.dot(exactDifference(edge[0], point), exactDifference(edge[1], point))
                        .signum()
                <= 0;
    }

    /**
     * The power of the point with respect to the sphere, times the squared area: |q|²|n|² - q · (|u|² v × n + |v|² n ×
     * u).
     */
    private boolean isWithinTriangle(int[] triangle, int point) {
        double[] u = difference(triangle[1], triangle[0]);
        double[] v = difference(triangle[2], triangle[0]);
        double[] q = difference(point, triangle[0]);
        double[] n = cross(u, v);
        double uu = dot(u, u);
        double vv = dot(v, v);
        double qq = dot(q, q);
        double power = qq * dot(n, n) - (uu * dot(q, cross(v, n)) + vv * dot(q, cross(n, u)));
        double error = TRIANGLE_BOUND * uu * vv * (qq + Math.sqrt(qq) * (Math.sqrt(uu) + Math.sqrt(vv)));
        if (areTrianglesExact || Math.abs(power) > error) {
            return power <= 0;
        }
        return exactPower(triangle, point) <= 0;
    }

    private int exactPower(int[] triangle, int point) {
        BigInteger[] u = exactDifference(triangle[1], triangle[0]);
        BigInteger[] v = exactDifference(triangle[2], triangle[0]);
        BigInteger[] q = exactDifference(point, triangle[0]);
        BigInteger[] n = ExactAlgebra.cross(u, v);
        BigInteger[] centre = ExactAlgebra.combination(
                ExactAlgebra.dot(u, u), ExactAlgebra.cross(v, n), ExactAlgebra.dot(v, v), ExactAlgebra.cross(n, u));
        return ExactAlgebra.dot(q, q)
                .multiply(ExactAlgebra.dot(n, n))
                .subtract(ExactAlgebra.dot(q, centre))
                .signum();
    }

    private double[] difference(int point, int origin) {
        double[] difference = new double[AXES];
        for (int axis = 0; axis < points.dimension(); axis++) {
            difference[axis] = points.coordinate(point, axis) - points.coordinate(origin, axis);
        }
        return difference;
    }

    private BigInteger[] exactDifference(int point, int origin) {
        BigInteger[] difference = points.difference(point, origin);
        return difference.length == AXES
                ? difference
                : new BigInteger[] {difference[0], difference[1], BigInteger.ZERO};
    }

    private static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    private static double[] cross(double[] u, double[] v) {
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }
}
