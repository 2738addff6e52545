package org.crease.homology.metric;

import java.util.Optional;
import org.crease.homology.kernel.DistanceKernel;
import org.crease.homology.kernel.FiltrationKernel;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.kernel.MeasuredPoints;

/**
 * All distances of a finite metric space: the entries below the diagonal, row after row, in float32. Takes 2 n (n - 1)
 * bytes for n points.
 */
public final class DistanceMatrix implements FiniteMetricSpace {

    /** The most points whose pairs a Java array can number. */
    public static final int MAXIMAL_SIZE = 65_536;

    private static final int DISTANCES_BETWEEN_CHECKS = 64;

    private final int size;
    private final float[] lower;

    /** A matrix over entries that are right already. */
    DistanceMatrix(int size, float[] lower) {
        this.size = size;
        this.lower = lower;
    }

    /**
     * The distances of a space.
     *
     * @throws IllegalArgumentException when a distance is negative or NaN, or there are more than {@link #MAXIMAL_SIZE}
     *     points
     * @throws InterruptedException when the thread is interrupted
     */
    public static DistanceMatrix of(FiniteMetricSpace space) throws InterruptedException {
        return of(space, Team.ofOne());
    }

    /**
     * The same, computed by a team where the space is a cloud with one of the metrics here.
     *
     * @throws IllegalArgumentException as {@link #of(FiniteMetricSpace)}
     * @throws InterruptedException when the thread is interrupted
     */
    public static DistanceMatrix of(FiniteMetricSpace space, Team team) throws InterruptedException {
        return of(space, team, Kernels.none());
    }

    /**
     * The same, computed by a device where that pays and it knows the metric.
     *
     * @throws IllegalArgumentException as {@link #of(FiniteMetricSpace)}
     * @throws InterruptedException when the thread is interrupted
     */
    public static DistanceMatrix of(FiniteMetricSpace space, Team team, Kernels kernels) throws InterruptedException {
        if (space instanceof DistanceMatrix matrix) {
            return matrix;
        }
        int entries = entries(space.size());
        Optional<MeasuredPoints> points = space instanceof MeasuredCloud cloud ? cloud.points() : Optional.empty();
        if (points.isEmpty()) {
            return byProcessor(space, team, entries);
        }
        double operations =
                DistanceKernel.operations(points.get().size(), points.get().dimension());
        return kernels.run(
                DistanceKernel.class,
                operations,
                device -> new DistanceMatrix(space.size(), device.distances(points.get())),
                () -> byProcessor(space, team, entries));
    }

    private static DistanceMatrix byProcessor(FiniteMetricSpace space, Team team, int entries)
            throws InterruptedException {
        int size = space.size();
        float[] lower = new float[entries];
        if (space instanceof MeasuredCloud cloud) {
            cloud.fill(lower, team);
        } else {
            fill(lower, space);
        }
        return new DistanceMatrix(size, lower);
    }

