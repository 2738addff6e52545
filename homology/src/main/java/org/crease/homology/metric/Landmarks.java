package org.crease.homology.metric;

import java.util.Arrays;
import java.util.Objects;

/**
 * Points spread over a space so that every point is near one: each landmark after the first is the point farthest from
 * those before it (max-min, or farthest-point, sampling). The covering radius is at most twice the smallest that so many
 * landmarks can have. Of equally far points the lowest index is taken.
 *
 * <p>Looks at {@code count} x n distances and keeps n of them. V. de Silva, G. Carlsson, <i>Topological estimation using
 * witness complexes</i>, SPBG 2004; T. Gonzalez, <i>Clustering to minimize the maximum intercluster distance</i>, Theor.
 * Comput. Sci. 38, 1985.
 *
 * @param indices the landmarks, in the order in which they were taken
 * @param coveringRadius the largest distance of a point from its nearest landmark; the bottleneck distance between the
 *     Vietoris-Rips diagrams of the landmarks and of the space is at most twice this
 */
public record Landmarks(int[] indices, double coveringRadius) {
    private static final int DISTANCES_BETWEEN_CHECKS = 64;

    /**
     * Max-min landmarks.
     *
     * @param count how many, from 1 to the number of points
     * @param first the first landmark
     * @throws IllegalArgumentException when there are not so many points
     * @throws InterruptedException when the thread is interrupted
     */
    public static Landmarks maxMin(FiniteMetricSpace space, int count, int first) throws InterruptedException {
        if (count < 1 || count > space.size()) {
            throw new IllegalArgumentException(count + " landmarks of " + space.size()
                    + " points; there must be at least 1 and not more than points");
        }
        int[] indices = new int[count];
        float[] gap = new float[space.size()]; // distance to the nearest landmark
        Arrays.fill(gap, Float.POSITIVE_INFINITY);
        boolean[] taken = new boolean[space.size()];
        int next = Objects.checkIndex(first, space.size());
        for (int k = 0; k < count; k++) {
            indices[k] = next;
            taken[next] = true;
            next = farthest(space, next, gap, taken);
        }
        return new Landmarks(indices, count == space.size() ? 0 : gap[next]);
    }

    private static int farthest(FiniteMetricSpace space, int landmark, float[] gap, boolean[] taken)
            throws InterruptedException {
        int farthest = landmark;
        float widest = -1;
        for (int i = 0; i < gap.length; i++) {
            if (i % DISTANCES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while choosing landmarks");
            }
            gap[i] = Math.min(gap[i], space.distance(landmark, i));
            if (!taken[i] && gap[i] > widest) {
                widest = gap[i];
                farthest = i;
            }
        }
        return farthest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Landmarks that
                && Arrays.equals(indices, that.indices)
                && coveringRadius == that.coveringRadius;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indices);
    }

    @Override
    public String toString() {
        return "Landmarks" + Arrays.toString(indices) + " covering within " + coveringRadius;
    }
}
