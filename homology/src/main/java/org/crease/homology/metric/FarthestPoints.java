package org.crease.homology.metric;

import java.util.Arrays;
import java.util.Objects;

/**
 * The points of a space in the order in which each is the farthest from those before it; of equally far ones the lowest index
 * comes first. One row of distances a step, one of memory.
 */
final class FarthestPoints {
    private static final int DISTANCES_BETWEEN_CHECKS = 64;

    private final FiniteMetricSpace space;
    private final float[] gap; // distance to the nearest point taken
    private final boolean[] taken;
    private int farthest;

    FarthestPoints(FiniteMetricSpace space, int first) {
        this.space = space;
        this.gap = new float[space.size()];
        this.taken = new boolean[space.size()];
        Arrays.fill(gap, Float.POSITIVE_INFINITY);
        this.farthest = Objects.checkIndex(first, space.size());
    }

    /** The distance of the next point from those taken; infinite at first, 0 when all are. */
    float radius() {
        return taken[farthest] ? 0 : gap[farthest];
    }

    /** Takes the next point; not to be called when all are taken. */
    int take() throws InterruptedException {
        int point = farthest;
        taken[point] = true;
        float widest = -1;
        for (int i = 0; i < gap.length; i++) {
            if (i % DISTANCES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while looking for the farthest point");
            }
            gap[i] = Math.min(gap[i], space.distance(point, i));
            if (!taken[i] && gap[i] > widest) {
                widest = gap[i];
                farthest = i;
            }
        }
        return point;
    }
}
