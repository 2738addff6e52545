package org.crease.runlog.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against every subset, gone through one by one, and laws that hold for all samples. */
class StatisticsProperties {

    /** Few different values, so that ties are frequent; eighths, so that sums are exact. */
    @Provide
    Arbitrary<double[]> samples() {
        return Arbitraries.integers()
                .between(-12, 12)
                .map(i -> i / 8.0)
                .array(Double[].class)
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(boxed -> Arrays.stream(boxed).mapToDouble(d -> d).toArray());
    }

    @Property(tries = 200)
    void permutationCountsSubsets(@ForAll("samples") double[] first, @ForAll("samples") double[] second) {
        double[] pooled = Samples.pooled(first, second);
        double p = share(pooled, first.length);
        assertThat(PermutationTest.of(first, second).p()).isCloseTo(p, within(1e-12));
    }

    @Property(tries = 200)
    void ranksCountSubsets(@ForAll("samples") double[] first, @ForAll("samples") double[] second) {
        double[] pooled = Samples.pooled(first, second);
        double[] ranks = Arrays.stream(pooled)
                .map(x -> Arrays.stream(pooled)
                        .map(y -> y < x ? 1 : y == x ? 0.5 : 0)
                        .sum())
                .toArray();
        assertThat(RankSumTest.of(first, second).p()).isCloseTo(share(ranks, first.length), within(1e-12));
    }

    /** Share of the subsets of this size whose sum is at least as far from the expected one as that of the first values. */
    private static double share(double[] values, int size) {
        double mean = Arrays.stream(values).average().orElseThrow() * size;
        double seen = Math.abs(Arrays.stream(values, 0, size).sum() - mean) - 1e-9;
        long[] counts = {0, 0};
        IntStream.range(0, 1 << values.length)
                .filter(subset -> Integer.bitCount(subset) == size)
                .mapToDouble(subset -> IntStream.range(0, values.length)
                        .filter(i -> (subset >> i & 1) == 1)
                        .mapToDouble(i -> values[i])
                        .sum())
                .forEach(sum -> {
                    counts[0]++;
                    counts[1] += Math.abs(sum - mean) >= seen ? 1 : 0;
                });
        return (double) counts[1] / counts[0];
    }

    @Property(tries = 100)
    void groupsMayBeSwapped(@ForAll("samples") double[] first, @ForAll("samples") double[] second) {
        assertThat(PermutationTest.of(second, first)).isEqualTo(PermutationTest.of(first, second));
        assertThat(RankSumTest.of(second, first).p())
                .isCloseTo(RankSumTest.of(first, second).p(), within(1e-12));
        assertThat(CliffsDelta.of(second, first)).isEqualTo(-CliffsDelta.of(first, second) + 0.0);
    }

    @Property(tries = 100)
    void ranksDoNotMindARisingFunction(@ForAll("samples") double[] first, @ForAll("samples") double[] second) {
        double[] risen = Arrays.stream(first).map(Math::exp).toArray();
        double[] other = Arrays.stream(second).map(Math::exp).toArray();
        assertThat(RankSumTest.of(risen, other)).isEqualTo(RankSumTest.of(first, second));
        assertThat(CliffsDelta.of(risen, other)).isEqualTo(CliffsDelta.of(first, second));
    }

    @Property(tries = 100)
    void equalMeansHaveAnExpectationOfOne(@ForAll("samples") double[] sample) {
        assertThat(PermutationTest.of(sample, sample).p()).isEqualTo(1);
        assertThat(RankSumTest.of(sample, sample).p()).isEqualTo(1);
        assertThat(CliffsDelta.of(sample, sample)).isZero();
    }
}
