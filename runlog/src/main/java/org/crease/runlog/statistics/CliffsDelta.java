package org.crease.runlog.statistics;

/**
 * Cliff's delta, the effect size of ranks: the share of pairs, one value from each sample, in which the second's is larger, less
 * the share in which it is smaller (Cliff 1993). From -1 to 1; 1 when every value of the second sample is above every one of
 * the first. Equal to 2U / (nm) - 1, so it goes with {@link RankSumTest}, and it does not depend on the unit or on outliers.
 */
public final class CliffsDelta {
    private CliffsDelta() {}

    /**
     * How far the second sample lies above the first.
     *
     * @throws IllegalArgumentException when one is empty or holds a value that is not finite
     */
    public static double of(double[] first, double[] second) {
        long pairs = (long) first.length * second.length;
        Samples.pooled(first, second);
        long balance = 0;
        for (double x : first) {
            for (double y : second) {
                balance += y > x ? 1 : y < x ? -1 : 0;
            }
        }
        return (double) balance / pairs;
    }
}
