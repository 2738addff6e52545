package org.crease.homology;

import java.util.Arrays;
import java.util.Optional;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.kernel.MeasuredPoints;
import org.crease.homology.kernel.SpanningTreeKernel;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.MeasuredCloud;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.WeightedSpace;

/**
 * The minimum spanning tree of a metric space, or forest where distances are infinite. Its edges are the moments at which
 * components merge, so it is the zeroth homology of the Vietoris-Rips filtration.
 *
 * <p>Prim's algorithm on the complete graph: every distance is computed once and none is kept, O(n²) time and O(n) memory,
 * which suits large clouds. Of {@link SparseDistances}, Kruskal's on the pairs that are there. R. Prim, <i>Shortest connection
 * networks and some generalizations</i>, Bell Syst. Tech. J. 36, 1957; J. Kruskal, <i>On the shortest spanning subtree of a
 * graph</i>, Proc. AMS 7, 1956. A device grows trees from all points at once, see {@link SpanningTreeKernel}.
 */
public final class MinimumSpanningTree {
    private static final int DISTANCES_BETWEEN_CHECKS = 64;

    private final int size;
    private final float[] lengths;
    private final float[] births; // of the points; none where all are there from the start
    private final int[] ends; // of each edge, two

    private MinimumSpanningTree(int size, float[] lengths, float[] births, int[] ends) {
        this.size = size;
        this.lengths = lengths;
        this.births = births;
        this.ends = ends;
    }

    /**
     * The tree of a space.
     *
     * @throws IllegalArgumentException when a distance is negative or NaN
     * @throws InterruptedException when the thread is interrupted
     */
    public static MinimumSpanningTree of(FiniteMetricSpace space) throws InterruptedException {
        return of(space, Kernels.none(), Watch.none());
    }

    /**
     * The same, by a device where that pays and it knows the metric. Where several trees are equally short it may be another.
     *
     * @throws IllegalArgumentException when a distance is negative or NaN
     * @throws InterruptedException when the thread is interrupted
     */
    public static MinimumSpanningTree of(FiniteMetricSpace space, Kernels kernels) throws InterruptedException {
        return of(space, kernels, Watch.none());
    }

    static MinimumSpanningTree of(FiniteMetricSpace space, Kernels kernels, Watch watch) throws InterruptedException {
        if (space.size() == 0) {
            return new MinimumSpanningTree(0, new float[0], ElderRule.births(space), new int[0]);
        } else if (space instanceof SparseDistances sparse) {
            return ofPairs(sparse);
        }
        Optional<MeasuredPoints> points = space instanceof MeasuredCloud cloud ? cloud.points() : Optional.empty();
        if (points.isEmpty()) {
            return grown(space, watch);
        }
        double operations =
                SpanningTreeKernel.operations(points.get().size(), points.get().dimension());
        return kernels.run(
                SpanningTreeKernel.class,
                operations,
                device -> ofDevice(points.get().size(), device.tree(points.get())),
                () -> grown(space, watch));
    }

    private static MinimumSpanningTree ofDevice(int size, SpanningTreeKernel.Tree tree) {
        long[] edges = new long[size - 1];
        for (int edge = 0; edge < edges.length; edge++) {
            edges[edge] = (long) Float.floatToRawIntBits(tree.lengths()[edge]) << 32 | edge;
        }
        Arrays.sort(edges);
        return inOrder(size, new float[0], edges, tree.ends());
    }

    private static MinimumSpanningTree grown(FiniteMetricSpace space, Watch watch) throws InterruptedException {
        int size = space.size();
        long[] edges = new long[size - 1]; // bits of the length, then number of the step
        int[] taken = new int[2 * size - 2];
        Fringe fringe = new Fringe(space);
        int joined = 0;
        int point = 0;
        for (int step = 1; step < size; step++) {
            watch.at(step, size);
            fringe.reachFrom(point);
            if (fringe.nearestDistance() < Float.POSITIVE_INFINITY) {
                taken[2 * joined] = fringe.inTree();
                taken[2 * joined + 1] = fringe.nearestPoint();
                edges[joined] = (long) Float.floatToRawIntBits(fringe.nearestDistance()) << 32 | joined;
                joined++;
            }
            point = fringe.takeNearest();
        }
        Arrays.sort(edges, 0, joined);
        return inOrder(size, ElderRule.births(space), Arrays.copyOf(edges, joined), taken);
    }

