package org.crease.probes.partition;

/**
 * A plane through input space with a window in it: the points origin + s · first + t · second, for (s, t) in the window.
 *
 * @param origin a point of input space, shape (features); images flattened in row-major order
 * @param first the first axis, shape (features)
 * @param second the second axis, shape (features)
 * @param window in coordinates (s, t)
 */
public record Plane(double[] origin, double[] first, double[] second, Window window) {
    private static final double LEAST_SINE = 1e-9;

    /** @throws IllegalArgumentException when the axes do not span a plane, or extents differ */
    public Plane {
        if (origin.length < 2 || first.length != origin.length || second.length != origin.length) {
            throw new IllegalArgumentException("plane has an origin of " + origin.length + " coordinates and axes of "
                    + first.length + " and " + second.length + "; all three must be equal, and at least 2");
        }
        double a = dot(first, first);
        double b = dot(second, second);
        double c = dot(first, second);
        if (!(a * b - c * c > LEAST_SINE * a * b) || !Double.isFinite(a + b)) {
            throw new IllegalArgumentException(
                    "the three points of a plane lie on one line; expected three that do not");
        }
        origin = origin.clone();
        first = first.clone();
        second = second.clone();
    }

    /** The whole input space of a network of two features. */
    public static Plane of(Window window) {
        return new Plane(new double[2], new double[] {1, 0}, new double[] {0, 1}, window);
    }

    /** The plane in which a, b and c have the coordinates (0, 0), (1, 0) and (0, 1). */
    public static Plane through(double[] a, double[] b, double[] c, Window window) {
        if (b.length != a.length || c.length != a.length) {
            throw new IllegalArgumentException("the points of a plane have " + a.length + ", " + b.length + " and "
                    + c.length + " coordinates; expected as many each");
        }
        return new Plane(a, minus(b, a), minus(c, a), window);
    }

    /** The point of input space at (s, t), shape (features). */
    public double[] point(double s, double t) {
        double[] point = new double[origin.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = origin[i] + s * first[i] + t * second[i];
        }
        return point;
    }

    /** Number of coordinates of input space. */
    public int features() {
        return origin.length;
    }

    /** Whether the plane is all of input space. */
    boolean fills() {
        return origin.length == 2;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
