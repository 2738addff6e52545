package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crease.homology.metric.DistanceMatrix;

class SortedEdgesProperties {

    /** By the library's sort: length, then higher end, then lower. */
    private static int[] expected(DistanceMatrix matrix, double scale) {
        return IntStream.range(0, matrix.size())
                .boxed()
                .flatMap(i -> IntStream.range(0, i).mapToObj(j -> i << 16 | j))
                .filter(pair -> length(matrix, pair) <= scale && length(matrix, pair) < Float.POSITIVE_INFINITY)
                .sorted(Comparator.<Integer, Float>comparing(pair -> length(matrix, pair))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static float length(DistanceMatrix matrix, int pair) {
        return matrix.distance(pair >>> 16, pair & 0xffff);
    }

    private static void check(DistanceMatrix matrix, double scale, int threads) throws InterruptedException {
        assertThat(SortedEdges.upTo(matrix, scale, threads).ends()).isEqualTo(expected(matrix, scale));
    }

    @Property(tries = 20)
    void edgesWithManyTiesComeInOrder(
            @ForAll long seed, @ForAll @IntRange(max = 9) int scale, @ForAll @IntRange(min = 1, max = 4) int threads)
            throws InterruptedException {
        check(Spaces.integers(150, 7, seed), scale, threads);
    }

    /** Lengths over the whole range of float32, zero, subnormal and infinite ones too, in few buckets. */
    @Property(tries = 10)
    void edgesOfAnyLengthComeInOrder(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int threads)
            throws InterruptedException {
        Random random = new Random(seed);
        float[] lower = new float[600 * 599 / 2];
        for (int k = 0; k < lower.length; k++) {
            lower[k] = Float.intBitsToFloat(random.nextInt(0x7f800001));
        }
        DistanceMatrix matrix = DistanceMatrix.ofLower(lower);
        check(matrix, Double.POSITIVE_INFINITY, threads);
        check(matrix, lower[0], threads);
        check(matrix, 0, threads);
        check(matrix, Float.MIN_VALUE, threads);
    }

    /** In order as far as was asked, by whichever thread. */
    @Property(tries = 10)
    void edgesAreSortedOnDemand(@ForAll long seed) throws InterruptedException {
        DistanceMatrix matrix = Spaces.integers(300, 100_000, seed);
        int[] expected = expected(matrix, 90_000);
        SortedEdges edges = SortedEdges.onDemand(matrix, 90_000, 1);
        assertThat(edges.count()).isEqualTo(expected.length);
        AtomicInteger next = new AtomicInteger();
        Workers.run(3, () -> {
            for (int end = next.addAndGet(700); end < expected.length; end = next.addAndGet(700)) {
                edges.sortTo(end);
                for (int edge = 0; edge < end; edge++) {
                    assertThat(edges.high(edge) << 16 | edges.low(edge)).isEqualTo(expected[edge]);
                }
            }
        });
        edges.sortTo(expected.length);
        assertThat(edges.ends()).isEqualTo(expected);
    }
}
