package org.crease.homology.metric;

import java.util.Arrays;
import java.util.Objects;
import org.crease.homology.kernel.MeasuredPoints;

/**
 * Points with float32 coordinates, row after row. Every coordinate is finite: activations that have overflowed are refused
 * here, with the row and the column of the first, instead of becoming wrong distances.
 */
public final class PointCloud {
    private final float[] coordinates;
    private final int size;
    private final int dimension;

    private PointCloud(float[] coordinates, int size, int dimension) {
        this.coordinates = coordinates;
        this.size = size;
        this.dimension = dimension;
    }

    /**
     * A cloud over an array that it then owns.
     *
     * @param coordinates of length {@code size} x {@code dimension}, row-major; not to be changed afterwards
     * @throws IllegalArgumentException when the length does not fit or a coordinate is NaN or infinite
     */
    public static PointCloud of(float[] coordinates, int size, int dimension) {
        if (size < 0 || dimension < 0 || (long) size * dimension != coordinates.length) {
            throw new IllegalArgumentException("point cloud of " + size + " points in dimension " + dimension
                    + " needs " + (long) size * dimension + " coordinates, not " + coordinates.length);
        }
        for (int k = 0; k < coordinates.length; k++) {
            if (!Float.isFinite(coordinates[k])) {
                throw new IllegalArgumentException("point " + k / dimension + ", coordinate " + k % dimension + " is "
                        + coordinates[k] + "; every coordinate must be finite");
            }
        }
        return new PointCloud(coordinates, size, dimension);
    }

    /**
     * A cloud with a copy of these points.
     *
     * @throws IllegalArgumentException when they differ in dimension or a coordinate is NaN or infinite
     */
    public static PointCloud of(float[]... points) {
        int dimension = points.length == 0 ? 0 : points[0].length;
        float[] coordinates = new float[Math.multiplyExact(points.length, dimension)];
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != dimension) {
                throw new IllegalArgumentException("point " + i + " has " + points[i].length
                        + " coordinates, point 0 has " + dimension + "; all must have equally many");
            }
            System.arraycopy(points[i], 0, coordinates, i * dimension, dimension);
        }
        return of(coordinates, points.length, dimension);
    }

    /** Number of points. */
    public int size() {
        return size;
    }

    /** Number of coordinates of each point. */
    public int dimension() {
        return dimension;
    }

    /** One coordinate of one point. */
    public float coordinate(int point, int axis) {
        return coordinates[point * dimension + Objects.checkIndex(axis, dimension)];
    }

    /** A copy of the coordinates, row-major. */
    public float[] toArray() {
        return coordinates.clone();
    }

    /** The points of these indices, in this order, copied. */
    public PointCloud select(int... points) {
        float[] selected = new float[Math.multiplyExact(points.length, dimension)];
        for (int k = 0; k < points.length; k++) {
            int point = Objects.checkIndex(points[k], size);
            System.arraycopy(coordinates, point * dimension, selected, k * dimension, dimension);
        }
        return new PointCloud(selected, points.length, dimension);
    }

    /** The largest absolute value of a coordinate. */
    double largest() {
        float largest = 0;
        for (float coordinate : coordinates) {
            largest = Math.max(largest, Math.abs(coordinate));
        }
        return largest;
    }

    /** Writes some coordinates of a point times a factor. */
    void scale(int point, int axis, int count, double factor, double[] into) {
        int from = point * dimension + axis;
        for (int c = 0; c < count; c++) {
            into[c] = factor * coordinates[from + c];
        }
    }

    /** The same, each coordinate into an array of its own. */
    void scale(int point, int axis, int count, double factor, double[][] into, int at) {
        int from = point * dimension + axis;
        for (int c = 0; c < count; c++) {
            into[c][at] = factor * coordinates[from + c];
        }
    }

    /**
     * The sum over the coordinates of (a x_i - b x_j)², in double precision, first to last; exactly symmetric, exactly 0
     * for i = j and a = b.
     */
    double squaredDifference(int i, double a, int j, double b) {
        int p = i * dimension;
        int q = j * dimension;
        double sum = 0;
        for (int c = 0; c < dimension; c++) {
            double t = a * coordinates[p + c] - b * coordinates[q + c];
            sum += t * t;
        }
        return sum;
    }

    /** The sum over the coordinates of |x_i - x_j|, in double precision, first to last. */
    double absoluteDifference(int i, int j) {
        int p = i * dimension;
        int q = j * dimension;
        double sum = 0;
        for (int c = 0; c < dimension; c++) {
            sum += Math.abs((double) coordinates[p + c] - coordinates[q + c]);
        }
        return sum;
    }

    /** The largest of |x_i - x_j| over the coordinates, 0 when there are none. */
    double largestDifference(int i, int j) {
        int p = i * dimension;
        int q = j * dimension;
        double largest = 0;
        for (int c = 0; c < dimension; c++) {
            largest = Math.max(largest, Math.abs((double) coordinates[p + c] - coordinates[q + c]));
        }
        return largest;
    }

    /** The cloud as a device takes it; shares the coordinates. */
    MeasuredPoints measured(double[] factors, MeasuredPoints.Form form) {
        return new MeasuredPoints(size, dimension, coordinates, factors, form);
    }

    /** A copy of the coordinates, one array a point. */
    float[][] rows() {
        float[][] rows = new float[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = Arrays.copyOfRange(coordinates, i * dimension, (i + 1) * dimension);
        }
        return rows;
    }

    /** The euclidean length of a point's vector. */
    double norm(int point) {
        return Math.sqrt(squaredDifference(point, 1, point, 0));
    }
}
