package org.crease.probes.topology;

import org.crease.probes.Setting;
import org.crease.probes.cloud.CloudSettings;

/** What the topology probe looks at. */
public record TopologySettings(
        @Setting(value = "How a layer becomes a point cloud", byDefault = "{}")
        CloudSettings cloud,

        @Setting(
                value = "The highest homology dimension: 0 for components, 1 for loops too",
                byDefault = "1",
                min = 0,
                max = 1)
        int dimension,

        @Setting(value = "Number of scales of the Betti curves", byDefault = "100", min = 2, max = 100000)
        int gridSize,

        @Setting(
                value = "A bar is counted when it is longer than this share of the largest scale looked at",
                byDefault = "0.1",
                min = 0,
                max = 1)
        double countAbove,

        @Setting(
                value =
                        "Of so many of the longest bars in each dimension from 1 on a cocycle is given: the simplices that a"
                                + " loop must cross",
                byDefault = "0",
                min = 0,
                max = 1000)
        int representatives) {

    /** Every default. */
    public static TopologySettings defaults() {
        return new TopologySettings(CloudSettings.defaults(), 1, 100, 0.1, 0);
    }
}
