package org.crease.probes.overlap;

import java.util.Arrays;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.GeodesicDistance;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.SparseDistances.Symmetry;
import org.crease.probes.ProbeException;
import org.crease.probes.Setting;

/** How distances are measured in the input space and in a layer. Both satisfy the triangle inequality. */
// Named, since compilers differ in the order of variants that are not, and the handbook follows it.
public sealed interface CloudMetric permits CloudMetric.Euclidean, CloudMetric.Neighbours {

    /** Straight lines. */
    record Euclidean() implements CloudMetric {}

    /**
     * Steps along the graph that joins each point to its nearest ones, as G. Naitzat, A. Zhitnikov, L.-H. Lim, <i>Topology of
     * deep neural networks</i>, JMLR 21, 2020: the same scale serves every layer.
     */
    record Neighbours(
            @Setting(value = "How many nearest points each one is joined to", byDefault = "14", min = 1)
            int count,

            @Setting(
                    value = "The distance of points that no path joins; at least the longest path",
                    byDefault = "1000",
                    min = 0,
                    exclusive = true)
            double unreachable)
            implements CloudMetric {}

    /**
     * The distances of a cloud.
     *
     * @param kernels devices that may look for neighbours
     * @throws ProbeException when there are too few points for their neighbours
     */
    default FiniteMetricSpace on(PointCloud cloud, Kernels kernels) throws InterruptedException {
        FiniteMetricSpace space = Metric.euclidean().on(cloud);
        if (this instanceof Neighbours neighbours) {
            if (neighbours.count() >= cloud.size()) {
                throw new ProbeException("metric: neighbours: count is " + neighbours.count() + "; there are "
                        + cloud.size() + " inputs, so it must be at most " + (cloud.size() - 1));
            }
            return steps(space, neighbours, kernels);
        }
        return space;
    }

    private static FiniteMetricSpace steps(FiniteMetricSpace space, Neighbours neighbours, Kernels kernels)
            throws InterruptedException {
        SparseDistances nearest = SparseDistances.ofNearest(space, neighbours.count(), Symmetry.UNION, kernels);
        int[] from = new int[nearest.pairs()];
        int[] to = new int[nearest.pairs()];
        float[] ones = new float[nearest.pairs()];
        Arrays.fill(ones, 1);
        int edge = 0;
        for (int point = 0; point < nearest.size(); point++) {
            for (int k = 0; k < nearest.degree(point); k++) {
                if (nearest.neighbour(point, k) > point) {
                    from[edge] = point;
                    to[edge++] = nearest.neighbour(point, k);
                }
            }
        }
        DistanceMatrix paths = GeodesicDistance.along(SparseDistances.ofGraph(nearest.size(), from, to, ones));
        float apart = (float) neighbours.unreachable();
        return FiniteMetricSpace.of(paths.size(), (i, j) -> Math.min(paths.distance(i, j), apart));
    }
}
