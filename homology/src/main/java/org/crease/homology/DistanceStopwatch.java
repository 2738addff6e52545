package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;

/** Measures all distances of a few points, and the time of one: that of the quickest row of many, as Java warms up. */
final class DistanceStopwatch {
    private static final int FEW = 24; // points

    private final DistanceMatrix distances;
    private double least = Double.POSITIVE_INFINITY;

    DistanceStopwatch(FiniteMetricSpace space) throws InterruptedException {
        float[] lower = new float[space.size() * (space.size() - 1) / 2];
        for (int i = 1; i < space.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while estimating the time of distances");
            }
            long start = System.nanoTime();
            for (int j = 0; j < i; j++) {
                lower[DistanceMatrix.index(i, j)] = space.distance(i, j);
            }
            least = Math.min(least, (System.nanoTime() - start) * 1e-9 / i);
        }
        distances = DistanceMatrix.ofLower(lower);
    }

    /** The time of a distance, of a few of a space. */
    static double ofSome(FiniteMetricSpace space) throws InterruptedException {
        int[] first = new int[Math.min(FEW, space.size())];
        Arrays.setAll(first, k -> k);
        return new DistanceStopwatch(space.subspace(first)).secondsOfDistance();
    }

    DistanceMatrix distances() {
        return distances;
    }

    double secondsOfDistance() {
        return least == Double.POSITIVE_INFINITY ? 0 : least;
    }
}
