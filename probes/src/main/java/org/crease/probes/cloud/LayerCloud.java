package org.crease.probes.cloud;

import java.util.List;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.PointCloud;

/**
 * The point cloud of a layer.
 *
 * @param layer the layer's name
 * @param points one for each input looked at, scaled
 * @param space the distances between them
 * @param ids of those inputs, in the same order
 * @param notes what a reader must know of how the cloud came about
 */
public record LayerCloud(String layer, PointCloud points, FiniteMetricSpace space, int[] ids, List<String> notes) {

    public LayerCloud {
        notes = List.copyOf(notes);
        if (ids.length != points.size() || space.size() != points.size()) {
            throw new IllegalArgumentException("cloud of " + points.size() + " points has " + ids.length
                    + " ids and a space of " + space.size() + "; all three must be equal");
        }
    }
}
