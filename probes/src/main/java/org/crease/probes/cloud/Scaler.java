package org.crease.probes.cloud;

import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.probes.cloud.CloudSettings.Scaling;

/** Scales the coordinates of a cloud by figures of the cloud itself. */
final class Scaler {
    private Scaler() {}

    static PointCloud scaled(PointCloud cloud, Scaling scaling) throws InterruptedException {
        return switch (scaling) {
            case NONE -> cloud;
            case Z_SCORE -> byCoordinate(cloud, Scaler::zScore);
            case MIN_MAX -> byCoordinate(cloud, Scaler::minMax);
            case UNIT_DIAMETER -> unitDiameter(cloud);
        };
    }

    private interface Column {
        void scale(double[] column);
    }

    private static PointCloud byCoordinate(PointCloud cloud, Column how) throws InterruptedException {
        int dimension = cloud.dimension();
        float[] scaled = new float[cloud.size() * dimension];
        double[] column = new double[cloud.size()];
        for (int axis = 0; axis < dimension; axis++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while scaling coordinate " + axis + " of " + dimension);
            }
            for (int i = 0; i < column.length; i++) {
                column[i] = cloud.coordinate(i, axis);
            }
            how.scale(column);
            for (int i = 0; i < column.length; i++) {
                scaled[i * dimension + axis] = (float) column[i];
            }
        }
        return PointCloud.of(scaled, cloud.size(), dimension);
    }

    private static void zScore(double[] column) {
        double sum = 0;
        for (double x : column) {
            sum += x;
        }
        double mean = sum / column.length;
        double squares = 0;
        for (double x : column) {
            squares += (x - mean) * (x - mean);
        }
        rescale(column, mean, Math.sqrt(squares / column.length));
    }

    private static void minMax(double[] column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : column) {
            low = Math.min(low, x);
            high = Math.max(high, x);
        }
        rescale(column, low, high - low);
    }

    private static void rescale(double[] column, double origin, double unit) {
        boolean constant = isConstant(column);
        for (int i = 0; i < column.length; i++) {
            column[i] = constant ? 0 : (column[i] - origin) / unit;
        }
    }

    /** Tested on the values: a deviation computed from a rounded mean need not be 0. */
    private static boolean isConstant(double[] column) {
        for (double x : column) {
            if (x != column[0]) {
                return false;
            }
        }
        return true;
    }

    private static PointCloud unitDiameter(PointCloud cloud) throws InterruptedException {
        double diameter = diameter(Metric.euclidean().on(cloud));
        float[] coordinates = cloud.toArray();
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = diameter == 0 ? coordinates[k] : (float) (coordinates[k] / diameter);
        }
        return PointCloud.of(coordinates, cloud.size(), cloud.dimension());
    }

    private static double diameter(FiniteMetricSpace space) throws InterruptedException {
        float diameter = 0;
        for (int i = 0; i < space.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (j % 64 == 0 && Thread.interrupted()) {
                    throw new InterruptedException("interrupted while measuring the diameter of a cloud");
                }
                diameter = Math.max(diameter, space.distance(i, j));
            }
        }
        return diameter;
    }
}
