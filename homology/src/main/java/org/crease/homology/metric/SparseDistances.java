package org.crease.homology.metric;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.crease.homology.kernel.Kernels;

/**
 * Distances of some pairs of points, or the weights of a graph; all other pairs are at infinite distance and never joined.
 * Takes 16 bytes for each pair that is there. A pair at distance 0 is there like any other.
 */
public final class SparseDistances implements FiniteMetricSpace {
    private final int[] starts; // of each point's row
    private final int[] neighbours; // ascending in each row
    private final float[] distances;

    private SparseDistances(int[] starts, int[] neighbours, float[] distances) {
        this.starts = starts;
        this.neighbours = neighbours;
        this.distances = distances;
    }

    /** Collects pairs in any order. */
    public static final class Builder {
        private static final int STEPS_BETWEEN_CHECKS = 64;

        private final int size;
        private int[] ends = new int[32]; // two for each pair
        private float[] lengths = new float[16];
        private int count;

        /**
         * Starts with no pair of this many points.
         *
         * @throws IllegalArgumentException when the size is negative
         */
        public Builder(int size) {
            if (size < 0) {
                throw new IllegalArgumentException("number of points is " + size + "; it must not be negative");
            }
            this.size = size;
        }

        /**
         * Adds the distance of two points, in either order. Adding the same again changes nothing; an infinite distance
         * is that of a pair not added.
         *
         * @throws IllegalArgumentException when the distance is negative or NaN, or other than zero for a point and itself
         * @throws IndexOutOfBoundsException when a point is not one of 0 to size - 1
         */
        public Builder add(int i, int j, float distance) {
            Objects.checkIndex(i, size);
            Objects.checkIndex(j, size);
            if (!(distance >= 0)) {
                throw new IllegalArgumentException(
                        "distance (" + i + ", " + j + ") is " + distance + "; it must be zero, positive or infinite");
            }
            if (i == j && distance != 0) {
                throw new IllegalArgumentException(
                        "distance of point " + i + " to itself is " + distance + "; it must be zero");
            }
            if (i != j && distance < Float.POSITIVE_INFINITY) {
                append(i, j, distance + 0f); // -0 becomes 0
            }
            return this;
        }

        private void append(int i, int j, float distance) {
            if (count == lengths.length) {
                ends = Arrays.copyOf(ends, 4 * count);
                lengths = Arrays.copyOf(lengths, 2 * count);
            }
            ends[2 * count] = i;
            ends[2 * count + 1] = j;
            lengths[count++] = distance;
        }

        /**
         * The distances.
         *
         * @throws IllegalArgumentException when two distances were given for a pair
         */
        public SparseDistances build() {
            try {
                return build(() -> false);
            } catch (InterruptedException e) {
                throw new AssertionError("nobody asked whether the thread is interrupted", e);
            }
        }

        /** The same, unless the thread is interrupted. */
        SparseDistances buildInterruptibly() throws InterruptedException {
            return build(Thread::interrupted);
        }

