package org.crease.runlog.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static double[] range(int from, int to) {
        return IntStream.range(from, to).asDoubleStream().toArray();
    }

    @Test
    void groupsApartHaveTheSmallestPThereIs() {
        for (int n = 2; n <= 8; n++) {
            double smallest = 2 / PermutationTest.arrangements(n, n);
            assertThat(PermutationTest.of(range(0, n), range(n, 2 * n)).p()).isCloseTo(smallest, within(1e-15));
            assertThat(RankSumTest.of(range(0, n), range(n, 2 * n)).p()).isCloseTo(smallest, within(1e-15));
            assertThat(CliffsDelta.of(range(0, n), range(n, 2 * n))).isEqualTo(1);
        }
    }

    @Test
    void constantValuesAreNoEvidence() {
        double[] constant = {0.1, 0.1, 0.1};
        assertThat(PermutationTest.of(constant, constant)).isEqualTo(new Significance(1, true, 20));
        assertThat(RankSumTest.of(constant, constant)).isEqualTo(new Significance(1, true, 20));
        assertThat(CliffsDelta.of(constant, constant)).isZero();
    }

    @Test
    void negativeZeroIsZero() {
        assertThat(RankSumTest.of(new double[] {0.0, 1}, new double[] {-0.0, 1}).p())
                .isEqualTo(1);
    }

    @Test
    void sumsThatAreEqualButForRoundingCountAsEqual() {
        double[] first = {0.1, 0.2, 0.3, 0.7};
        double[] second = {0.3, 0.2, 0.1, 0.7};
        assertThat(PermutationTest.of(first, second).p()).isEqualTo(1);
        double[] far = {1e9 + 0.1, 1e9 + 0.2};
        double[] near = {1e9 + 0.3, 1e9 + 0.4};
        assertThat(PermutationTest.of(far, near).p()).isCloseTo(2 / 6.0, within(1e-12));
    }

    @Test
    void tenAgainstTenIsExactAndElevenDrawn() {
        Significance ten = PermutationTest.of(range(0, 10), range(10, 20));
        assertThat(ten.exact()).isTrue();
        assertThat(ten.arrangements()).isEqualTo(184_756);
        assertThat(ten.p()).isCloseTo(2 / 184_756.0, within(1e-15));

        Significance eleven = PermutationTest.of(range(0, 11), range(11, 22));
        assertThat(eleven).isEqualTo(new Significance(1 / 100_001.0, false, 100_000));
    }

    @Test
    void drawnArrangementsComeNearTheExactOnes() {
        double[] first = range(0, 11);
        double[] second = range(5, 16);
        double exact = RankSumTest.of(first, second).p();
        double drawn = PermutationTest.of(ranks(first), ranks(second)).p();
        assertThat(drawn).isCloseTo(exact, within(5 * Math.sqrt(exact / 100_000)));
        assertThat(PermutationTest.of(first, second)).isEqualTo(PermutationTest.of(first, second));
    }

    /** Midranks in both samples of the test above: 5 to 10 are there twice. */
    private static double[] ranks(double... values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double v = values[i];
            ranks[i] = v < 5 ? v + 1 : v > 10 ? v + 7 : 2 * v - 3.5;
        }
        return ranks;
    }

    @Test
    void manyValuesAreDrawnInTheRankSumTestToo() {
        assertThat(RankSumTest.of(range(0, 50), range(50, 100)).exact()).isTrue();
        Significance test = RankSumTest.of(range(0, 51), range(51, 101));
        assertThat(test).isEqualTo(new Significance(1 / 100_001.0, false, 100_000));
    }

    @Test
    void nothingToCompareIsRefused() {
        assertThatThrownBy(() -> PermutationTest.of(new double[0], range(0, 2)))
                .hasMessage("the first sample is empty; a test needs values in both");
        assertThatThrownBy(() -> RankSumTest.of(range(0, 2), new double[] {1, Double.NaN}))
                .hasMessage("value 1 of the second sample is NaN; finite ones are expected");
        assertThatThrownBy(() -> CliffsDelta.of(new double[] {Double.POSITIVE_INFINITY}, range(0, 2)))
                .hasMessage("value 0 of the first sample is Infinity; finite ones are expected");
    }

    @Test
    void holmsCorrectionIsThatOfItsDefinition() {
        assertThat(Holm.correct(new double[] {0.01, 0.04, 0.03, 0.005})).containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(Holm.correct(new double[] {0.5, 0.5})).containsExactly(1, 1);
        assertThat(Holm.correct(new double[] {0.2})).containsExactly(0.2);
        assertThat(Holm.correct(new double[0])).isEmpty();
        assertThatThrownBy(() -> Holm.correct(new double[] {0.1, Double.NaN}))
                .hasMessage("a p of NaN cannot be corrected; leave the test out of the family");
    }
}
