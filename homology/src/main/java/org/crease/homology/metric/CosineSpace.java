package org.crease.homology.metric;

import java.util.Optional;
import org.crease.homology.kernel.MeasuredPoints;

/** A cloud with the distance 1 - cos, by 1 - cos(x, y) = |x/|x| - y/|y||² / 2. */
final class CosineSpace implements MeasuredCloud {
    private final PointCloud cloud;
    private final double[] inverseNorms; // 0 of a zero vector

    private CosineSpace(PointCloud cloud, double[] inverseNorms) {
        this.cloud = cloud;
        this.inverseNorms = inverseNorms;
    }

    static CosineSpace of(PointCloud cloud) {
        double[] inverseNorms = new double[cloud.size()];
        for (int i = 0; i < inverseNorms.length; i++) {
            double norm = cloud.norm(i);
            inverseNorms[i] = norm == 0 ? 0 : 1 / norm;
        }
        return new CosineSpace(cloud, inverseNorms);
    }

    @Override
    public int size() {
        return cloud.size();
    }

    @Override
    public float distance(int i, int j) {
        return distance(i, j, cloud.squaredDifference(i, inverseNorms[i], j, inverseNorms[j]));
    }

    private float distance(int i, int j, double squaredDifference) {
        boolean zeroI = inverseNorms[i] == 0;
        boolean zeroJ = inverseNorms[j] == 0;
        if (zeroI || zeroJ) {
            return zeroI == zeroJ ? 0 : 1;
        }
        return (float) Math.min(2, squaredDifference / 2);
    }

    @Override
    public FiniteMetricSpace subspace(int... indices) {
        return of(cloud.select(indices));
    }

    @Override
    public Optional<MeasuredPoints> points() {
        return Optional.of(cloud.measured(inverseNorms, MeasuredPoints.Form.COSINE));
    }

    @Override
    public void fill(float[] lower, Team team) throws InterruptedException {
        PairwiseDifferences.fill(lower, cloud, () -> new SquaredDifferences(cloud, inverseNorms), this::write, team);
    }

    private void write(int point, int first, int count, double[] totals, float[] into, int at) {
        for (int k = 0; k < count; k++) {
            into[at + k] = distance(point, first + k, totals[k]);
        }
    }
}
