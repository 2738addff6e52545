package org.crease.homology.metric;

/** A point cloud with a metric that computes all of its distances faster together than one by one, to the same bits. */
interface MeasuredCloud extends FiniteMetricSpace {

    /** Fills the distances below the diagonal, row after row. */
    void fill(float[] lower, Team team) throws InterruptedException;
}
