package org.crease.runlog.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.crease.runlog.figure.Axis.Tick;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> labels(Axis axis, double low, double high) {
        Scale scale = new Scale(axis.logarithmic(), low, high, 0, 400);
        return Ticks.of(axis, scale, 60).stream().map(Tick::label).toList();
    }

    @Test
    void linearAxesAreMarkedAtRoundSteps() {
        assertThat(labels(Axis.linear(""), 0, 50)).containsExactly("0", "10", "20", "30", "40", "50");
        assertThat(labels(Axis.linear(""), -0.3, 0.31))
                .containsExactly("−0.3", "−0.2", "−0.1", "0", "0.1", "0.2", "0.3");
    }

    @Test
    void logarithmicAxesAreMarkedAtDecadesAndBetweenThemWhereThereAreFew() {
        assertThat(labels(Axis.log(""), 1.5, 120)).containsExactly("2", "5", "10", "20", "50", "100");
        assertThat(labels(Axis.log(""), 1e-3, 2e4))
                .containsExactly("0.001", "0.01", "0.1", "1", "10", "100", "1000", "10000");
    }

    @Test
    void marksOfOnesOwnAreTakenWhereTheyAreOnTheAxis() {
        Axis axis = Axis.log("").marked(List.of(new Tick(2, "two"), new Tick(500, "much")));
        assertThat(labels(axis, 1, 100)).containsExactly("two");
    }

    @Test
    void veryLargeAndSmallNumbersAreWrittenWithAnExponent() {
        assertThat(Ticks.label(2.5e7)).isEqualTo("2.5e7");
        assertThat(Ticks.label(-1e-9)).isEqualTo("−1e−9");
    }

    @Test
    void anAxisWithoutLengthAndALogarithmOfZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.linear("x").within(1.0, 1.0))
                .withMessage("axis 'x' from 1.0 to 1.0 has no length");
        assertThatIllegalArgumentException().isThrownBy(() -> Axis.log("x").within(0.0, 1.0));
    }
}
