package org.crease.homology.metric;

import java.util.Arrays;
import java.util.Random;

/**
 * Some points that stand for all. Spread over a space so that every point is near one, each after the first is the point
 * farthest from those before it (max-min, or farthest-point, sampling): the covering radius is at most twice the smallest
 * that so many landmarks can have. Of equally far points the lowest index is taken. Or drawn at random.
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
    /**
     * Max-min landmarks.
     *
     * @param count how many, from 1 to the number of points
     * @param first the first landmark
     * @throws IllegalArgumentException when there are not so many points
     * @throws InterruptedException when the thread is interrupted
     */
    public static Landmarks maxMin(FiniteMetricSpace space, int count, int first) throws InterruptedException {
        requireCount(space, count);
        int[] indices = new int[count];
        FarthestPoints points = new FarthestPoints(space, first);
        for (int k = 0; k < count; k++) {
            indices[k] = points.take();
        }
        return new Landmarks(indices, points.radius());
    }

    /**
     * Landmarks drawn at random, each point as likely as another; the same for the same seed. They follow the density of the
     * points, and their covering radius is mostly larger than that of max-min ones.
     *
     * @param count how many, from 1 to the number of points
     * @throws IllegalArgumentException when there are not so many points
     * @throws InterruptedException when the thread is interrupted
     */
    public static Landmarks random(FiniteMetricSpace space, int count, long seed) throws InterruptedException {
        requireCount(space, count);
        int[] order = new int[space.size()];
        Arrays.setAll(order, k -> k);
        Random random = new Random(seed);
        for (int k = 0; k < count; k++) {
            int other = k + random.nextInt(order.length - k);
            int drawn = order[other];
            order[other] = order[k];
            order[k] = drawn;
        }
        int[] indices = Arrays.copyOf(order, count);
        return new Landmarks(indices, coveringRadius(space, indices));
    }

    private static double coveringRadius(FiniteMetricSpace space, int[] landmarks) throws InterruptedException {
        float radius = 0;
        for (int i = 0; i < space.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while measuring how far landmarks reach");
            }
            float nearest = Float.POSITIVE_INFINITY;
            for (int landmark : landmarks) {
                nearest = Math.min(nearest, space.distance(landmark, i));
            }
            radius = Math.max(radius, nearest);
        }
        return radius;
    }

    private static void requireCount(FiniteMetricSpace space, int count) {
        if (count < 1 || count > space.size()) {
            throw new IllegalArgumentException(count + " landmarks of " + space.size()
                    + " points; there must be at least 1 and not more than points");
        }
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
