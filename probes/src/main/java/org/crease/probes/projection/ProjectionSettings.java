package org.crease.probes.projection;

import org.crease.probes.Setting;
import org.crease.probes.cloud.CloudSettings;

/** What the projection probe is asked for. */
public record ProjectionSettings(
        @Setting(value = "How a layer becomes a point cloud", byDefault = "{}")
        CloudSettings cloud,

        @Setting(
                value =
                        "How coordinates are found: from the cloud's own coordinates, or from the distances of its metric",
                byDefault = "pca")
        Method method,

        @Setting(value = "Number of coordinates", byDefault = "3", min = 2, max = 3)
        int dimensions) {

    /** Every default. */
    public static ProjectionSettings defaults() {
        return new ProjectionSettings(CloudSettings.defaults(), Method.PCA, 3);
    }

    /** Ways to coordinates. */
    public enum Method {
        /** Principal components of the cloud's coordinates, whatever the metric. */
        PCA,
        /** Classical multidimensional scaling of the metric's distances. */
        MDS
    }
}
