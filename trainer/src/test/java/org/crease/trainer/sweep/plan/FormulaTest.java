package org.crease.trainer.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + 2 * 3; 7",
                "(1 + 2) * 3; 9",
                "2 ^ 3 ^ 2; 512",
                "-2 ^ 2; -4",
                "7 - 2 - 1; 4",
                "8 / 4 / 2; 1",
                "min(r, 100 - r, m); 20",
                "max(r, m); 80",
                "sqrt(m) * 1e1; 50",
                "m/2^(layer+1); 6.25",
                "log(exp(3)); 3",
                "100-r; 20",
                "1.5e-1 + .5; NaN",
            })
    void valuesAreThoseOfArithmetic(String text, double expected) {
        Map<String, Double> values = Map.of("r", 80.0, "m", 25.0, "layer", 1.0);
        if (Double.isNaN(expected)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Formula.parse(text));
        } else {
            assertThat(Formula.parse(text).value(values)).isEqualTo(expected);
        }
    }

    @Test
    void itKnowsItsNames() {
        assertThat(Formula.parse("min(r, 100 - r, m)").names()).containsExactly("m", "r");
        assertThat(Formula.parse("x").value(Map.of())).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 +; cannot be read as a formula at its end: a number, a name or a parenthesis is expected",
                "(1; cannot be read as a formula at its end: a closing parenthesis is expected",
                "1 2; cannot be read as a formula at '2': nothing can follow here",
                "cos(1); cannot be read as a formula at its end: there is no function cos, only min, max, sqrt, log and exp",
                "sqrt(1, 2); cannot be read as a formula at its end: this function takes one number",
                "1 $ 2; cannot be read as a formula from its character 2 on",
            })
    void whatIsWrongIsSaid(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Formula.parse(text))
                .withMessage(message);
    }
}
