package org.crease.homology.distance;

import java.util.Arrays;

/**
 * A partial matching of two sets of bars whose cost is proved to be near the least, by an auction. Every source bids for a
 * target or for its own place on the diagonal, and for every target there is a bidder from the diagonal, who bids for that
 * target or, at no cost, for any source's place. A bidder takes what is cheapest with its price, and raises the price by
 * as much as the next best is worse, plus an increment. When all are served, each pays at most the increment too much,
 * so the prices bound the least cost from below; a smaller increment then starts from these prices.
 *
 * <p>A bid is a search in a k-d tree, about the square root of the number of bars; memory grows with that number.
 *
 * <p>D. Bertsekas, <i>The auction algorithm: a distributed relaxation method for the assignment problem</i>, Ann. Oper.
 * Res. 14, 1988; M. Kerber, D. Morozov, A. Nigmetov, <i>Geometry helps to compare persistence diagrams</i>, ACM J. Exp.
 * Algorithmics 22, 2017.
 */
final class Auction {
    private static final int NONE = -1;
    private static final double FIRST_INCREMENT = 0.25; // of the largest cost
    private static final double SHRINKING = 5;
    private static final double SMALLEST_INCREMENT = 1e-13; // of the largest cost: rounding is near

    private final Bars sources;
    private final Bars targets;
    private final GroundCost cost;
    private final double[] losing; // of sources
    private final double[] leaving; // of targets
    private final PricedTree tree;
    private final LeastPrices places; // on the diagonal, of sources
    private final int[] owners; // of targets, then of places
    private final int[] items; // of sources, then of the targets' bidders
    private final int[] waiting;
    private int queued;
    private double increment;
    private final double smallest;

    /** An auction between two sets, neither empty. */
    Auction(Bars sources, Bars targets, GroundCost cost) {
        this.sources = sources;
        this.targets = targets;
        this.cost = cost;
        losing = cost.ofLosing(sources);
        leaving = cost.ofLosing(targets);
        tree = new PricedTree(targets, cost);
        places = new LeastPrices(sources.size());
        owners = new int[sources.size() + targets.size()];
        items = new int[owners.length];
        waiting = new int[owners.length];
        double largest = Math.max(
                Arrays.stream(losing).max().orElse(0),
                Arrays.stream(leaving).max().orElse(0));
        increment = FIRST_INCREMENT * largest;
        smallest = SMALLEST_INCREMENT * largest;
    }

    /** Serves everyone at the next smaller increment, and bounds the least cost; false when rounding forbids it. */
    boolean next() {
        increment /= SHRINKING;
        if (increment < smallest) {
            return false;
        }
        Arrays.fill(owners, NONE);
        Arrays.fill(items, NONE);
        for (queued = 0; queued < waiting.length; queued++) {
            waiting[queued] = waiting.length - 1 - queued;
        }
        while (queued > 0) {
            bid(waiting[--queued]);
        }
        return true;
    }

    private void bid(int bidder) {
        boolean source = bidder < sources.size();
        int own = source ? targets.size() + bidder : bidder - sources.size();
        double ownCost = ownCost(bidder);
        int best;
        double first;
        double second;
        if (source) {
            tree.search(sources.births()[bidder], sources.deaths()[bidder]);
            best = tree.best();
            first = tree.first();
            second = tree.second();
        } else {
            best = targets.size() + places.best();
            first = places.first();
            second = places.second();
        }
        if (ownCost < first) {
            second = first;
            first = ownCost;
            best = own;
        } else {
            second = Math.min(second, ownCost);
        }
        take(bidder, best, second - first + increment);
    }

    /** What a bidder's own item costs it: a source's place, or the target of a bidder from the diagonal. */
    private double ownCost(int bidder) {
        int target = bidder - sources.size();
        return target < 0 ? losing[bidder] + places.price(bidder) : leaving[target] + tree.price(target);
    }

    private void take(int bidder, int item, double raise) {
        int place = item - targets.size();
        if (place < 0) {
            tree.raise(item, tree.price(item) + raise);
        } else {
            places.raise(place, places.price(place) + raise);
        }
        int before = owners[item];
        owners[item] = bidder;
        items[bidder] = item;
        if (before != NONE) {
            items[before] = NONE;
            waiting[queued++] = before;
        }
    }

    /** Bounds of the least cost, once everyone is served. */
    Bounds bounds() {
        double upper = 0;
        double lower = -places.sum();
        for (int target = 0; target < targets.size(); target++) {
            lower -= tree.price(target);
            int bidder = sources.size() + target;
            lower += Math.min(places.first(), ownCost(bidder));
            upper += items[bidder] == target ? leaving[target] : 0;
        }
        for (int source = 0; source < sources.size(); source++) {
            tree.search(sources.births()[source], sources.deaths()[source]);
            lower += Math.min(tree.first(), ownCost(source));
            int item = items[source];
            upper += item < targets.size() ? cost.between(sources, source, targets, item) : losing[source];
        }
        return new Bounds(Math.min(Math.max(lower, 0), upper), upper);
    }
}
