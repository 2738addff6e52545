package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.representative.BarSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BudgetTest {

    /** A space that counts how often it is asked. */
    private static FiniteMetricSpace counting(int size, AtomicInteger asked) {
        return FiniteMetricSpace.of(size, (i, j) -> {
            asked.incrementAndGet();
            return 1;
        });
    }

    @Test
    void p6_memoryBeyondTheBudgetIsRefusedBeforeAnythingIsDone() {
        AtomicInteger asked = new AtomicInteger();
        FiniteMetricSpace space = counting(60_000, asked);
        BudgetedRips rips = VietorisRips.upToDimension(1).within(Budget.ofBytes(100_000_000));
        assertThatThrownBy(() -> rips.diagrams(space))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("homology up to dimension 1 of 60000 points")
                .hasMessageContaining("the budget is 100 MB and any time")
                .hasMessageContaining("Take at most about ");
        assertThat(asked).hasValue(0);
    }

    @Test
    void p6_timeBeyondTheBudgetIsRefusedBeforeAnythingIsDone() {
        AtomicInteger asked = new AtomicInteger();
        BudgetedRips rips = VietorisRips.upToDimension(2).within(Budget.ofSeconds(1));
        assertThatThrownBy(() -> rips.diagrams(counting(30_000, asked)))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("any memory and 1.00 s");
        assertThat(asked).hasValue(0);
    }

    @Test
    void workWithinTheBudgetIsExact() throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(200, 1));
        VietorisRips rips = VietorisRips.upToDimension(1);
        BudgetedRips budgeted = rips.within(new Budget(1_000_000_000, 60));
        assertThat(budgeted.diagrams(torus)).isEqualTo(rips.diagrams(torus));
        Approximation exact = budgeted.approximate(torus);
        assertThat(exact.isExact()).isTrue();
        assertThat(exact.bottleneckBound()).isZero();
        assertThat(exact.diagrams()).isEqualTo(rips.diagrams(torus));
        assertThat(exact).hasToString("exact, 200 points");
    }

    @Test
    void p6_workBeyondTheBudgetIsDoneOnLandmarksWithinTheirBound() throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(400, 2));
        VietorisRips rips = VietorisRips.upToDimension(1);
        Budget budget = Budget.ofBytes(rips.bytes(150));
        Approximation approximation = rips.within(budget).approximate(torus);
        int used = approximation.landmarks().orElseThrow().indices().length;
        assertThat(used).isBetween(120, 220);
        assertThat(approximation.isExact()).isFalse();
        Diagrams exact = rips.diagrams(torus);
        for (int dimension = 0; dimension < 2; dimension++) {
            assertThat(new BottleneckDistance()
                            .between(
                                    exact.of(dimension),
                                    approximation.diagrams().of(dimension)))
                    .isLessThanOrEqualTo(approximation.bottleneckBound());
        }
        assertThat(approximation.toString())
                .contains("max-min landmarks, " + used + " of 400 points")
                .contains(String.valueOf(approximation.bottleneckBound()));
    }

    @Test
    void landmarksSayNothingOfSparseDistancesSoTheseAreRefused() {
        SparseDistances.Builder path = new SparseDistances.Builder(1000);
        for (int k = 1; k < 1000; k++) {
            path.add(k, k - 1, 1);
        }
        BudgetedRips rips = VietorisRips.upToDimension(1).within(Budget.ofBytes(1000));
        assertThatThrownBy(() -> rips.approximate(path.build())).isInstanceOf(BudgetExceededException.class);
    }

    /** Random weights: nothing pairs off, each simplex must be looked at. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void p10_matrixThatGrindsToAHaltIsRefused(int dimension) {
        DistanceMatrix matrix = Spaces.integers(250, 1_000_000, 3);
        BudgetedRips rips = VietorisRips.upToDimension(dimension).within(Budget.ofSeconds(0.5));
        long start = System.nanoTime();
        assertThatThrownBy(() -> rips.diagrams(matrix))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("is expected to take about")
                .hasMessageContaining("the budget is any memory and 0.500 s");
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(1);
    }

    /** The same where the estimate has let it begin. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void p10_matrixThatGrindsToAHaltIsEndedInTime(int dimension) {
        DistanceMatrix matrix = Spaces.integers(250, 1_000_000, 3);
        VietorisRips rips = VietorisRips.upToDimension(dimension);
        long start = System.nanoTime();
        assertThatThrownBy(() -> Deadline.within(0.6, () -> rips.diagrams(matrix), () -> "late"))
                .isInstanceOf(BudgetExceededException.class);
        assertThat((System.nanoTime() - start) / 1e9).isBetween(0.6, 1.2);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** Some points are measured before; what they cost is within the budget too. */
    @Test
    void p10_anEstimateThatTakesTooLongIsEndedInTime() {
        FiniteMetricSpace slow = FiniteMetricSpace.of(600, (i, j) -> {
            long end = System.nanoTime() + 500_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return Math.abs(i - j);
        });
        BudgetedRips rips = VietorisRips.upToDimension(1).within(Budget.ofSeconds(0.3));
        long start = System.nanoTime();
        assertThatThrownBy(() -> rips.diagrams(slow))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("took longer than its budget, any memory and 0.300 s, and was ended");
        assertThat((System.nanoTime() - start) / 1e9).isBetween(0.3, 0.8);
    }

    /** Memory that grows with what is met, not with the points, is counted on the way. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void p6_memoryThatGrowsBeyondTheBudgetEndsTheWork(int dimension) {
        DistanceMatrix matrix = Spaces.integers(150, 1_000_000, 3);
        VietorisRips rips = VietorisRips.upToDimension(dimension);
        assertThatThrownBy(() -> rips.diagrams(matrix, rips.bytes(150)))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("homology holds ")
                .hasMessageContaining(" % done, and was ended")
                .hasMessageContaining("the budget is ");
    }

    /** On several threads, while they look for critical simplices. */
    @Test
    void p6_criticalSimplicesBeyondTheBudgetEndTheWork() {
        DistanceMatrix matrix = Spaces.integers(150, 1_000_000, 3);
        VietorisRips rips = VietorisRips.upToDimension(3).withThreads(3);
        assertThatThrownBy(() -> rips.diagrams(matrix, 100_000))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("while collapsing lunes");
    }

    @Test
    void p6_loopsThatGrowBeyondTheBudgetEndTheWork() throws InterruptedException {
        FiniteMetricSpace noise = Metric.euclidean().on(Spaces.gaussian(300, 100, 3));
        VietorisRips rips = VietorisRips.upToDimension(1);
        long exact = rips.bytes(300);
        assertThat(rips.within(Budget.ofBytes(100 * exact)).diagrams(noise)).isEqualTo(rips.diagrams(noise));
        Watch watch = new Watch((fraction, doing) -> {}, 1_000_000);
        watch.keeps(999_999);
        assertThatThrownBy(() -> watch.holds(2))
                .hasMessageContaining("homology holds 1.00 MB while starting, 0 % done");
    }

    @Test
    void p7_timeoutDuringDistancesEndsThemToo() {
        FiniteMetricSpace slow = FiniteMetricSpace.of(600, (i, j) -> {
            long end = System.nanoTime() + 20_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return i - j;
        });
        BudgetedRips rips = VietorisRips.upToDimension(1).within(Budget.ofSeconds(0.2));
        assertThatThrownBy(() -> rips.diagrams(slow)).isInstanceOf(BudgetExceededException.class);
    }

    @Test
    void p7_interruptionIsNotTakenForTheDeadline() {
        DistanceMatrix matrix = Spaces.integers(250, 1_000_000, 3);
        Thread caller = Thread.currentThread();
        Thread other = new Thread(() -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                return;
            }
            caller.interrupt();
        });
        other.start();
        BudgetedRips rips = VietorisRips.upToDimension(2).within(Budget.ofSeconds(30));
        assertThatThrownBy(() -> rips.diagrams(matrix)).isInstanceOf(InterruptedException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void progressGoesFromZeroToOne(int dimension) throws InterruptedException {
        List<Double> fractions = new ArrayList<>();
        List<String> words = new ArrayList<>();
        VietorisRips.upToDimension(dimension)
                .reportingTo((fraction, doing) -> {
                    fractions.add(fraction);
                    words.add(doing);
                })
                .diagrams(Metric.euclidean().on(Spaces.noisyTorus(120, 6)));
        assertThat(fractions).isSorted().startsWith(0.0).endsWith(1.0);
        assertThat(fractions).hasSizeBetween(3, 600);
        assertThat(words).contains(dimension == 0 ? "growing the spanning tree" : "computing distances");
        assertThat(words).endsWith("done");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void representativesReportAndKeepToTheirBudget(int dimension) throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(100, 6));
        List<Double> fractions = new ArrayList<>();
        List<String> words = new ArrayList<>();
        VietorisRips rips = VietorisRips.upToDimension(dimension);
        VietorisRips told = rips.reportingTo((fraction, doing) -> {
            fractions.add(fraction);
            words.add(doing);
        });
        assertThat(told.within(Budget.ofHeap())
                        .representatives(torus, BarSelection.longerThan(0.1))
                        .diagrams())
                .isEqualTo(rips.diagrams(torus));
        assertThat(fractions).isSorted().startsWith(0.0).endsWith(1.0);
        assertThat(words).contains("making representatives").endsWith("done");
        assertThatThrownBy(() -> rips.within(Budget.ofBytes(500)).representatives(torus, BarSelection.all()))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("is expected to take");
    }

    /** Few points settle what homology takes, but not what their distances do. */
    @Test
    void p10_slowDistancesOfFewPointsAreRefused() {
        FiniteMetricSpace slow = new FiniteMetricSpace() {
            @Override
            public int size() {
                return 100;
            }

            @Override
            public float distance(int i, int j) {
                long end = System.nanoTime() + 2_000_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                return Math.abs(i - j);
            }
        };
        BudgetedRips rips = VietorisRips.upToDimension(1).withThreads(1).within(Budget.ofSeconds(4));
        assertThatThrownBy(() -> rips.diagrams(slow))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("is expected to take about");
    }

    /** Whoever listens holds them up, as they would take no time otherwise. */
    @Test
    void p10_representativesThatTakeTooLongAreEndedInTime() {
        FiniteMetricSpace noise = Spaces.integers(330, 1_000_000, 3);
        long start = System.nanoTime();
        BudgetedRips rips = VietorisRips.upToDimension(1)
                .reportingTo((fraction, doing) -> {
                    while (doing.equals("making representatives") && System.nanoTime() - start < 3_000_000_000L) {
                        Thread.onSpinWait();
                    }
                })
                .within(Budget.ofSeconds(2));
        assertThatThrownBy(() -> rips.representatives(noise, BarSelection.all()))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("took longer than its budget");
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(3.5);
    }

    @Test
    void c6_budgetsOfNothingAreRefused() {
        assertThatThrownBy(() -> new Budget(0, 1)).hasMessageContaining("0 bytes");
        assertThatThrownBy(() -> Budget.ofSeconds(0)).hasMessageContaining("0.0 seconds");
        assertThatThrownBy(() -> Budget.ofSeconds(Double.NaN)).hasMessageContaining("NaN");
        assertThat(Budget.ofHeap().bytes()).isPositive();
    }
}
