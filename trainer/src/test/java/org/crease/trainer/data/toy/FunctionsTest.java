package org.crease.trainer.data.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.config.DataConfig.TestFunction;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Source;
import org.crease.trainer.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Minima and values from the literature (Surjanovic and Bingham) and by hand. */
class FunctionsTest {

    @Test
    void functionsHaveTheirPublishedMinima() {
        double[] ones = filled(1);
        assertThat(TestFunctions.value(TestFunction.ROSENBROCK, ones)).isZero();
        assertThat(TestFunctions.value(TestFunction.SPHERE, filled(0))).isZero();
        assertThat(TestFunctions.value(TestFunction.ZAKHAROV, filled(0))).isZero();
        assertThat(TestFunctions.value(TestFunction.SCHWEFEL, filled(420.968746)))
                .isCloseTo(0, within(1e-3));
        assertThat(TestFunctions.value(TestFunction.STYBLINSKI_TANG, filled(-2.903534)))
                .isCloseTo(-39.16616570377 * 20, within(1e-6));
        double[] dixonPrice = new double[20];
        Arrays.setAll(dixonPrice, i -> Math.pow(2, -(Math.pow(2, i + 1) - 2) / Math.pow(2, i + 1)));
        assertThat(TestFunctions.value(TestFunction.DIXON_PRICE, dixonPrice)).isCloseTo(0, within(1e-20));
        assertThat(TestFunctions.value(TestFunction.MICHALEWICZ, new double[] {2.202906, 1.570796}))
                .isCloseTo(-1.8013034, within(1e-6));
    }

    @Test
    void functionsHaveValuesWorkedOutByHand() {
        double[] x = {1, 2, 3};
        assertThat(TestFunctions.value(TestFunction.DIXON_PRICE, x)).isEqualTo(2 * 49 + 3 * 256);
        assertThat(TestFunctions.value(TestFunction.ROSENBROCK, x)).isEqualTo(100 + 0 + 100 + 1);
        assertThat(TestFunctions.value(TestFunction.SPHERE, x)).isEqualTo(14);
        assertThat(TestFunctions.value(TestFunction.ZAKHAROV, x)).isEqualTo(14 + 49 + 2401);
        assertThat(TestFunctions.value(TestFunction.STYBLINSKI_TANG, x)).isEqualTo((-10 - 38 - 48) / 2.0);
    }

    @ParameterizedTest
    @EnumSource(TestFunction.class)
    void inputsFillTheDomainEvenly(TestFunction function) {
        Source source = Functions.make(new DataConfig.Function(function, 3, 5000), new Streams(7).random("data"));
        double[] domain = TestFunctions.domain(function);
        double[] x = new double[3];
        double sum = 0;
        for (int i = 0; i < 5000; i++) {
            source.train().inputs().copy(i, x);
            for (double coordinate : x) {
                assertThat(coordinate).isBetween(domain[0], domain[1]);
                sum += (coordinate - domain[0]) / (domain[1] - domain[0]);
            }
        }
        assertThat(sum / 15000).isCloseTo(0.5, within(0.01));
        assertThat(source.train().values()).hasSize(5000);
        assertThat(source.function()).isTrue();
    }

    @Test
    void tooManyNumbersAreRefused() {
        assertThatThrownBy(() -> Functions.make(
                        new DataConfig.Function(TestFunction.SPHERE, 100000, 100000), new Streams(7).random("data")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("10000000000 numbers");
    }

    @Test
    void d3_aConstantFunctionIsRefused() {
        assertThatThrownBy(() -> Functions.make(
                        new DataConfig.Function(TestFunction.ROSENBROCK, 1, 10), new Streams(7).random("data")))
                .hasMessageContaining("task.data.function.dimension");
    }

    private static double[] filled(double value) {
        double[] x = new double[20];
        Arrays.fill(x, value);
        return x;
    }
}
