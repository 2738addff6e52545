package org.crease.homology.distance;

import org.crease.homology.diagram.PersistenceDiagram;

/**
 * The p-Wasserstein distance: the p-th root of the least sum, over one-to-one matchings of bars with bars or with the diagonal,
 * of the p-th powers of what each is moved by. Points are moved by their distance in an inner norm L^q of the plane; a bar
 * is lost to the diagonal by its length times 2^(1/q − 1), half of it for q = ∞. These are the conventions of Hera and of
 * GUDHI ({@code order} p, {@code internal_p} q), and their defaults too: p = 1, q = ∞. Infinite bars add |birth − birth|^p.
 *
 * <p>{@link #between} is exact, to rounding, by {@link Transport}: memory that grows with the number n of bars, time like
 * n² to n³; n² by {@link Alignment} where all bars are born at once. {@link #bounds} is much faster for many bars and
 * proves its accuracy.
 *
 * <p>M. Kerber, D. Morozov, A. Nigmetov, <i>Geometry helps to compare persistence diagrams</i>, ACM J. Exp. Algorithmics 22,
 * 2017, section 2 (the conventions).
 */
public final class WassersteinDistance implements DiagramDistance {
    private final GroundCost cost;

    private WassersteinDistance(GroundCost cost) {
        this.cost = cost;
    }

    /**
     * The distance of an order, with the maximum norm inside.
     *
     * @param order p, finite, at least 1; for p = ∞ there is {@link BottleneckDistance}
     */
    public static WassersteinDistance ofOrder(double order) {
        if (!(order >= 1) || Double.isInfinite(order)) {
            throw new IllegalArgumentException("order is " + order
                    + "; it must be finite and at least 1 (for infinity take the bottleneck distance)");
        }
        return new WassersteinDistance(new GroundCost(order, Double.POSITIVE_INFINITY));
    }

    /**
     * The same order with another inner norm.
     *
     * @param norm q, from 1; infinite for the maximum norm
     */
    public WassersteinDistance withInnerNorm(double norm) {
        if (!(norm >= 1)) {
            throw new IllegalArgumentException("inner norm is " + norm + "; it must be at least 1");
        }
        return new WassersteinDistance(new GroundCost(cost.order(), norm));
    }

    @Override
    public double between(PersistenceDiagram a, PersistenceDiagram b) {
        Problem problem = Problem.of(a, b, cost);
        if (!problem.few().comparable(problem.many())) {
            return Double.POSITIVE_INFINITY;
        }
        return problem.distance(problem.cheapest());
    }

    /**
     * The distance up to a relative error, by an {@link Auction}: about n^1.5 for n bars, so for diagrams on which
     * {@link #between} takes too long. An error so small that rounding hides it is none: then the result is exact.
     *
     * @param relativeError how far the upper bound may be above the truth, as a share of it; positive
     * @return bounds on the distance, both infinite where it is infinite
     */
    public Bounds bounds(PersistenceDiagram a, PersistenceDiagram b, double relativeError) {
        if (!(relativeError > 0)) {
            throw new IllegalArgumentException("relative error is " + relativeError + "; it must be positive");
        }
        Problem problem = Problem.of(a, b, cost);
        if (!problem.few().comparable(problem.many())) {
            return new Bounds(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        if (problem.few().size() == 0 || Alignment.applies(problem.few(), problem.many())) {
            return exactly(problem.distance(problem.cheapest()));
        }
        Auction auction = new Auction(problem.few(), problem.many(), cost);
        while (auction.next()) {
            Bounds bounds = problem.distances(auction.bounds());
            if (bounds.relativeError() <= relativeError) {
                return bounds;
            }
        }
        return exactly(problem.distance(problem.cheapest()));
    }

    private static Bounds exactly(double distance) {
        return new Bounds(distance, distance);
    }

    /**
     * Two diagrams in a unit in which the longest bar is between 1 and 2, a power of two so that nothing is rounded.
     *
     * @param few the finite bars of the diagram that has fewer
     * @param many those of the other
     * @param infinite the cost of the infinite bars
     */
    private record Problem(Bars few, Bars many, GroundCost cost, double unit, double infinite) {

        static Problem of(PersistenceDiagram a, PersistenceDiagram b, GroundCost cost) {
            Bars first = Bars.of(a);
            Bars second = Bars.of(b);
            double size = Math.max(first.longest(), second.longest());
            double widest = first.comparable(second)
                    ? first.infiniteShifts(second).max().orElse(0)
                    : 0;
            size = Math.max(size, widest);
            double unit = size == 0 ? 1 : Math.scalb(1.0, Math.getExponent(size));
            first = first.times(1 / unit);
            second = second.times(1 / unit);
            double infinite = first.comparable(second) ? cost.ofInfinite(first, second) : Double.POSITIVE_INFINITY;
            boolean inOrder = first.size() <= second.size();
            return new Problem(inOrder ? first : second, inOrder ? second : first, cost, unit, infinite);
        }

        double cheapest() {
            return Alignment.applies(few, many)
                    ? Alignment.cheapest(few, many, cost)
                    : new Transport(few, many, cost).cheapest();
        }

        double distance(double finite) {
            return cost.root(finite + infinite) * unit;
        }

        Bounds distances(Bounds costs) {
            return new Bounds(distance(costs.lower()), distance(costs.upper()));
        }
    }
}