    private static void fill(float[] lower, FiniteMetricSpace space) throws InterruptedException {
        int next = 0;
        for (int i = 1; i < space.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (next % DISTANCES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                    throw new InterruptedException(
                            "interrupted while computing distance " + next + " of " + lower.length);
                }
                lower[next++] = checked(space.distance(i, j), i, j);
            }
        }
    }

    /**
     * A matrix from its entries below the diagonal: d(1,0), d(2,0), d(2,1), d(3,0), ...
     *
     * @param lower copied; of length n (n - 1) / 2 for some n; empty for one point
     * @throws IllegalArgumentException when the length is of no matrix, or an entry is negative or NaN
     */
    public static DistanceMatrix ofLower(float... lower) {
        return over(lower.clone());
    }

    /**
     * The same over an array that the matrix then owns.
     *
     * @param lower not to be changed afterwards
     * @throws IllegalArgumentException when the length is of no matrix, or an entry is negative or NaN
     */
    public static DistanceMatrix over(float[] lower) {
        int size = (int) Math.ceil((1 + Math.sqrt(1 + 8.0 * lower.length)) / 2);
        if ((long) size * (size - 1) / 2 != lower.length) {
            throw new IllegalArgumentException("distance matrix has " + lower.length
                    + " entries below its diagonal; n points have n (n - 1) / 2, here "
                    + (long) (size - 1) * (size - 2) / 2
                    + " or " + (long) size * (size - 1) / 2);
        }
        entries(size);
        for (int i = 1; i < size; i++) {
            checkRow(lower, index(i, 0), i);
        }
        return new DistanceMatrix(size, lower);
    }

    private static void checkRow(float[] lower, int row, int i) {
        for (int j = 0; j < i; j++) {
            float distance = lower[row + j];
            lower[row + j] = distance >= 0 ? distance + 0f : checked(distance, i, j);
        }
    }

    /**
     * A matrix from all of its rows.
     *
     * @param rows square, symmetric, with a zero diagonal
     * @throws IllegalArgumentException when it is not, or an entry is negative or NaN
     */
    public static DistanceMatrix ofRows(float[]... rows) {
        int size = rows.length;
        float[] lower = new float[entries(size)];
        int next = 0;
        for (int i = 0; i < size; i++) {
            requireLength(rows, i);
            for (int j = 0; j < i; j++) {
                requireSymmetry(rows, i, j);
                lower[next++] = checked(rows[i][j], i, j);
            }
            if (rows[i][i] != 0) {
                throw new IllegalArgumentException(
                        "distance of point " + i + " to itself is " + rows[i][i] + "; the diagonal must be zero");
            }
        }
        return new DistanceMatrix(size, lower);
    }

    private static void requireLength(float[][] rows, int i) {
        if (rows[i].length != rows.length) {
            throw new IllegalArgumentException("row " + i + " of the distance matrix has " + rows[i].length
                    + " entries, the matrix " + rows.length + " rows; it must be square");
        }
    }

    private static void requireSymmetry(float[][] rows, int i, int j) {
        if (rows[i][j] != rows[j][i] && !Float.isNaN(rows[i][j])) {
            throw new IllegalArgumentException("distance (" + i + ", " + j + ") is " + rows[i][j] + " but (" + j + ", "
                    + i + ") is " + rows[j][i] + "; the matrix must be symmetric");
        }
    }

    static float checked(float distance, int i, int j) {
        if (!(distance >= 0)) {
            throw new IllegalArgumentException(
                    "distance (" + i + ", " + j + ") is " + distance + "; it must be zero, positive or infinite");
        }
        return distance + 0f; // -0 becomes 0, so that equal distances have equal bits
    }

    static int entries(int size) {
        if (size > MAXIMAL_SIZE) {
            throw new IllegalArgumentException("distance matrix of " + size + " points would have "
                    + (long) size * (size - 1) / 2 + " entries; the most is " + MAXIMAL_SIZE + " points");
        }
        return (int) ((long) size * (size - 1) / 2);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public float distance(int i, int j) {
        if (i == j) {
            return 0;
        }
        return lower[index(i, j)];
    }

    /** What a device makes of them, without a copy. */
    public FiltrationKernel.OrderedEdges edges(FiltrationKernel device, FiltrationKernel.Extent extent)
            throws InterruptedException {
        return device.edges(size, lower, extent);
    }

    /** The first point from one on, other than a point, that is within a distance of it; the number of points where none is. */
    public int nearby(int point, int from, float distance) {
        int at = from;
        for (int row = index(point, 0); at < point; at++) {
            if (lower[row + at] <= distance) {
                return at;
            }
        }
        at = Math.max(at, point + 1);
        for (int entry = index(at, point); at < size; at++) {
            if (lower[entry] <= distance) {
                return at;
            }
            entry += at;
        }
        return size;
    }

    /** Copies the distances of a point to those before it. */
    public void copyRow(int point, float[] into) {
        System.arraycopy(lower, index(point, 0), into, 0, point);
    }

    /**
     * Writes numbers in the order of distances: of a pair the bits of its distance, below them the pair.
     *
     * @param pairs the higher point in the upper 16 bits, the lower in the lower
     * @return the bits in which some distances differ
     */
    public int readKeys(int[] pairs, int from, int count, long[] keys) {
        float[] entries = lower;
        int any = 0;
        int all = -1;
        for (int k = 0; k < count; k++) {
            int pair = pairs[from + k];
            int high = pair >>> 16;
            int row = (high * (high - 1)) >>> 1; // fits into 32 bits without a sign
            int bits = Float.floatToRawIntBits(entries[row + (pair & 0xffff)]);
            any |= bits;
            all &= bits;
            keys[k] = ((long) bits << 32) | (pair & 0xffffffffL);
        }
        return any & ~all;
    }

    /** Number of pairs of points. */
    public int pairs() {
        return lower.length;
    }

    /** The distance of a pair by its {@linkplain #index index}. */
    public float entry(int index) {
        return lower[index];
    }

    /** The position of the pair of two different points in the order (1,0), (2,0), (2,1), (3,0), ... */
    public static int index(int i, int j) {
        int high = Math.max(i, j);
        int low = Math.min(i, j);
        return (int) ((long) high * (high - 1) / 2) + low;
    }

    /**
     * The smallest radius of a ball around a point that holds all points; 0 for no points, infinite when some point is
     * out of reach of each. At this scale and above, the Vietoris-Rips complex is a cone.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public float enclosingRadius() throws InterruptedException {
        float[] reach = new float[size];
        for (int i = 1; i < size; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while looking for the enclosing radius");
            }
            reach[i] = reachBelow(i, index(i, 0), reach);
        }
        float radius = size == 0 ? 0 : Float.POSITIVE_INFINITY;
        for (float r : reach) {
            radius = Math.min(radius, r);
        }
        return radius;
    }

    /** The largest distance from a point to those before it, each of which takes its own into account. */
    private float reachBelow(int i, int row, float[] reach) {
        float most = 0;
        for (int j = 0; j < i; j++) {
            float distance = lower[row + j];
            most = distance > most ? distance : most;
            reach[j] = distance > reach[j] ? distance : reach[j];
        }
        return most;
    }
}