        private SparseDistances build(BooleanSupplier interrupted) throws InterruptedException {
            int[] starts = new int[size + 1];
            for (int k = 0; k < 2 * count; k++) {
                starts[ends[k] + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            long[] rows = new long[2 * count]; // neighbour, then bits of the distance
            int[] next = Arrays.copyOf(starts, size);
            for (int k = 0; k < 2 * count; k++) {
                requireNot(interrupted, k);
                rows[next[ends[k]]++] = (long) ends[k ^ 1] << 32 | Float.floatToRawIntBits(lengths[k >> 1]);
            }
            return unpack(starts, rows, interrupted);
        }

        private static void requireNot(BooleanSupplier interrupted, int step) throws InterruptedException {
            if (step % STEPS_BETWEEN_CHECKS == 0 && interrupted.getAsBoolean()) {
                throw new InterruptedException("interrupted while sorting pairs");
            }
        }

        private static SparseDistances unpack(int[] starts, long[] rows, BooleanSupplier interrupted)
                throws InterruptedException {
            int[] neighbours = new int[rows.length];
            float[] distances = new float[rows.length];
            int[] kept = new int[starts.length];
            int end = 0;
            for (int point = 0; point + 1 < starts.length; point++) {
                requireNot(interrupted, point);
                Arrays.sort(rows, starts[point], starts[point + 1]);
                for (int k = starts[point]; k < starts[point + 1]; k++) {
                    if (k == starts[point] || rows[k] != rows[k - 1]) {
                        neighbours[end] = (int) (rows[k] >>> 32);
                        distances[end] = Float.intBitsToFloat((int) rows[k]);
                        requireOne(point, neighbours, distances, kept[point], end++);
                    }
                }
                kept[point + 1] = end;
            }
            return new SparseDistances(kept, Arrays.copyOf(neighbours, end), Arrays.copyOf(distances, end));
        }

        private static void requireOne(int point, int[] neighbours, float[] distances, int start, int at) {
            if (at > start && neighbours[at] == neighbours[at - 1]) {
                throw new IllegalArgumentException("distance (" + point + ", " + neighbours[at] + ") is given as "
                        + distances[at - 1] + " and as " + distances[at] + "; a pair has one distance");
            }
        }
    }

    /** When a pair is joined in a graph of nearest neighbours. */
    public enum Symmetry {
        /** One is among the nearest of the other. */
        UNION,
        /** Each is among the nearest of the other. */
        MUTUAL
    }

    /**
     * The edges of a weighted graph. Its Vietoris-Rips filtration is that of its cliques, each at its largest weight.
     *
     * @param points how many there are, from 0; any may be without edges
     * @param from one end of each edge
     * @param to the other end
     * @param weights of the edges, as {@link Builder#add} takes them
     * @throws IllegalArgumentException when the arrays differ in length, a weight is negative or NaN, or an edge has two
     * @throws IndexOutOfBoundsException when an end is not one of 0 to points - 1
     */
    public static SparseDistances ofGraph(int points, int[] from, int[] to, float[] weights) {
        if (from.length != to.length || from.length != weights.length) {
            throw new IllegalArgumentException("graph has edges from " + from.length + " points to " + to.length
                    + " points with " + weights.length + " weights; there must be equally many");
        }
        Builder pairs = new Builder(points);
        for (int k = 0; k < weights.length; k++) {
            pairs.add(from[k], to[k], weights[k]);
        }
        return pairs.build();
    }

    /**
     * The graph of nearest neighbours, each edge as long as the distance it bridges. Among equally near points the lower
     * index is the nearer. Looks at all pairs, twice, and keeps those of the graph.
     *
     * @param neighbours of each point, at least 1 and fewer than there are points
     * @throws IllegalArgumentException when there are not so many neighbours
     * @throws InterruptedException when the thread is interrupted
     */
    public static SparseDistances ofNearest(FiniteMetricSpace space, int neighbours, Symmetry symmetry)
            throws InterruptedException {
        return ofNearest(space, neighbours, symmetry, Kernels.none());
    }

    /**
     * The same, with neighbours found by a device where that pays, it knows the metric and they are not too many for it.
     *
     * @throws IllegalArgumentException when there are not so many neighbours
     * @throws InterruptedException when the thread is interrupted
     */
    public static SparseDistances ofNearest(FiniteMetricSpace space, int neighbours, Symmetry symmetry, Kernels kernels)
            throws InterruptedException {
        int[][] nearest = NeighbourGraph.nearest(space, neighbours, kernels);
        Builder pairs = new Builder(space.size());
        for (int i = 0; i < nearest.length; i++) {
            for (int j : nearest[i]) {
                boolean mutual = Arrays.binarySearch(nearest[j], i) >= 0;
                if (mutual ? i < j : symmetry == Symmetry.UNION) {
                    pairs.add(i, j, space.distance(i, j));
                }
            }
        }
        return pairs.buildInterruptibly();
    }

    /**
     * The pairs of a space that are no further apart than a scale. Looks at each pair once and keeps no matrix, so it serves
     * spaces too large for one; in what comes of it, other pairs are never joined.
     *
     * @throws IllegalArgumentException when the scale is negative or NaN, or a distance is
     * @throws InterruptedException when the thread is interrupted
     */
    public static SparseDistances within(FiniteMetricSpace space, double scale) throws InterruptedException {
        if (!(scale >= 0)) {
            throw new IllegalArgumentException("scale is " + scale + "; it must be zero or positive");
        }
        if (space instanceof DifferenceSpace cloud && cloud.metric() == Difference.EUCLIDEAN) {
            return near(cloud, scale, Long.MAX_VALUE).orElseThrow();
        }
        Builder pairs = new Builder(space.size());
        for (int i = 1; i < space.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (j % 64 == 0 && Thread.interrupted()) {
                    throw new InterruptedException(
                            "interrupted at the distances of point " + i + " of " + space.size());
                }
                float distance = space.distance(i, j);
                if (!(distance > scale)) {
                    pairs.add(i, j, distance);
                }
            }
        }
        return pairs.buildInterruptibly();
    }

