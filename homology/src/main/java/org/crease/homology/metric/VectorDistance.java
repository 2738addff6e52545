package org.crease.homology.metric;

/** A distance of your own between points given by their coordinates. */
@FunctionalInterface
public interface VectorDistance {

    /**
     * The distance of two points: zero, positive, or infinite for two that are never joined; the same whenever asked, from
     * any thread, whatever the order.
     *
     * @param x coordinates of a point, not to be changed
     * @param y those of another
     */
    double between(float[] x, float[] y);
}
