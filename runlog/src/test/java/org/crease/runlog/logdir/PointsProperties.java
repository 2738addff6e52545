package org.crease.runlog.logdir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PointsProperties {

    /** The series that nothing was thinned in: what came before the step, then the step. */
    private static void append(List<Long> all, long step) {
        all.removeIf(earlier -> earlier >= step);
        all.add(step);
    }

    @Property(tries = 300)
    void whatIsHeldIsPartOfTheSeriesWithItsEnds(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = -3, max = 9) Integer> strides,
            @ForAll @IntRange(min = 2, max = 12) int limit) {
        Points points = new Points(limit, false);
        List<Long> all = new ArrayList<>();
        long step = 0;
        for (int stride : strides) {
            step += stride;
            long now = step;
            boolean back = all.stream().anyMatch(earlier -> earlier >= now);
            assertThat(points.add(step, (double) step, (double) -step, null)).isEqualTo(back);
            append(all, step);

            Scalars held = points.scalars();
            assertThat(held.step().length).isEqualTo(points.size()).isBetween(1, limit);
            assertThat(held.step()).startsWith(all.get(0)).endsWith(step);
            for (int i = 0; i < held.step().length; i++) {
                assertThat(all).contains(held.step()[i]);
                assertThat(held.value()[i]).isEqualTo(-held.wallTime()[i]).isEqualTo((double) -held.step()[i]);
            }
        }
    }

    @Property(tries = 200)
    void aSeriesWithoutStepsBackIsHeldEvenly(
            @ForAll @IntRange(min = 1, max = 3000) int count, @ForAll @IntRange(min = 4, max = 50) int limit) {
        Points points = new Points(limit, false);
        for (int step = 0; step < count; step++) {
            points.add(step, 0, 0, null);
        }
        long[] held = points.scalars().step();
        long stride = held.length > 2 ? held[1] : 1;
        assertThat(Long.bitCount(stride)).isEqualTo(1);
        for (int i = 0; i < held.length - 1; i++) {
            assertThat(held[i]).isEqualTo(i * stride);
        }
        assertThat(held[held.length - 1] - (held.length > 1 ? held[held.length - 2] : 0))
                .isLessThanOrEqualTo(stride);
        assertThat(held.length).isGreaterThanOrEqualTo(Math.min(count, limit / 2));
    }
}
