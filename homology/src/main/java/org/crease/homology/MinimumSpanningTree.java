package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.FiniteMetricSpace;

/**
 * The minimum spanning tree of a metric space, or forest where distances are infinite. Its edges are the moments at which
 * components merge, so it is the zeroth homology of the Vietoris-Rips filtration.
 *
 * <p>Prim's algorithm on the complete graph: every distance is computed once and none is kept, O(n²) time and O(n) memory,
 * which suits large clouds. R. Prim, <i>Shortest connection networks and some generalizations</i>, Bell Syst. Tech. J. 36,
 * 1957.
 */
public final class MinimumSpanningTree {
    private static final int DISTANCES_BETWEEN_CHECKS = 64;

    private final int size;
    private final float[] lengths;

    private MinimumSpanningTree(int size, float[] lengths) {
        this.size = size;
        this.lengths = lengths;
    }

    /**
     * The tree of a space.
     *
     * @throws IllegalArgumentException when a distance is negative or NaN
     * @throws InterruptedException when the thread is interrupted
     */
    public static MinimumSpanningTree of(FiniteMetricSpace space) throws InterruptedException {
        int size = space.size();
        if (size == 0) {
            return new MinimumSpanningTree(0, new float[0]);
        }
        float[] lengths = new float[size - 1];
        Fringe fringe = new Fringe(space);
        int joined = 0;
        int point = 0;
        for (int step = 1; step < size; step++) {
            fringe.reachFrom(point);
            if (fringe.nearestDistance() < Float.POSITIVE_INFINITY) {
                lengths[joined++] = fringe.nearestDistance();
            }
            point = fringe.takeNearest();
        }
        float[] sorted = Arrays.copyOf(lengths, joined);
        Arrays.sort(sorted);
        return new MinimumSpanningTree(size, sorted);
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

    /** The diagram of dimension 0 up to a threshold: an infinite bar for each component there. */
    public PersistenceDiagram diagram(double threshold) {
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
        private int count;
        private int nearest;

        Fringe(FiniteMetricSpace space) {
            this.space = space;
            count = space.size() - 1;
            points = new int[count];
            distances = new float[count];
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
                distances[k] = Math.min(distances[k], distance + 0f);
                if (distances[k] < distances[nearest]) {
                    nearest = k;
                }
            }
        }

        float nearestDistance() {
            return distances[nearest];
        }

        int takeNearest() {
            int taken = points[nearest];
            count--;
            points[nearest] = points[count];
            distances[nearest] = distances[count];
            return taken;
        }
    }
}
