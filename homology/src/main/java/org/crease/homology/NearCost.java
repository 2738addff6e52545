package org.crease.homology;

import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.MeasuredCloud;
import org.crease.homology.metric.SparseDistances;

/**
 * What homology takes of a space of which few pairs are within the scale, by the neighbours of a few points. All that happens to
 * an edge is among them.
 */
final class NearCost {
    private static final int CENTRES = 32;
    private static final int CENTRES_OF_LISTS = 512;
    private static final double BYTES_IN_MATRIX = 6;
    private static final double RANGE = 5;

    private final VietorisRips rips;
    private final int points;
    private final boolean isListed;
    private final boolean isMeasured; // so that near pairs are found without a matrix
    private final CliqueWalks walks;

    /** Looks at neighbours. */
    NearCost(VietorisRips rips, FiniteMetricSpace space) throws InterruptedException {
        this.rips = rips;
        points = space.size();
        isListed = space instanceof SparseDistances;
        isMeasured = space instanceof MeasuredCloud;
        int centres = Math.max(1, Math.min(points, isListed ? CENTRES_OF_LISTS : CENTRES));
        walks = new CliqueWalks(new SpaceGraph(space, rips.threshold()), rips.dimension() + 2, centres);
    }

    /** The share of pairs that are within the scale, about. */
    double share() {
        return walks.cliques(2) / Math.max(1, points * (points - 1.0) / 2);
    }

    /** For so many of the points. */
    Estimate of(int some) {
        double part = (double) some / points;
        double simplices = 0;
        for (int size = 1; size <= rips.dimension() + 2; size++) {
            simplices += walks.cliques(size) * Math.pow(part, size);
        }
        double edges = walks.cliques(2) * part * part;
        double degree = 2 * edges / Math.max(1, some);
        double inMatrix = inMatrix(some, edges);
        double seconds = 1e-6 + 1e-9 * (100.0 * some + 3 * inMatrix + edges * (700 + 3 * degree));
        double bytes = 64.0 * some + 40 * edges + BYTES_IN_MATRIX * inMatrix;
        double range = RANGE * (1 + 0.6 * (rips.dimension() - 1)); // neighbours may be as noise
        return new Estimate(
                simplices,
                (long) bytes,
                (long) (bytes / RANGE),
                (long) (bytes * range),
                seconds,
                seconds / RANGE,
                seconds * range + 1e-3);
    }

    /** Distances that are held, where near pairs are not held alone. */
    private double inMatrix(int some, double edges) {
        double pairs = some * (some - 1.0) / 2;
        boolean areFew = some > VietorisRips.SMALL && edges < 2 * pairs / VietorisRips.SPARSE;
        return isListed || (isMeasured && areFew) ? 0 : pairs;
    }
}
