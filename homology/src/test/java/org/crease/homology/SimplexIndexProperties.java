package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SimplexIndexProperties {
    private static final int POINTS = 40;

    /** By the combinatorial number system and by packed bits. */
    @Property(tries = 200)
    void simplicesHaveTheirPointsAndFacets(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int size, @ForAll boolean packed) {
        SimplexIndex index = packed ? SimplexIndex.packed(POINTS, size) : new SimplexIndex(POINTS, size);
        int[] points = new Random(seed)
                .ints(0, POINTS)
                .distinct()
                .limit(size)
                .map(point -> -point)
                .sorted()
                .map(point -> -point)
                .toArray();
        int[] read = new int[size];
        index.points(index.of(points, size), size, read);
        assertThat(read).containsExactly(points);
        for (int place = 0; place < size; place++) {
            int without = points[place];
            int[] facet =
                    Arrays.stream(points).filter(point -> point != without).toArray();
            assertThat(index.without(place, points, size)).isEqualTo(index.of(facet, size - 1));
        }
    }

    /** C(n, k) by rising products, the position of the last k-set among all. */
    @Property(tries = 100)
    void lastSetOfPointsHasTheLastNumber(@ForAll @IntRange(min = 1, max = 6) int size) {
        SimplexIndex index = new SimplexIndex(POINTS, size);
        int[] last = IntStream.range(0, size).map(k -> POINTS - 1 - k).toArray();
        long sets = 1;
        for (int k = 1; k <= size; k++) {
            sets = sets * (POINTS - size + k) / k;
        }
        assertThat(index.of(last, size)).isEqualTo(sets - 1);
    }
}
