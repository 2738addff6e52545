package org.crease.runlog.statistics;

import java.util.Arrays;

/**
 * Wilcoxon's rank-sum test (Mann and Whitney's), two-sided and exact with ties: equal values have the mean of their ranks, and
 * p is the probability that a rank sum lies at least as far from its expectation as the one seen.
 *
 * <p>The null distribution is counted by dynamic programming over the ranks (Streitberg and Röhmel 1986, the shift algorithm):
 * the number of ways to choose k ranks with sum s. Ranks are doubled, so that all of them are whole and nothing is rounded
 * but the counts. Cost: values × size of the smaller group × largest sum, 40 million additions for 50 values against 50. Of
 * more than {@value #MOST_EXACT} values a random sample of arrangements is drawn, as {@link PermutationTest} does.
 */
public final class RankSumTest {
    /** Most values in both samples together whose arrangements are all counted. */
    public static final int MOST_EXACT = 100;

    private RankSumTest() {}

    /**
     * Tests whether values of one sample tend to be larger than those of the other.
     *
     * @throws IllegalArgumentException when a sample is empty or holds a value that is not finite
     */
    public static Significance of(double[] first, double[] second) {
        int[] ranks = doubledRanks(Samples.pooled(first, second));
        int[] firstRanks = Arrays.copyOf(ranks, first.length);
        int[] secondRanks = Arrays.copyOfRange(ranks, first.length, ranks.length);
        if (ranks.length > MOST_EXACT) {
            return PermutationTest.of(doubles(firstRanks), doubles(secondRanks));
        }
        int[] group = first.length <= second.length ? firstRanks : secondRanks;
        int expected = group.length * (ranks.length + 1);
        int seen = Math.abs(Arrays.stream(group).sum() - expected);
        double[] ways = ways(ranks, group.length);
        double extreme = 0;
        for (int sum = 0; sum < ways.length; sum++) {
            extreme += Math.abs(sum - expected) >= seen ? ways[sum] : 0;
        }
        double all = Arrays.stream(ways).sum();
        return new Significance(extreme / all, true, all);
    }

    /** Twice the rank of each value, from 2; of equal values, twice the mean of theirs. */
    private static int[] doubledRanks(double[] values) {
        int[] ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = 0;
            int equal = 0;
            for (double other : values) {
                below += other < values[i] ? 1 : 0;
                equal += other == values[i] ? 1 : 0;
            }
            ranks[i] = 2 * below + equal + 1;
        }
        return ranks;
    }

    /** By doubled rank sum, the number of ways to choose so many of the ranks. */
    private static double[] ways(int[] ranks, int size) {
        int[] sorted = ranks.clone();
        Arrays.sort(sorted);
        int largest = Arrays.stream(sorted, sorted.length - size, sorted.length).sum();
        double[][] ways = new double[size + 1][largest + 1];
        ways[0][0] = 1;
        for (int rank : sorted) {
            for (int k = size; k > 0; k--) {
                for (int sum = largest; sum >= rank; sum--) {
                    ways[k][sum] += ways[k - 1][sum - rank];
                }
            }
        }
        return ways[size];
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}
