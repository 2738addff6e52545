package org.crease.homology.metric;

/** Distances from a function, each held against what a distance may be. */
record ComputedSpace(int size, PairDistance function) implements FiniteMetricSpace {

    ComputedSpace {
        if (size < 0) {
            throw new IllegalArgumentException("number of points is " + size + "; it must not be negative");
        }
    }

    @Override
    public float distance(int i, int j) {
        if (i == j) {
            return 0;
        }
        int high = Math.max(i, j);
        int low = Math.min(i, j);
        double distance = function.between(high, low);
        if (!(distance >= 0)) {
            throw new IllegalArgumentException(
                    "distance (" + high + ", " + low + ") is " + distance + "; it must be zero, positive or infinite");
        }
        if (distance > Float.MAX_VALUE && distance < Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("distance (" + high + ", " + low + ") is " + distance + "; above "
                    + Float.MAX_VALUE + " it does not fit into float32");
        }
        return (float) distance;
    }
}
