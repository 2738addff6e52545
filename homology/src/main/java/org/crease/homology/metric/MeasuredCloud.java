package org.crease.homology.metric;

import java.util.Optional;
import org.crease.homology.kernel.MeasuredPoints;

/** A point cloud with a metric that computes all of its distances faster together than one by one, to the same bits. */
public interface MeasuredCloud extends FiniteMetricSpace {

    /** Fills the distances below the diagonal, row after row. */
    void fill(float[] lower, Team team) throws InterruptedException;

    /** The same as a device takes it; empty where devices do not know the metric. */
    default Optional<MeasuredPoints> points() {
        return Optional.empty();
    }
}
