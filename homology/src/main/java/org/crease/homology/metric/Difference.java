package org.crease.homology.metric;

import java.util.Optional;
import org.crease.homology.kernel.MeasuredPoints;

/** Metrics that come from the differences of coordinates alone. */
enum Difference implements Metric {
    EUCLIDEAN {
        @Override
        Optional<MeasuredPoints.Form> form() {
            return Optional.of(MeasuredPoints.Form.EUCLIDEAN);
        }

        @Override
        double total(PointCloud cloud, int i, int j) {
            return cloud.squaredDifference(i, 1, j, 1);
        }

        @Override
        float distance(double total) {
            return (float) Math.sqrt(total);
        }

        @Override
        void distances(double[] totals, int count, float[] into, int at) {
            for (int k = 0; k < count; k++) {
                into[at + k] = (float) Math.sqrt(totals[k]);
            }
        }

        @Override
        double farthest(double widest, int dimension) {
            return widest * Math.sqrt(dimension);
        }

        @Override
        PairwiseDifferences all(PointCloud cloud) {
            return new SquaredDifferences(cloud);
        }
    },
    SQUARED_EUCLIDEAN {
        @Override
        Optional<MeasuredPoints.Form> form() {
            return Optional.of(MeasuredPoints.Form.SQUARED_EUCLIDEAN);
        }

        @Override
        double total(PointCloud cloud, int i, int j) {
            return cloud.squaredDifference(i, 1, j, 1);
        }

        @Override
        double farthest(double widest, int dimension) {
            return widest * widest * dimension;
        }

        @Override
        PairwiseDifferences all(PointCloud cloud) {
            return new SquaredDifferences(cloud);
        }
    },
    MANHATTAN {
        @Override
        double total(PointCloud cloud, int i, int j) {
            return cloud.absoluteDifference(i, j);
        }

        @Override
        double farthest(double widest, int dimension) {
            return widest * dimension;
        }

        @Override
        PairwiseDifferences all(PointCloud cloud) {
            return new AbsoluteDifferences(cloud);
        }
    },
    CHEBYSHEV {
        @Override
        double total(PointCloud cloud, int i, int j) {
            return cloud.largestDifference(i, j);
        }

        @Override
        double farthest(double widest, int dimension) {
            return dimension == 0 ? 0 : widest;
        }

        @Override
        PairwiseDifferences all(PointCloud cloud) {
            return new LargestDifferences(cloud);
        }
    };

    /** What the differences of two points amount to. */
    abstract double total(PointCloud cloud, int i, int j);

    /** The distance that a total stands for. */
    float distance(double total) {
        return (float) total;
    }

    /** The same of so many totals, into an array from a place on: a loop without a call, which is sooner fast. */
    void distances(double[] totals, int count, float[] into, int at) {
        for (int k = 0; k < count; k++) {
            into[at + k] = (float) totals[k];
        }
    }

    /** An upper bound on distances, where coordinates differ by no more than {@code widest}. */
    abstract double farthest(double widest, int dimension);

    /** What devices call it; empty where they do not know it. */
    Optional<MeasuredPoints.Form> form() {
        return Optional.empty();
    }

    /** The totals of all pairs. */
    abstract PairwiseDifferences all(PointCloud cloud);

    @Override
    public FiniteMetricSpace on(PointCloud cloud) {
        double farthest = farthest(2 * cloud.largest(), cloud.dimension());
        if (farthest > Float.MAX_VALUE) {
            throw new IllegalArgumentException("coordinates reach " + cloud.largest() + " in dimension "
                    + cloud.dimension() + ", distances could be " + farthest + "; above " + Float.MAX_VALUE
                    + " they do not fit into float32");
        }
        return new DifferenceSpace(this, cloud);
    }
}
