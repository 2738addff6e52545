package org.crease.homology.distance;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A k-d tree of bars, each with a worth that can be lowered, for the two cheapest by cost less worth. A node knows the box and
 * the greatest worth of what is below it. Nodes lie in place, that of a range of the array in its middle.
 */
final class PricedTree {
    private final Bars bars;
    private final GroundCost cost;
    private final int[] order;
    private final int[] placeOf;
    private final double[] worth;
    private final double[] greatest;
    private final double[] west;
    private final double[] east;
    private final double[] south;
    private final double[] north;

    private double atBirth;
    private double atDeath;
    private int target;
    private double first;
    private double second;

    PricedTree(Bars bars, GroundCost cost) {
        this.bars = bars;
        this.cost = cost;
        int n = bars.size();
        order = IntStream.range(0, n).toArray();
        placeOf = new int[n];
        worth = new double[n];
        greatest = new double[n];
        west = new double[n];
        east = new double[n];
        south = new double[n];
        north = new double[n];
        split(0, n, true);
        for (int place = 0; place < n; place++) {
            placeOf[order[place]] = place;
        }
    }

    /** Sets the worth of every bar. */
    void price(double[] worths) {
        System.arraycopy(worths, 0, worth, 0, worth.length);
        refresh(0, order.length);
    }

    /** The sum of all worths. */
    double worth() {
        return Arrays.stream(worth).sum();
    }

    /** Looks for the cheapest bar; what costs as much as {@code otherwise} or more is not one. */
    void best(double birth, double death, double otherwise) {
        atBirth = birth;
        atDeath = death;
        target = -1;
        first = otherwise;
        second = Double.POSITIVE_INFINITY;
        search(0, order.length);
    }

    /** The cheapest bar of the last search; −1 when it found none. */
    int target() {
        return target;
    }

    /** Its cost less its worth, or the other offer. */
    double first() {
        return first;
    }

    /** The next best after {@link #first}, the other offer among them. */
    double second() {
        return second;
    }

    /** Lowers the worth of a bar. */
    void lower(int bar, double by) {
        worth[bar] -= by;
        lower(0, order.length, placeOf[bar]);
    }

    private void search(int from, int to) {
        if (from >= to || bound(from, to) >= second) {
            return;
        }
        int middle = (from + to) >>> 1;
        int bar = order[middle];
        double offer = cost.of(bars.births()[bar] - atBirth, bars.deaths()[bar] - atDeath) - worth[bar];
        if (offer < first) {
            second = first;
            first = offer;
            target = bar;
        } else if (offer < second) {
            second = offer;
        }
        if (bound(from, middle) <= bound(middle + 1, to)) {
            search(from, middle);
            search(middle + 1, to);
        } else {
            search(middle + 1, to);
            search(from, middle);
        }
    }

    /** Below this costs nothing in a range, less its worth. */
    private double bound(int from, int to) {
        if (from >= to) {
            return Double.POSITIVE_INFINITY;
        }
        int middle = (from + to) >>> 1;
        double byBirth = Math.max(0, Math.max(west[middle] - atBirth, atBirth - east[middle]));
        double byDeath = Math.max(0, Math.max(south[middle] - atDeath, atDeath - north[middle]));
        return cost.of(byBirth, byDeath) - greatest[middle];
    }

    private void lower(int from, int to, int place) {
        int middle = (from + to) >>> 1;
        if (place < middle) {
            lower(from, middle, place);
        } else if (place > middle) {
            lower(middle + 1, to, place);
        }
        greatest[middle] = greatest(from, to);
    }

    private void refresh(int from, int to) {
        if (from < to) {
            int middle = (from + to) >>> 1;
            refresh(from, middle);
            refresh(middle + 1, to);
            greatest[middle] = greatest(from, to);
        }
    }

    /** The greatest worth in a range whose halves know theirs. */
    private double greatest(int from, int to) {
        int middle = (from + to) >>> 1;
        double value = worth[order[middle]];
        if (from < middle) {
            value = Math.max(value, greatest[(from + middle) >>> 1]);
        }
        return middle + 1 < to ? Math.max(value, greatest[(middle + 1 + to) >>> 1]) : value;
    }

    private void split(int from, int to, boolean byBirth) {
        if (from < to) {
            int middle = (from + to) >>> 1;
            Median.toPlace(order, byBirth ? bars.births() : bars.deaths(), from, to, middle);
            split(from, middle, !byBirth);
            split(middle + 1, to, !byBirth);
            box(from, to);
        }
    }

    private void box(int from, int to) {
        int middle = (from + to) >>> 1;
        west[middle] = Double.POSITIVE_INFINITY;
        east[middle] = Double.NEGATIVE_INFINITY;
        south[middle] = Double.POSITIVE_INFINITY;
        north[middle] = Double.NEGATIVE_INFINITY;
        for (int place = from; place < to; place++) {
            double birth = bars.births()[order[place]];
            double death = bars.deaths()[order[place]];
            west[middle] = Math.min(west[middle], birth);
            east[middle] = Math.max(east[middle], birth);
            south[middle] = Math.min(south[middle], death);
            north[middle] = Math.max(north[middle], death);
        }
    }
}
