package org.crease.runlog.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction for many tests (Holm 1979). Who calls those tests significant whose corrected p is at most α errs in any of
 * them with probability at most α, however the tests depend on each other.
 */
public final class Holm {
    private Holm() {}

    /**
     * Corrects the p of a family of tests: the k-th smallest of m times m - k + 1, never below a smaller one's, at most 1.
     *
     * @param p each from 0 to 1
     * @return corrected, in the same order
     */
    public static double[] correct(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[p.length];
        double least = 0;
        for (int k = 0; k < order.length; k++) {
            least = Math.max(least, Math.min(1, p[order[k]] * (p.length - k)));
            corrected[order[k]] = least;
        }
        Arrays.stream(corrected).filter(Double::isNaN).findAny().ifPresent(nan -> {
            throw new IllegalArgumentException("a p of NaN cannot be corrected; leave the test out of the family");
        });
        return corrected;
    }
}
