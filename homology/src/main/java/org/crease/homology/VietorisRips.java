package org.crease.homology;

import java.util.List;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;

/**
 * Persistent homology of the Vietoris-Rips filtration over Z/2: at scale t, every set of points of diameter at most t is a
 * simplex. Exact, for dimensions 0 and 1.
 *
 * <p>Dimension 0 alone comes from a {@link MinimumSpanningTree}. Dimension 1 takes the edges in order and never lists a
 * triangle: what an edge does to homology is told by its <i>lune</i>, the points already joined to both of its ends. See
 * {@link LuneFiltration}.
 *
 * <p>The result depends on the space alone, not on the order of its points. Instances are immutable.
 */
public final class VietorisRips {
    private static final int FIELD = 2;

    private final int dimension;
    private final double threshold;

    private VietorisRips(int dimension, double threshold) {
        this.dimension = dimension;
        this.threshold = threshold;
    }

    /**
     * Diagrams of dimension 0 to this one, of the whole filtration.
     *
     * @param dimension 0 or 1
     * @throws IllegalArgumentException for any other
     */
    public static VietorisRips upToDimension(int dimension) {
        if (dimension < 0 || dimension > 1) {
            throw new IllegalArgumentException("homology dimension is " + dimension + "; it must be 0 or 1");
        }
        return new VietorisRips(dimension, Double.POSITIVE_INFINITY);
    }

    /**
     * The same of the filtration up to a scale.
     *
     * @param scale at least 0
     * @throws IllegalArgumentException when it is negative or NaN
     */
    public VietorisRips upToScale(double scale) {
        if (!(scale >= 0)) {
            throw new IllegalArgumentException("threshold is " + scale + "; it must be zero or positive");
        }
        return new VietorisRips(dimension, scale);
    }

    /**
     * The diagrams of a space. Of one with no point, diagrams without bars.
     *
     * @throws IllegalArgumentException when a distance is negative or NaN, or for dimension 1 there are more than
     *     {@link DistanceMatrix#MAXIMAL_SIZE} points
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Diagrams diagrams(FiniteMetricSpace space) throws InterruptedException {
        return dimension == 0 ? components(space) : loops(DistanceMatrix.of(space));
    }

    private Diagrams components(FiniteMetricSpace space) throws InterruptedException {
        MinimumSpanningTree tree = MinimumSpanningTree.of(space);
        float[] lengths = tree.lengths();
        double last = lengths.length == 0 ? 0 : lengths[lengths.length - 1];
        return new Diagrams(FIELD, Math.min(threshold, last), threshold >= last, List.of(tree.diagram(threshold)));
    }

    private Diagrams loops(DistanceMatrix matrix) throws InterruptedException {
        double last = lastScale(matrix);
        double cut = Math.min(threshold, last);
        LuneFiltration filtration = new LuneFiltration(matrix, SortedEdges.upTo(matrix, cut));
        return new Diagrams(FIELD, cut, threshold >= last, filtration.diagrams());
    }

    /** The scale past which nothing happens: the enclosing radius or, where that is infinite, the largest distance. */
    private static double lastScale(DistanceMatrix matrix) throws InterruptedException {
        float radius = matrix.enclosingRadius();
        if (radius < Float.POSITIVE_INFINITY) {
            return radius;
        }
        float last = 0;
        for (int k = 0; k < matrix.pairs(); k++) {
            float distance = matrix.entry(k);
            last = distance < Float.POSITIVE_INFINITY ? Math.max(last, distance) : last;
        }
        return last;
    }

    /**
     * An upper bound of the memory that {@link #diagrams} needs beside the space itself, in bytes, for a threshold that
     * leaves no edge out; loops that are many and long-lived (noise in high dimension) may add some to it.
     */
    public long bytes(int points) {
        if (dimension == 0) {
            return 8L * points;
        }
        long pairs = (long) points * (points - 1) / 2;
        long words = (points + 63L) / 64;
        // matrix, edges and the sort's second copy of them, cocycle values; neighbours as bits
        return pairs * (Float.BYTES + 2 * Long.BYTES + Integer.BYTES) + points * words * Long.BYTES + 1024L * points;
    }

    /** The time that {@link #diagrams} takes on one core once the distances are there, in seconds; roughly. */
    public double seconds(int points) {
        double pairs = points * (points - 1.0) / 2;
        return dimension == 0 ? 2e-9 * pairs : pairs * (1.2e-7 + 1.5e-9 * (points / 64.0));
    }
}
