package org.crease.probes.projection;

import org.crease.homology.metric.PointCloud;
import org.crease.probes.Cancellation;

/**
 * The coordinates of a cloud along the directions in which it varies most (K. Pearson 1901, H. Hotelling 1933): eigenvectors
 * of the products of the centred coordinates with each other or, where points are fewer, of the centred points. Both give
 * the same. Cost: n d min(n, d) + 4/3 min(n, d)³ flops.
 *
 * <p>A singular value of the centred cloud counts as zero when it is at most max(n, d) 2⁻²³ of the largest: coordinates are
 * float32, and what is smaller may be their rounding.
 */
final class PrincipalComponents {
    private static final double EPSILON = 0x1p-23;

    private final double[][] rows;
    private final int dimension;

    private PrincipalComponents(double[][] rows, int dimension) {
        this.rows = rows;
        this.dimension = dimension;
    }

    /** The first principal components of a cloud. */
    static Embedding of(PointCloud cloud, int dimensions) throws InterruptedException {
        return new PrincipalComponents(centred(cloud), cloud.dimension()).embedding(dimensions);
    }

    /** Less the first point first, so that equal points become zero without rounding; then less the mean. */
    private static double[][] centred(PointCloud cloud) throws InterruptedException {
        double[][] rows = new double[cloud.size()][cloud.dimension()];
        double[] mean = new double[cloud.dimension()];
        for (int i = 0; i < rows.length; i++) {
            Cancellation.check();
            for (int axis = 0; axis < mean.length; axis++) {
                rows[i][axis] = (double) cloud.coordinate(i, axis) - cloud.coordinate(0, axis);
                mean[axis] += rows[i][axis] / rows.length;
            }
        }
        for (double[] row : rows) {
            for (int axis = 0; axis < mean.length; axis++) {
                row[axis] -= mean[axis];
            }
        }
        return rows;
    }

    private Embedding embedding(int dimensions) throws InterruptedException {
        double variance = variance();
        if (variance == 0) {
            return Embedding.nothing(rows.length, dimensions);
        }
        boolean wide = rows.length < dimension;
        int found = Math.min(dimensions, Math.min(rows.length, dimension));
        Eigenpairs pairs = SymmetricMatrix.gram(wide ? rows : columns()).largest(found);
        double[][] axes = new double[dimensions][rows.length];
        double[] shares = new double[dimensions];
        double least = EPSILON * Math.max(rows.length, dimension);
        for (int k = 0; k < found && pairs.values()[k] > least * least * pairs.values()[0]; k++) {
            double value = pairs.values()[k];
            axes[k] = wide ? Embedding.scaled(pairs.vectors()[k], Math.sqrt(value)) : along(pairs.vectors()[k]);
            shares[k] = Math.min(1, value / variance);
        }
        return new Embedding(axes, shares);
    }

    private double variance() {
        double sum = 0;
        for (double[] row : rows) {
            for (double coordinate : row) {
                sum += coordinate * coordinate;
            }
        }
        return sum;
    }

    private double[][] columns() {
        double[][] columns = new double[dimension][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int axis = 0; axis < dimension; axis++) {
                columns[axis][i] = rows[i][axis];
            }
        }
        return columns;
    }

    private double[] along(double[] direction) {
        double[] coordinates = new double[rows.length];
        for (int i = 0; i < coordinates.length; i++) {
            for (int axis = 0; axis < dimension; axis++) {
                coordinates[i] += rows[i][axis] * direction[axis];
            }
        }
        return coordinates;
    }
}