    /**
     * The pairs of a point cloud with the euclidean distance that are no further apart than a scale; none when they are more
     * than {@code most}, or for any other space.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public static Optional<SparseDistances> ifFewWithin(FiniteMetricSpace space, double scale, long most)
            throws InterruptedException {
        return space instanceof DifferenceSpace cloud && cloud.metric() == Difference.EUCLIDEAN
                ? near(cloud, scale, most)
                : Optional.empty();
    }

    private static Optional<SparseDistances> near(DifferenceSpace space, double scale, long most)
            throws InterruptedException {
        Builder pairs = new Builder(space.size());
        NearPairs.visit(space.cloud(), scale, (i, j) -> {
            float distance = space.distance(i, j);
            if (!(distance > scale)) {
                pairs.add(i, j, distance);
            }
            return pairs.count <= most;
        });
        return pairs.count <= most ? Optional.of(pairs.buildInterruptibly()) : Optional.empty();
    }

    @Override
    public int size() {
        return starts.length - 1;
    }

    @Override
    public float distance(int i, int j) {
        Objects.checkIndex(j, size());
        if (i == j) {
            return 0;
        }
        int at = Arrays.binarySearch(neighbours, starts[i], starts[i + 1], j);
        return at < 0 ? Float.POSITIVE_INFINITY : distances[at];
    }

    NeighbourGraph asGraph() {
        return new NeighbourGraph(starts, neighbours, distances);
    }

    /** Number of pairs at finite distance. */
    public int pairs() {
        return neighbours.length / 2;
    }

    /** Number of points at finite distance from a point, itself left out. */
    public int degree(int point) {
        return starts[point + 1] - starts[point];
    }

    /** One of the points at finite distance, in ascending order, {@code k} from 0 to {@link #degree} - 1. */
    public int neighbour(int point, int k) {
        return neighbours[starts[point] + Objects.checkIndex(k, degree(point))];
    }

    /** The distance to that neighbour. */
    public float distanceToNeighbour(int point, int k) {
        return distances[starts[point] + Objects.checkIndex(k, degree(point))];
    }

    /**
     * The smallest radius of a ball around a point that holds all points; 0 for no points, infinite when each point is at
     * infinite distance from some other.
     */
    public float enclosingRadius() {
        float radius = size() == 0 ? 0 : Float.POSITIVE_INFINITY;
        for (int point = 0; point < size(); point++) {
            if (degree(point) == size() - 1) {
                float reach = 0;
                for (int k = starts[point]; k < starts[point + 1]; k++) {
                    reach = Math.max(reach, distances[k]);
                }
                radius = Math.min(radius, reach);
            }
        }
        return radius;
    }

    /** The largest finite distance; 0 when there is none. */
    public float largest() {
        float largest = 0;
        for (float distance : distances) {
            largest = Math.max(largest, distance);
        }
        return largest;
    }
}
