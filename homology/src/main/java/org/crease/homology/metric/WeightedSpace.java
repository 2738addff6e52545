package org.crease.homology.metric;

/**
 * Points that come into the filtration one by one: each has a scale at which it is born, and the distance of two is the scale
 * at which they are joined, never below either birth. The Vietoris-Rips complex at scale t is then on the points born by t.
 *
 * <p>{@link #of} makes such a space from a metric and a weight for each point, such as the {@link DistanceToMeasure}, so
 * that outliers come late. At p = 1, 2 or infinity the ball around x has radius (t^p - w(x)^p)^(1/p) at time t, and two points
 * are joined when their balls touch; scales are diameters, 2 t, so that with all weights 0 this is the space itself. Changing
 * every weight by at most e moves the diagrams by at most 2 e in bottleneck distance.
 *
 * <p>H. Anai, F. Chazal, M. Glisse, Y. Ike, H. Inakoshi, R. Tinarrage, Y. Umeda, <i>DTM-based filtrations</i>, SoCG 2019,
 * section 3 (the bound: proposition on interleaving of weighted filtrations); M. Buchet, F. Chazal, S. Oudot, D. Sheehy,
 * <i>Efficient and robust persistent homology for measures</i>, Comput. Geom. 58, 2016 (p = 2).
 */
public interface WeightedSpace extends FiniteMetricSpace {

    /** The scale at which a point is born: zero, positive, or infinite for one that never is. */
    float birth(int point);

    /**
     * A metric whose points have weights.
     *
     * @param weights one for each point, zero, positive or infinite; copied. A point is born at twice its weight
     * @param p 1, 2 or infinity
     * @throws IllegalArgumentException when a weight is negative, NaN or finite but beyond float32, there are not as many
     *     as points, or p is another number
     */
    static WeightedSpace of(FiniteMetricSpace space, double[] weights, double p) {
        return new BallSpace(space, weights, TouchingBalls.of(p));
    }

    /** A view of some of the points with their births. */
    @Override
    default WeightedSpace subspace(int... indices) {
        return WeightedSubspace.of(this, indices);
    }
}
