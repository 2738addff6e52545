package org.crease.homology.distance;

import java.util.Arrays;

/**
 * A k-d tree of points of the plane that hands out, and forgets, a point within a distance in the maximum norm. Nodes lie in
 * place: that of a range of the array is in its middle, with the number of points still there below it. Differences are
 * compared exactly as a pair's would be, since rounding keeps order.
 *
 * <p>J. L. Bentley, <i>Multidimensional binary search trees used for associative searching</i>, CACM 18, 1975.
 */
final class PlanarTree {
    private final double[] x;
    private final double[] y;
    private final int[] points;
    private final boolean[] there;
    private final int[] below;

    /** A tree over some points, given by their indices. */
    PlanarTree(double[] x, double[] y, int[] points) {
        this.x = x;
        this.y = y;
        this.points = points.clone();
        there = new boolean[points.length];
        below = new int[points.length];
        split(0, points.length, true);
        restore();
    }

    /** Puts all points back. */
    void restore() {
        Arrays.fill(there, true);
        count(0, points.length);
    }

    /** Removes a point at most {@code reach} away in either coordinate and returns its index; −1 when there is none. */
    int take(double atX, double atY, double reach) {
        return take(0, points.length, true, atX, atY, reach);
    }

    private int take(int from, int to, boolean byX, double atX, double atY, double reach) {
        int middle = (from + to) >>> 1;
        if (from >= to || below[middle] == 0) {
            return -1;
        }
        int point = points[middle];
        if (there[middle] && Math.abs(x[point] - atX) <= reach && Math.abs(y[point] - atY) <= reach) {
            there[middle] = false;
            below[middle]--;
            return point;
        }
        double past = byX ? atX - x[point] : atY - y[point];
        int taken = -1;
        if (past < 0 || past <= reach) {
            taken = take(from, middle, !byX, atX, atY, reach);
        }
        if (taken < 0 && (past >= 0 || -past <= reach)) {
            taken = take(middle + 1, to, !byX, atX, atY, reach);
        }
        if (taken >= 0) {
            below[middle]--;
        }
        return taken;
    }

    private void count(int from, int to) {
        if (from < to) {
            int middle = (from + to) >>> 1;
            below[middle] = to - from;
            count(from, middle);
            count(middle + 1, to);
        }
    }

    private void split(int from, int to, boolean byX) {
        if (to - from > 1) {
            int middle = (from + to) >>> 1;
            Median.toPlace(points, byX ? x : y, from, to, middle);
            split(from, middle, !byX);
            split(middle + 1, to, !byX);
        }
    }
}
