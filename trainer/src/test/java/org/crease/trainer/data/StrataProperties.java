package org.crease.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.crease.trainer.data.source.Samples;
import org.crease.trainer.data.source.Table;

class StrataProperties {

    @Property(tries = 300)
    void evenDrawsLevelTheClasses(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 4) Integer> labels,
            @ForAll @IntRange(max = 60) int asked,
            @ForAll long seed) {
        int[] classes = labels.stream().mapToInt(Integer::intValue).toArray();
        int total = Math.min(asked, classes.length);
        int[] rows = strata(classes, seed).evenly(total);
        assertDraw(rows, total, classes.length);
        int[] drawn = counts(classes, rows);
        int[] all = counts(classes, all(classes.length));
        int most = Arrays.stream(drawn).max().orElse(0);
        for (int c = 0; c < drawn.length; c++) {
            assertThat(drawn[c]).isGreaterThanOrEqualTo(Math.min(all[c], most - 1));
        }
    }

    @Property(tries = 300)
    void proportionalDrawsAreWithinOneOfTheShare(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 4) Integer> labels,
            @ForAll @IntRange(max = 60) int asked,
            @ForAll long seed) {
        int[] classes = labels.stream().mapToInt(Integer::intValue).toArray();
        int total = Math.min(asked, classes.length);
        int[] rows = strata(classes, seed).inProportion(total);
        assertDraw(rows, total, classes.length);
        int[] drawn = counts(classes, rows);
        int[] all = counts(classes, all(classes.length));
        for (int c = 0; c < drawn.length; c++) {
            assertThat(Math.abs(drawn[c] - (double) all[c] * total / classes.length))
                    .isLessThan(1);
        }
    }

    private static void assertDraw(int[] rows, int total, int size) {
        assertThat(rows).hasSize(total).doesNotHaveDuplicates().isSorted();
        assertThat(Arrays.stream(rows).allMatch(row -> row >= 0 && row < size)).isTrue();
    }

    private static Strata strata(int[] classes, long seed) {
        Samples samples = Samples.ofClasses(new Table(new double[classes.length], 1), classes);
        return Strata.of(samples, new SplittableRandom(seed));
    }

    private static int[] counts(int[] classes, int[] rows) {
        int[] counts = new int[5];
        for (int row : rows) {
            counts[classes[row]]++;
        }
        return counts;
    }

    private static int[] all(int size) {
        int[] rows = new int[size];
        Arrays.setAll(rows, i -> i);
        return rows;
    }
}