    private static MinimumSpanningTree ofPairs(SparseDistances space) throws InterruptedException {
        long[] pairs = new long[space.pairs()]; // bits of the length, then number of the pair
        int[] ends = new int[2 * pairs.length];
        int count = 0;
        for (int i = 1; i < space.size(); i++) {
            requireUninterrupted(i);
            for (int k = 0; k < space.degree(i) && space.neighbour(i, k) < i; k++) {
                ends[2 * count] = i;
                ends[2 * count + 1] = space.neighbour(i, k);
                pairs[count] = (long) Float.floatToRawIntBits(space.distanceToNeighbour(i, k)) << 32 | count;
                count++;
            }
        }
        DisjointSets components = new DisjointSets(space.size());
        int joined = 0;
        long[] sorted = RadixSort.byHighInt(pairs);
        for (int k = 0; k < sorted.length; k++) {
            requireUninterrupted(k);
            long pair = sorted[k];
            if (components.join(ends[2 * (int) pair], ends[2 * (int) pair + 1])) {
                pairs[joined++] = pair;
            }
        }
        return inOrder(space.size(), new float[0], Arrays.copyOf(pairs, joined), ends);
    }

    private static void requireUninterrupted(int step) throws InterruptedException {
        if (step % DISTANCES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
            throw new InterruptedException("interrupted while joining the trees of a forest");
        }
    }

    private static MinimumSpanningTree inOrder(int size, float[] births, long[] edges, int[] taken) {
        float[] lengths = new float[edges.length];
        int[] ends = new int[2 * edges.length];
        for (int k = 0; k < edges.length; k++) {
            int step = (int) edges[k];
            lengths[k] = Float.intBitsToFloat((int) (edges[k] >>> 32));
            ends[2 * k] = taken[2 * step];
            ends[2 * k + 1] = taken[2 * step + 1];
        }
        return new MinimumSpanningTree(size, lengths, births, ends);
    }

    /** When the last point is born; 0 where all are there from the start. */
    float lastBirth() {
        return ElderRule.last(births);
    }

    /** Number of points. */
    public int size() {
        return size;
    }

    /** Number of trees: 1 unless distances are infinite (or there is no point). */
    public int components() {
        return size - lengths.length;
    }

    /** A copy of the lengths of the edges, ascending. */
    public float[] lengths() {
        return lengths.clone();
    }

    /** The sum of the lengths, in double precision. */
    public double totalLength() {
        double sum = 0;
        for (float length : lengths) {
            sum += length;
        }
        return sum;
    }

    /**
     * The diagram of dimension 0 up to a threshold: an infinite bar for each component there. Bars begin at 0 or, in a
     * {@link WeightedSpace}, when their first point is born.
     */
    public PersistenceDiagram diagram(double threshold) {
        return births.length > 0 ? byBirth(threshold) : fromTheStart(threshold);
    }

    private PersistenceDiagram byBirth(double threshold) {
        ElderRule components = new ElderRule(births);
        for (int k = 0; k < lengths.length && lengths[k] <= threshold; k++) {
            components.join(ends[2 * k], ends[2 * k + 1], lengths[k]);
        }
        return components.diagram(threshold);
    }

    private PersistenceDiagram fromTheStart(double threshold) {
        PersistenceDiagram.Builder diagram = new PersistenceDiagram.Builder(0);
        for (float length : lengths) {
            diagram.add(0, length <= threshold ? length : Double.POSITIVE_INFINITY);
        }
        for (int k = 0; k < components(); k++) {
            diagram.add(0, Double.POSITIVE_INFINITY);
        }
        return diagram.build();
    }

    /** The points outside the tree with their distances from it. */
    private static final class Fringe {
        private final FiniteMetricSpace space;
        private final int[] points;
        private final float[] distances;
        private final int[] reached; // the point of the tree at that distance
        private int count;
        private int nearest;

        Fringe(FiniteMetricSpace space) {
            this.space = space;
            count = space.size() - 1;
            points = new int[count];
            distances = new float[count];
            reached = new int[count];
            Arrays.setAll(points, k -> k + 1);
            Arrays.fill(distances, Float.POSITIVE_INFINITY);
        }

        void reachFrom(int point) throws InterruptedException {
            nearest = 0;
            for (int k = 0; k < count; k++) {
                if (k % DISTANCES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                    throw new InterruptedException("interrupted with " + count + " points outside the spanning tree");
                }
                float distance = space.distance(point, points[k]);
                if (!(distance >= 0)) {
                    throw new IllegalArgumentException("distance (" + point + ", " + points[k] + ") is " + distance
                            + "; it must be zero, positive or infinite");
                }
                if (distance < distances[k]) {
                    distances[k] = distance + 0f;
                    reached[k] = point;
                }
                if (distances[k] < distances[nearest]) {
                    nearest = k;
                }
            }
        }

        float nearestDistance() {
            return distances[nearest];
        }

        int nearestPoint() {
            return points[nearest];
        }

        int inTree() {
            return reached[nearest];
        }

        int takeNearest() {
            int taken = points[nearest];
            count--;
            points[nearest] = points[count];
            distances[nearest] = distances[count];
            reached[nearest] = reached[count];
            return taken;
        }
    }
}
