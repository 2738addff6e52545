package org.crease.homology.distance;

import java.util.Arrays;

/**
 * A nearly cheapest partial matching of two sets of bars by Bertsekas' auction: sources bid for targets, each bid at least a
 * step above the last, until every source has a target or prefers the diagonal. With the same costs as {@link Transport};
 * the best two targets come out of a {@link PricedTree}. The cost found is above the least by at most the number of sources
 * times the step; the prices give a lower bound that is usually far closer, and holds whatever the auction did.
 *
 * <p>D. Bertsekas, <i>The auction algorithm</i>, Annals of Operations Research 14, 1988. M. Kerber, D. Morozov, A. Nigmetov,
 * <i>Geometry helps to compare persistence diagrams</i>, ACM J. Exp. Algorithmics 22, 2017.
 */
final class Auction {
    private static final int NONE = -1;

    private final Bars sources;
    private final Bars targets;
    private final GroundCost cost;
    private final double[] losing;
    private final PricedTree tree;
    private final int[] targetOf;
    private final int[] sourceOf;

    Auction(Bars sources, Bars targets, GroundCost cost) {
        this.sources = sources;
        this.targets = targets;
        this.cost = cost;
        losing = cost.ofLosing(sources);
        tree = new PricedTree(targets, cost);
        targetOf = new int[sources.size()];
        sourceOf = new int[targets.size()];
    }

    /** Runs it from prices of zero. The bounds are of the cost. */
    Bounds hold(double step) {
        tree.price(cost.ofLosing(targets));
        Arrays.fill(targetOf, NONE);
        Arrays.fill(sourceOf, NONE);
        for (int first = 0; first < targetOf.length; first++) {
            int bidder = first;
            while (bidder != NONE) {
                bidder = bid(bidder, step);
            }
        }
        double upper = total();
        return new Bounds(Math.max(0, Math.min(lowerBound(), upper)), upper);
    }

    private int bid(int source, double step) {
        tree.best(sources.births()[source], sources.deaths()[source], losing[source]);
        int target = tree.target();
        targetOf[source] = target;
        if (target == NONE) {
            return NONE;
        }
        int owner = sourceOf[target];
        sourceOf[target] = source;
        tree.lower(target, tree.second() - tree.first() + step);
        return owner;
    }

    private double total() {
        double[] leaving = cost.ofLosing(targets);
        double total = 0;
        for (int source = 0; source < targetOf.length; source++) {
            int target = targetOf[source];
            total += target == NONE ? losing[source] : cost.between(sources, source, targets, target);
        }
        for (int target = 0; target < sourceOf.length; target++) {
            total += sourceOf[target] == NONE ? leaving[target] : 0;
        }
        return total;
    }

    private double lowerBound() {
        double bound = tree.worth();
        for (int source = 0; source < targetOf.length; source++) {
            tree.best(sources.births()[source], sources.deaths()[source], losing[source]);
            bound += tree.first();
        }
        return bound;
    }
}
