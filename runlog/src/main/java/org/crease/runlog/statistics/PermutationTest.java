package org.crease.runlog.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fisher's permutation test of the difference of two means, two-sided: among all ways to deal the values out to two groups of
 * these sizes, the share in which the means differ at least as much as they do. Assumes only that under the null hypothesis
 * values could be exchanged between the groups.
 *
 * <p>Every way is gone through where there are at most {@value #MOST_EXACT} of them (ten values against ten); otherwise
 * {@value #DRAWS} are drawn by a fixed seed and p is (1 + extreme) / (1 + drawn), which never is too small on average (Phipson
 * and Smyth 2010). Differences that are equal but for rounding count as equal. Cost: a few additions for each way.
 */
public final class PermutationTest {
    /** Most arrangements that are all gone through. */
    public static final int MOST_EXACT = 200_000;

    /** Arrangements drawn where there are more. */
    public static final int DRAWS = 100_000;

    private static final long SEED = 1;
    private static final double EPSILON = Math.ulp(1.0);

    private final double[] centred;
    private final int size;
    private final double threshold;
    private long extreme;

    private PermutationTest(double[] first, double[] second) {
        double[] pooled = Samples.pooled(first, second);
        double largest = Arrays.stream(pooled).map(Math::abs).max().orElse(0);
        double mean = Arrays.stream(pooled).map(value -> value / pooled.length).sum();
        centred = Arrays.stream(pooled).map(value -> value - mean).toArray();
        size = first.length;
        double rounding = EPSILON * centred.length * centred.length * largest;
        threshold = Math.abs(Arrays.stream(centred, 0, size).sum()) - rounding;
    }

    /**
     * Tests whether two samples differ in their means.
     *
     * @throws IllegalArgumentException when one is empty or holds a value that is not finite
     */
    public static Significance of(double[] first, double[] second) {
        PermutationTest test = new PermutationTest(first, second);
        double arrangements = arrangements(first.length, second.length);
        if (arrangements <= MOST_EXACT) {
            test.deal(0, 0, 0);
            return new Significance(test.extreme / arrangements, true, arrangements);
        }
        test.draw();
        return new Significance((1.0 + test.extreme) / (1.0 + DRAWS), false, DRAWS);
    }

    /** Number of ways to deal out so many values: a binomial coefficient, infinite where it is beyond a double. */
    static double arrangements(int first, int second) {
        double ways = 1;
        for (int i = 1; i <= Math.min(first, second); i++) {
            ways = ways * (Math.max(first, second) + i) / i;
        }
        return Math.rint(ways);
    }

    /** Goes through all ways to choose the rest of the first group among the values from {@code next} on. */
    private void deal(int next, int chosen, double sum) {
        if (chosen == size) {
            count(sum);
            return;
        }
        for (int i = next; i <= centred.length - (size - chosen); i++) {
            deal(i + 1, chosen + 1, sum + centred[i]);
        }
    }

    private void draw() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] dealt = centred.clone();
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                int j = random.nextInt(i, dealt.length);
                double taken = dealt[j];
                dealt[j] = dealt[i];
                dealt[i] = taken;
                sum += taken;
            }
            count(sum);
        }
    }

    /** With all values centred, the means differ by this sum times a constant. */
    private void count(double sum) {
        if (Math.abs(sum) >= threshold) {
            extreme++;
        }
    }
}
