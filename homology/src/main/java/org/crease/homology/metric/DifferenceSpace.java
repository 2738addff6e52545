package org.crease.homology.metric;

import java.util.Optional;
import org.crease.homology.kernel.MeasuredPoints;

/**
 * A cloud with a metric of differences.
 *
 * @param metric whose distances fit into float32
 */
record DifferenceSpace(Difference metric, PointCloud cloud) implements MeasuredCloud {

    @Override
    public int size() {
        return cloud.size();
    }

    @Override
    public float distance(int i, int j) {
        return metric.distance(metric.total(cloud, i, j));
    }

    @Override
    public FiniteMetricSpace subspace(int... indices) {
        return new DifferenceSpace(metric, cloud.select(indices));
    }

    @Override
    public Optional<MeasuredPoints> points() {
        return metric.form().map(form -> cloud.measured(PairwiseDifferences.ones(size()), form));
    }

    @Override
    public void fill(float[] lower, Team team) throws InterruptedException {
        PairwiseDifferences.fill(
                lower,
                cloud,
                () -> metric.all(cloud),
                (point, first, count, totals, into, at) -> metric.distances(totals, count, into, at),
                team);
    }
}
