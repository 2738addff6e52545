package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchTest {
    private static final VietorisRips RIPS = VietorisRips.upToDimension(1);

    private static List<FiniteMetricSpace> tori(int count) {
        List<FiniteMetricSpace> spaces = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            spaces.add(Metric.euclidean().on(Spaces.noisyTorus(20 + 7 * (k % 5), k)));
        }
        return spaces;
    }

    @Test
    void p2_diagramsAreThoseOneByOneOnAnyNumberOfThreads() throws InterruptedException {
        List<FiniteMetricSpace> spaces = tori(20);
        List<Diagrams> expected = new ArrayList<>();
        for (FiniteMetricSpace space : spaces) {
            expected.add(RIPS.diagrams(space));
        }
        for (int threads = 1; threads <= 8; threads++) {
            assertThat(Batch.of(RIPS).withThreads(threads).diagrams(spaces))
                    .extracting(Batch.Outcome::diagrams)
                    .isEqualTo(expected);
        }
        assertThat(Batch.of(RIPS).diagrams(List.of())).isEmpty();
    }

    @Test
    void p6_oneFailureTakesNoOtherWithIt() throws InterruptedException {
        List<FiniteMetricSpace> spaces = new ArrayList<>(tori(6));
        spaces.set(1, FiniteMetricSpace.of(5, (i, j) -> Double.NaN));
        spaces.set(3, FiniteMetricSpace.of(5, (i, j) -> {
            throw new OutOfMemoryError("no memory at this allocation");
        }));
        spaces.set(4, FiniteMetricSpace.of(100_000, (i, j) -> 1));
        List<Batch.Outcome> outcomes = Batch.of(RIPS).withThreads(2).diagrams(spaces);
        assertThat(outcomes.get(1)).isInstanceOf(Batch.Failed.class);
        assertThatThrownBy(() -> outcomes.get(1).diagrams())
                .hasMessageContaining("distance (1, 0) is NaN")
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outcomes.get(3).diagrams()).hasCauseInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(() -> outcomes.get(4).diagrams()).hasCauseInstanceOf(BudgetExceededException.class);
        for (int k : new int[] {0, 2, 5}) {
            assertThat(outcomes.get(k).diagrams()).isEqualTo(RIPS.diagrams(spaces.get(k)));
        }
    }

    /** A space that notes how many like it are being worked on at the same time, not when its cost is estimated. */
    private static FiniteMetricSpace noting(int size, AtomicInteger now, AtomicInteger most) {
        Thread estimating = Thread.currentThread();
        return FiniteMetricSpace.of(size, (i, j) -> {
            if (Thread.currentThread() == estimating) {
                return Math.abs(i - j);
            } else if (i == 1) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
            } else if (i == size - 1 && j == size - 2) {
                now.decrementAndGet();
            }
            long end = System.nanoTime() + 2000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return i - j;
        });
    }

    @Test
    void spacesThatTogetherExceedTheMemoryTakeTurns() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<FiniteMetricSpace> spaces = Collections.nCopies(6, noting(100, now, most));
        long bytes = RIPS.withThreads(1).estimate(spaces.get(0)).bytes();
        Budget one = Budget.ofBytes(bytes * 3 / 2);
        Batch.of(RIPS).withThreads(4).within(one).diagrams(spaces).forEach(Batch.Outcome::diagrams);
        assertThat(most).hasValue(1);
        Budget two = Budget.ofBytes(bytes * 5 / 2);
        Batch.of(RIPS).withThreads(4).within(two).diagrams(spaces).forEach(Batch.Outcome::diagrams);
        assertThat(most).hasValue(2);
    }

    @Test
    void longestComesFirst() throws InterruptedException {
        Thread estimating = Thread.currentThread();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<FiniteMetricSpace> spaces = new ArrayList<>();
        for (int size : new int[] {10, 160, 20, 80, 40}) {
            spaces.add(FiniteMetricSpace.of(size, (i, j) -> {
                if (i == 1 && Thread.currentThread() != estimating) {
                    order.add(size);
                }
                return 1;
            }));
        }
        Batch.of(RIPS).withThreads(1).diagrams(spaces);
        assertThat(order).containsExactly(160, 80, 40, 20, 10);
    }

    @Test
    void progressIsThatOfAllSpacesTogether() throws InterruptedException {
        List<Double> fractions = new ArrayList<>();
        List<String> words = new ArrayList<>();
        VietorisRips reporting = RIPS.reportingTo((fraction, doing) -> {
            fractions.add(fraction);
            words.add(doing);
        });
        Batch.of(reporting).withThreads(3).diagrams(tori(7));
        assertThat(fractions).hasSize(7).isSorted().endsWith(1.0);
        assertThat(words).startsWith("1 of 7 spaces done").endsWith("7 of 7 spaces done");
        List<Batch.Outcome> outcomes = Batch.of(RIPS.reportingTo((fraction, doing) -> {
                    throw new IllegalStateException("deaf");
                }))
                .diagrams(tori(2));
        assertThat(outcomes).allMatch(Batch.Failed.class::isInstance);
    }

    @Test
    void p7_batchStopsWithin200Milliseconds() throws InterruptedException {
        List<FiniteMetricSpace> spaces = Collections.nCopies(8, Spaces.integers(250, 1_000_000, 3));
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                Batch.of(VietorisRips.upToDimension(2)).withThreads(2).diagrams(spaces);
            } catch (InterruptedException e) {
                end.set(e);
            }
        });
        caller.start();
        Thread.sleep(400);
        long asked = System.nanoTime();
        caller.interrupt();
        caller.join();
        assertThat((System.nanoTime() - asked) / 1e6).isLessThan(200);
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void c6_noThreadIsRefused() {
        assertThatThrownBy(() -> Batch.of(RIPS).withThreads(0)).hasMessageContaining("number of threads is 0");
    }
}
