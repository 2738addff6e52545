package org.crease.homology.metric;

import java.util.Arrays;

/** Exact nearest neighbours by looking at every point; of equally near ones the lower index comes first. */
final class NearestNeighbours {
    private static final int DISTANCES_BETWEEN_CHECKS = 64;

    private final FiniteMetricSpace space;
    private final int count;
    private final float[] distances;

    NearestNeighbours(FiniteMetricSpace space, int count) {
        this.space = space;
        this.count = count;
        this.distances = new float[count];
    }

    /** The nearest other points at finite distance, at most {@code count}, in ascending order of index. */
    int[] of(int point) throws InterruptedException {
        int[] found = new int[count];
        int filled = 0;
        for (int other = 0; other < space.size(); other++) {
            if (other % DISTANCES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while looking for the neighbours of point " + point);
            }
            float distance = other == point ? Float.POSITIVE_INFINITY : space.distance(point, other);
            if (distance < Float.POSITIVE_INFINITY && (filled < count || distance < distances[count - 1])) {
                filled = Math.min(filled + 1, count);
                insert(found, filled, other, distance);
            }
        }
        int[] result = Arrays.copyOf(found, filled);
        Arrays.sort(result);
        return result;
    }

    private void insert(int[] found, int filled, int other, float distance) {
        int slot = filled - 1;
        while (slot > 0 && distances[slot - 1] > distance) {
            distances[slot] = distances[slot - 1];
            found[slot] = found[slot - 1];
            slot--;
        }
        distances[slot] = distance;
        found[slot] = other;
    }
}
