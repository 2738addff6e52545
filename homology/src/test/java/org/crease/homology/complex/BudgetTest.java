package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crease.homology.Budget;
import org.crease.homology.BudgetExceededException;
import org.crease.homology.Estimate;
import org.crease.homology.Progress;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BudgetTest {
    private static final Progress SILENT = (fraction, doing) -> {};

    private static CubicalComplex noise(int axes, int length) {
        int entries = 1;
        int[] shape = new int[axes];
        for (int axis = 0; axis < axes; axis++) {
            entries *= length;
            shape[axis] = length;
        }
        return CubicalComplex.ofTopCells(new Random(1).doubles(entries).toArray(), shape);
    }

    /** Collects what is told. */
    private static final class Told implements Progress {
        private final List<Double> fractions = new ArrayList<>();
        private final List<String> words = new ArrayList<>();

        @Override
        public void at(double fraction, String doing) {
            fractions.add(fraction);
            words.add(doing);
        }

        void goesFromZeroToOne() {
            assertThat(fractions).isSorted().startsWith(0.0).endsWith(1.0);
            assertThat(fractions).hasSizeBetween(4, 600);
            assertThat(words).endsWith("done");
        }
    }

    @Test
    void cubesOfAGridAreCounted() {
        double[] values = new double[24];
        assertThat(CubicalComplex.ofTopCells(values, 2, 3, 4).estimate().simplices())
                .isEqualTo(5 * 7 * 9);
        assertThat(CubicalComplex.ofVertices(values, 2, 3, 4).estimate().simplices())
                .isEqualTo(3 * 5 * 7);
        assertThat(CubicalComplex.ofVertices(values, 24).estimate().simplices()).isEqualTo(47);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void progressOfCubicalComplexesGoesFromZeroToOne(int axes) throws InterruptedException {
        Told told = new Told();
        CubicalComplex complex = noise(axes, axes == 1 ? 40_000 : axes == 2 ? 200 : 24);
        assertThat(complex.reportingTo(told).diagrams()).isEqualTo(complex.diagrams());
        told.goesFromZeroToOne();
        assertThat(told.words).contains("joining components");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void progressOfAlphaComplexesGoesFromZeroToOne(int dimension) throws InterruptedException {
        Told told = new Told();
        PointCloud points = PointCloud.of(Clouds.uniform(800, dimension, 1));
        FilteredComplex complex = AlphaComplex.of(points, Budget.ofHeap(), told);
        assertThat(complex.size()).isEqualTo(AlphaComplex.of(points).size());
        told.goesFromZeroToOne();
        assertThat(told.words).contains("triangulating", "finding when simplices enter");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void simplicesOfUniformPointsAreWhatIsExpected(int dimension) throws InterruptedException {
        PointCloud points = PointCloud.of(Clouds.uniform(4000, dimension, 1));
        double expected = AlphaComplex.estimate(points).simplices();
        assertThat((double) AlphaComplex.of(points).size()).isBetween(0.8 * expected, 1.1 * expected);
    }

    @Test
    void p6_whatIsExpectedToGoBeyondIsRefused() {
        CubicalComplex volume = noise(3, 40);
        assertThatThrownBy(() -> volume.within(Budget.ofBytes(1_000_000)).diagrams())
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("homology of a grid of [40, 40, 40] is expected to take about 12.8 MB")
                .hasMessageContaining("the budget is 1.00 MB and any time");
        PointCloud points = PointCloud.of(Clouds.uniform(50_000, 3, 1));
        assertThatThrownBy(() -> AlphaComplex.of(points, Budget.ofSeconds(0.5), SILENT))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageContaining("alpha complex of 50000 points is expected to take about");
    }

    @Test
    void p6_whatFitsIsTheSame() throws InterruptedException {
        CubicalComplex volume = noise(3, 12);
        assertThat(volume.within(new Budget(10_000_000, 30)).diagrams()).isEqualTo(volume.diagrams());
    }

    @Test
    void p10_whatTakesLongerIsEndedInTime() {
        Estimate little = Estimate.around(1, 1, 1e-3, 2);
        CubicalComplex volume = noise(3, 90);
        PointCloud points = PointCloud.of(Clouds.uniform(60_000, 3, 1));
        List<Budget.Work<Object>> works = List.of(volume::diagrams, () -> AlphaComplex.of(points));
        for (Budget.Work<Object> work : works) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> Budget.ofSeconds(0.2).run("this", little, work))
                    .isInstanceOf(BudgetExceededException.class)
                    .hasMessageContaining("this took longer than its budget, any memory and 0.200 s, and was ended");
            assertThat((System.nanoTime() - start) / 1e9).isBetween(0.2, 1.2);
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
