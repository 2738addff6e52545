package org.crease.app.homology.input;

import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.PointCloud;

/** What was read. */
public sealed interface Input {

    /** How many points there are. */
    int size();

    /** Points, to be measured with a metric. */
    record Points(PointCloud cloud) implements Input {
        @Override
        public int size() {
            return cloud.size();
        }
    }

    /** Distances between points that nothing else is known of. */
    record Distances(FiniteMetricSpace space) implements Input {
        @Override
        public int size() {
            return space.size();
        }
    }
}
