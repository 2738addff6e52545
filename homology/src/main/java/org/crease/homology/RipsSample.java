package org.crease.homology;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;

/**
 * Some points of a space, which tell what its lunes come to: a quarter of the points, above dimension 2 a third, and at most
 * {@value #MOST}, so that looking at them takes a small part of the time that looking at all does, or some milliseconds.
 */
final class RipsSample {
    private static final int LEAST = 32;
    private static final int MOST = 128; // 64 in dimension 3, 40 above
    private static final int WALKS = 256; // at least
    private static final int CENTRES = 3; // points tried for the enclosing radius

    private final int dimension;
    private final DistanceMatrix matrix;
    private final double cut;
    private final double secondsOfDistance;
    private final LuneTally tally;
    private final LuneTally fewer;
    private final CliqueWalks walks;

    /**
     * Looks at a sample.
     *
     * @throws IllegalArgumentException when a distance cannot be one
     */
    RipsSample(FiniteMetricSpace space, int dimension, double threshold) throws InterruptedException {
        this.dimension = dimension;
        int[] chosen = some(space.size(), size(space.size(), dimension));
        DistanceStopwatch watch = new DistanceStopwatch(space.subspace(chosen));
        matrix = watch.distances();
        secondsOfDistance = watch.secondsOfDistance();
        cut = Math.min(threshold, last(space, chosen));
        tally = LuneTally.of(matrix, cut, dimension);
        int half = matrix.size() / 2;
        fewer = part(0, half).mean(part(half, half));
        int count = (WALKS + matrix.size() - 1) / matrix.size() * matrix.size();
        walks = new CliqueWalks(new SpaceGraph(matrix, cut), dimension + 2, count);
    }

    private static int size(int points, int dimension) {
        int most = dimension < 3 ? MOST : dimension == 3 ? MOST / 2 : 40;
        return Math.min(points, Math.max(LEAST, Math.min(most, points / (dimension < 3 ? 4 : 3))));
    }

    /** Different points at random, always the same. */
    private static int[] some(int points, int count) {
        int[] shuffled = new int[points];
        Arrays.setAll(shuffled, k -> k);
        SplittableRandom random = new SplittableRandom(points);
        for (int k = 0; k < count; k++) {
            int other = random.nextInt(k, points);
            int swap = shuffled[k];
            shuffled[k] = shuffled[other];
            shuffled[other] = swap;
        }
        return Arrays.copyOf(shuffled, count);
    }

    private LuneTally part(int from, int count) throws InterruptedException {
        int[] indices = new int[count];
        Arrays.setAll(indices, k -> from + k);
        return LuneTally.of(DistanceMatrix.of(matrix.subspace(indices)), cut, dimension);
    }

    /** The enclosing radius, about: of those points that are nearest to all others of the sample; or the largest distance. */
    private double last(FiniteMetricSpace space, int[] chosen) throws InterruptedException {
        float[] farthest = new float[chosen.length];
        float largest = 0;
        for (int i = 1; i < chosen.length; i++) {
            for (int j = 0; j < i; j++) {
                float distance = matrix.distance(i, j);
                farthest[i] = Math.max(farthest[i], distance);
                farthest[j] = Math.max(farthest[j], distance);
                largest = distance < Float.POSITIVE_INFINITY ? Math.max(largest, distance) : largest;
            }
        }
        Integer[] order = new Integer[chosen.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Float.compare(farthest[a], farthest[b]));
        float radius = Float.POSITIVE_INFINITY;
        for (int k = 0; k < Math.min(CENTRES, order.length); k++) {
            radius = Math.min(radius, eccentricity(space, chosen[order[k]]));
        }
        return radius < Float.POSITIVE_INFINITY ? radius : largest;
    }

    private static float eccentricity(FiniteMetricSpace space, int point) throws InterruptedException {
        float farthest = 0;
        for (int other = 0; other < space.size(); other++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while estimating the enclosing radius");
            }
            farthest = other == point ? farthest : Math.max(farthest, space.distance(point, other));
        }
        return farthest;
    }

    /** Number of points looked at. */
    int size() {
        return matrix.size();
    }

    /** What one distance takes. */
    double secondsOfDistance() {
        return secondsOfDistance;
    }

    /** What the lunes of so many points of the space come to. */
    LuneTally tally(int points) {
        return tally.grownTo(points, fewer);
    }

    /** About how many simplices of {@code size} points so many points of the space have. */
    double simplices(int size, int points) {
        double choices = 1; // by as many in the sample
        for (int k = 0; k < size; k++) {
            choices *= (points - (double) k) / Math.max(1, matrix.size() - k);
        }
        return walks.cliques(size) * Math.max(0, choices);
    }
}
