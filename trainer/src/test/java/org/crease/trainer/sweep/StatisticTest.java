package org.crease.trainer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticTest {

    /** Expected: {@code numpy.quantile}, {@code numpy.std(ddof=1)}, and Student's t of a table: 2.776445 for 4 degrees at 97.5 %. */
    @Test
    void numbersAreThoseOfNumpyAndOfTables() {
        Statistic statistic = Statistic.of(new double[] {3, 1, Double.NaN, 4, 1, 5});
        assertThat(statistic.n()).isEqualTo(5);
        assertThat(statistic.mean()).isCloseTo(2.8, within(1e-15));
        assertThat(statistic.deviation()).isCloseTo(1.7888543819998317, within(1e-15));
        assertThat(statistic.quantiles()).containsExactly(new double[] {1, 1, 3, 4, 4.8}, within(1e-14));
        double half = 2.776445 * 1.7888543819998317 / Math.sqrt(5);
        assertThat(statistic.low()).isCloseTo(2.8 - half, within(1e-6));
        assertThat(statistic.high()).isCloseTo(2.8 + half, within(1e-6));
    }

    @Test
    void oneNumberHasNoSpreadAndNoneHasNothing() {
        Statistic one = Statistic.of(new double[] {7});
        assertThat(one.mean()).isEqualTo(7);
        assertThat(one.deviation()).isNaN();
        assertThat(one.low()).isNaN();
        assertThat(one.median()).isEqualTo(7);
        Statistic none = Statistic.of(new double[] {Double.NaN});
        assertThat(none.n()).isZero();
        assertThat(none.mean()).isNaN();
        assertThat(none.median()).isNaN();
    }

    @Test
    void equalNumbersHaveAnIntervalOfNoLength() {
        Statistic equal = Statistic.of(new double[] {2, 2, 2});
        assertThat(equal.low()).isEqualTo(2);
        assertThat(equal.high()).isEqualTo(2);
    }
}
