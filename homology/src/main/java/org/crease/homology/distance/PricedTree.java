package org.crease.homology.distance;

import java.util.Arrays;

/**
 * Bars with prices, as points of the plane, that finds the two a given bar gets most cheaply, its move and the price
 * together. A k-d tree whose nodes know the box and the least price of what is below them; a node lies in the middle of its
 * range of the array.
 *
 * <p>M. Kerber, D. Morozov, A. Nigmetov, <i>Geometry helps to compare persistence diagrams</i>, ACM J. Exp. Algorithmics 22,
 * 2017, section 4.
 */
final class PricedTree {
    private static final int NONE = -1;

    private final Bars bars;
    private final GroundCost cost;
    private final double[] prices;
    private final int[] order; // bars by node
    private final int[] places; // nodes by bar
    private final int[] parents;
    private final int[] before; // the child with smaller keys, or none
    private final int[] after;
    private final double[] least; // price at or below a node
    private final double[] boxes; // of a node: birth from, to, death from, to
    private final int root;

    private double birth;
    private double death;
    private int best;
    private double first;
    private double second;

    /** A tree of some bars, at least one, at price 0. */
    PricedTree(Bars bars, GroundCost cost) {
        this.bars = bars;
        this.cost = cost;
        int size = bars.size();
        prices = new double[size];
        order = new int[size];
        places = new int[size];
        parents = new int[size];
        before = new int[size];
        after = new int[size];
        least = new double[size];
        boxes = new double[4 * size];
        Arrays.setAll(order, k -> k);
        root = build(0, size, true, NONE);
        for (int node = 0; node < size; node++) {
            places[order[node]] = node;
        }
    }

    private int build(int from, int to, boolean byBirth, int parent) {
        if (from >= to) {
            return NONE;
        }
        int node = (from + to) >>> 1;
        Median.toPlace(order, byBirth ? bars.births() : bars.deaths(), from, to, node);
        parents[node] = parent;
        before[node] = build(from, node, !byBirth, node);
        after[node] = build(node + 1, to, !byBirth, node);
        int bar = order[node];
        int box = 4 * node;
        boxes[box] = bars.births()[bar];
        boxes[box + 1] = bars.births()[bar];
        boxes[box + 2] = bars.deaths()[bar];
        boxes[box + 3] = bars.deaths()[bar];
        widen(box, before[node]);
        widen(box, after[node]);
        return node;
    }

    private void widen(int box, int child) {
        if (child != NONE) {
            for (int side = 0; side < 4; side += 2) {
                boxes[box + side] = Math.min(boxes[box + side], boxes[4 * child + side]);
                boxes[box + side + 1] = Math.max(boxes[box + side + 1], boxes[4 * child + side + 1]);
            }
        }
    }

    double price(int bar) {
        return prices[bar];
    }

    /** Raises the price of a bar. */
    void raise(int bar, double price) {
        prices[bar] = price;
        int node = places[bar];
        while (node != NONE) {
            double now = Math.min(prices[order[node]], Math.min(leastBelow(before[node]), leastBelow(after[node])));
            if (now == least[node]) {
                return;
            }
            least[node] = now;
            node = parents[node];
        }
    }

    private double leastBelow(int child) {
        return child == NONE ? Double.POSITIVE_INFINITY : least[child];
    }

    /** Looks for the two cheapest for a bar from one scale to another. */
    void search(double from, double to) {
        birth = from;
        death = to;
        best = NONE;
        first = Double.POSITIVE_INFINITY;
        second = Double.POSITIVE_INFINITY;
        search(root);
    }

    /** The cheapest bar of the last search. */
    int best() {
        return best;
    }

    /** What it costs. */
    double first() {
        return first;
    }

    /** What the second cheapest costs; infinite when there is only one. */
    double second() {
        return second;
    }

    private void search(int node) {
        int bar = order[node];
        look(bar, cost.of(bars.births()[bar] - birth, bars.deaths()[bar] - death) + prices[bar]);
        double left = atLeast(before[node]);
        double right = atLeast(after[node]);
        int near = left <= right ? before[node] : after[node];
        int far = left <= right ? after[node] : before[node];
        if (Math.min(left, right) < second) {
            search(near);
        }
        if (Math.max(left, right) < second) {
            search(far);
        }
    }

    private void look(int bar, double here) {
        if (here < first) {
            second = first;
            first = here;
            best = bar;
        } else if (here < second) {
            second = here;
        }
    }

    /** No bar at or below a node is cheaper than this. */
    private double atLeast(int node) {
        if (node == NONE) {
            return Double.POSITIVE_INFINITY;
        }
        int box = 4 * node;
        double x = outside(birth, boxes[box], boxes[box + 1]);
        double y = outside(death, boxes[box + 2], boxes[box + 3]);
        return cost.of(x, y) + least[node];
    }

    private static double outside(double at, double from, double to) {
        return Math.max(0, Math.max(from - at, at - to));
    }
}
