package org.crease.probes.dimension;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.crease.probes.Cancellation;

/**
 * TwoNN, the intrinsic dimension from each point's two nearest neighbours: where points are spread evenly at the scale of
 * the second neighbour, the ratio μ of its distance to that of the first has the distribution function 1 - μ^-d. So the
 * points (ln μ, -ln(1 - F(μ))) lie on a line of slope d through the origin; it is fitted without the tenth of the largest
 * ratios (Facco, d'Errico, Rodriguez and Laio, Scientific Reports 7, 12140, 2017). The i-th smallest of n ratios has F = i/n,
 * i from 1. Equal points count once. Cost: n² / 2 distances.
 */
public final class TwoNearestNeighbours {
    private static final double KEPT = 0.9;
    /** Below it a sum of squares may have lost digits to underflow. */
    private static final double TINY = 1e-280;

    private TwoNearestNeighbours() {}

    /**
     * The dimension of a cloud; empty when it is undefined: with fewer than three different points, or when no ratio that is
     * kept differs from 1, as on a lattice.
     *
     * @param points shape (n, features), finite
     * @throws IllegalArgumentException when a coordinate is not finite
     * @throws InterruptedException when the thread is interrupted
     */
    public static OptionalDouble dimension(double[][] points) throws InterruptedException {
        refuseUnlessFinite(points);
        double[] ratios = ratios(different(points));
        Arrays.sort(ratios);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < (int) (KEPT * ratios.length); i++) {
            double x = Math.log(ratios[i]);
            products -= x * Math.log1p(-(i + 1.0) / ratios.length);
            squares += x * x;
        }
        return squares > 0 ? OptionalDouble.of(products / squares) : OptionalDouble.empty();
    }

    private static void refuseUnlessFinite(double[][] points) {
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points[i].length; j++) {
                if (!Double.isFinite(points[i][j])) {
                    throw new IllegalArgumentException("point " + i + ": coordinate " + j + " is " + points[i][j]
                            + "; a distance needs finite numbers");
                }
            }
        }
    }

    private static double[][] different(double[][] points) {
        Set<DoubleBuffer> different = new LinkedHashSet<>();
        for (double[] point : points) {
            // Zero in place of minus zero, which is as far from everything.
            different.add(DoubleBuffer.wrap(
                    Arrays.stream(point).map(coordinate -> coordinate + 0.0).toArray()));
        }
        return different.stream().map(DoubleBuffer::array).toArray(double[][]::new);
    }

    /** For each point the distance of its second neighbour over that of its first. */
    private static double[] ratios(double[][] points) throws InterruptedException {
        int count = points.length;
        double[] first = new double[count];
        double[] second = new double[count];
        Arrays.fill(first, Double.POSITIVE_INFINITY);
        Arrays.fill(second, Double.POSITIVE_INFINITY);
        for (int i = 0; i < count; i++) {
            Cancellation.check();
            for (int j = i + 1; j < count; j++) {
                double distance = distance(points[i], points[j]);
                enter(distance, i, first, second);
                enter(distance, j, first, second);
            }
        }
        double[] ratios = new double[count < 3 ? 0 : count];
        Arrays.setAll(ratios, i -> second[i] / first[i]);
        return ratios;
    }

    private static void enter(double distance, int point, double[] first, double[] second) {
        if (distance < first[point]) {
            second[point] = first[point];
            first[point] = distance;
        } else if (distance < second[point]) {
            second[point] = distance;
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            double difference = a[k] - b[k];
            sum += difference * difference;
        }
        return sum > TINY && sum < Double.POSITIVE_INFINITY ? Math.sqrt(sum) : scaledDistance(a, b);
    }

    private static double scaledDistance(double[] a, double[] b) {
        double largest = 0;
        for (int k = 0; k < a.length; k++) {
            largest = Math.max(largest, Math.abs(a[k] - b[k]));
        }
        double sum = 0;
        for (int k = 0; k < a.length && largest > 0; k++) {
            double share = (a[k] - b[k]) / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }
}
