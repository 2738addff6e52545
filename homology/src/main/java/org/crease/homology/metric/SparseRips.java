package org.crease.homology.metric;

/**
 * A sparse approximation of the Vietoris-Rips filtration of a metric space, with a guarantee. Points are taken in
 * farthest-point order; each counts up to a scale in proportion to its distance l from those before it, then is left to them.
 * The number of edges grows with n, not n², for points of bounded doubling dimension: O(n (1 / epsilon)^dimension).
 *
 * <p>With c = (1 + epsilon) / epsilon, the ball around x has radius r_x(t) = min(t, c l_x) at time t. Two points are joined when
 * their balls touch, at scale 2 t, unless that is after c (1 + epsilon) l of the one taken later.
 *
 * <p><b>Guarantee.</b> In every dimension, over every field, bars of this filtration and of the whole one match so that births
 * and deaths are b &le; b' &le; (1 + epsilon) b, and bars left over end within (1 + epsilon) times their birth. So the bottleneck
 * distance in log scale is at most log(1 + epsilon). The triangle inequality must hold; float32 adds 1e-6 to the factor.
 *
 * <p><b>Why.</b> Let N be the flag filtration of all edges at which balls touch, R the Vietoris-Rips filtration by radius, M(t) the
 * points with l &ge; t epsilon / (1 + epsilon), whose balls still grow at t.
 *
 * <ol>
 *   <li>N(t) lies in R(t), as r &le; t. Let s = (1 + epsilon) t. Every point p is within epsilon t of some f(p) in M(s); ends of
 *       an edge of R(t) go to points at most 2 t + 2 epsilon t = 2 s apart, so f maps R(t) to N(s). For a simplex S of R(t), S and f(S)
 *       span one of R(s); for one of N(t), S and f(S) span one of N(s), because |x f(y)| &le; r_x(t) + t + epsilon t &le; r_x(s) + r_f(y)(s).
 *       So f is contiguous to both inclusions: N and R are interleaved.
 *   <li>Edges left out change nothing. Let x be a point with c (1 + epsilon) l_x &le; t. Some y with l_y &ge; (1 + epsilon) l_x is within
 *       (1 + epsilon) l_x of x. A point z before x that x is joined to is joined to y no later: |y z| &le; (1 + epsilon) l_x + c l_x
 *       + r_z(t) = c (1 + epsilon) l_x + r_z(t) &le; r_y(t) + r_z(t). So y dominates x among the points up to x, and points can be taken
 *       out from the last on, each by a strong collapse, until those with c (1 + epsilon) l &gt; t are left. That holds in N, and
 *       with the edges left out, down to the same complex: the inclusion is a homotopy equivalence at each t.
 * </ol>
 *
 * <p>So no simplices have to be blocked, as they are elsewhere, and any engine for flag filtrations serves. D. Sheehy,
 * <i>Linear-size approximations to the Vietoris-Rips filtration</i>, Discrete Comput. Geom. 49, 2013; N. Cavanna, M. Jahanseir,
 * D. Sheehy, <i>A geometric perspective on sparse filtrations</i>, CCCG 2015 (the radii).
 */
public final class SparseRips {
    private static final double SLACK = 0x1p-20; // for rounded distances, in the scale up to which points count

    private SparseRips() {}

    /**
     * The edges of the sparse filtration of a metric space, whose points stay as they are numbered. Starts from point 0. Each
     * distance is computed up to three times; none is kept but those of the result.
     *
     * @param space in which the triangle inequality holds
     * @param epsilon above 0
     * @throws IllegalArgumentException when it is not, or a distance is negative or NaN
     * @throws InterruptedException when the thread is interrupted
     */
    public static SparseDistances of(FiniteMetricSpace space, double epsilon) throws InterruptedException {
        if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "sparse Vietoris-Rips filtration within a factor of 1 + " + epsilon + "; epsilon must be above 0");
        }
        double[] radii = finalRadii(space, (1 + epsilon) / epsilon);
        double last = (1 + epsilon) * (1 + SLACK * (1 + epsilon));
        SparseDistances.Builder edges = new SparseDistances.Builder(space.size());
        for (int i = 1; i < radii.length; i++) {
            for (int j = 0; j < i; j++) {
                if (j % 64 == 0 && Thread.interrupted()) {
                    throw new InterruptedException("interrupted at the sparse edges of point " + i);
                }
                double diameter = diameter(
                        space.distance(i, j), Math.min(radii[i], radii[j]), Math.max(radii[i], radii[j]), last);
                edges.add(i, j, (float) diameter);
            }
        }
        return edges.buildInterruptibly();
    }

    /** The radius that the ball around each point grows to. */
    private static double[] finalRadii(FiniteMetricSpace space, double factor) throws InterruptedException {
        double[] radii = new double[space.size()];
        if (radii.length > 0) {
            FarthestPoints points = new FarthestPoints(space, 0);
            for (int k = 0; k < radii.length; k++) {
                double radius = points.radius();
                radii[points.take()] = factor * radius;
            }
        }
        return radii;
    }

    /** Twice the time at which balls touch, infinite when that is too late. */
    private static double diameter(double distance, double small, double large, double last) {
        if (!(distance > 2 * small)) {
            return distance;
        }
        double time = distance - small;
        if (!(time <= large && time <= small * last)) {
            return Double.POSITIVE_INFINITY;
        } else if (2 * time > Float.MAX_VALUE) {
            throw new IllegalArgumentException("two points at distance " + distance + " would be joined at " + 2 * time
                    + "; above " + Float.MAX_VALUE + " it does not fit into float32");
        }
        return 2 * time;
    }
}
