package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.SparseDistances;

/** Points joined to those that are within a scale: a distance is asked for whenever it is looked at. */
record SpaceGraph(FiniteMetricSpace space, double scale) implements CliqueWalks.Graph {

    @Override
    public int size() {
        return space.size();
    }

    @Override
    public int[] neighbours(int point) {
        return space instanceof SparseDistances sparse ? listed(sparse, point) : measured(point);
    }

    private int[] listed(SparseDistances sparse, int point) {
        int[] near = new int[sparse.degree(point)];
        int count = 0;
        for (int k = 0; k < near.length; k++) {
            if (sparse.distanceToNeighbour(point, k) <= scale) {
                near[count++] = sparse.neighbour(point, k);
            }
        }
        return Arrays.copyOf(near, count);
    }

    private int[] measured(int point) {
        int[] near = new int[space.size()];
        int count = 0;
        for (int other = 0; other < near.length; other++) {
            if (other != point && areJoined(point, other)) {
                near[count++] = other;
            }
        }
        return Arrays.copyOf(near, count);
    }

    @Override
    public boolean areJoined(int i, int j) {
        float distance = space.distance(i, j);
        return distance <= scale && distance < Float.POSITIVE_INFINITY;
    }
}
