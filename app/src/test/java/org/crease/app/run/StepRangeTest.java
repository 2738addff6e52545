package org.crease.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crease.app.command.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepRangeTest {

    @ParameterizedTest
    @CsvSource({
        "5..7, 5, 7",
        "0..0, 0, 0",
        "5.., 5, 9223372036854775807",
        "..7, 0, 7",
        ".., 0, 9223372036854775807",
        "6, 6, 6"
    })
    void everyFormIsRead(String text, long from, long to) {
        StepRange range = StepRange.parse(text);
        assertThat(range).isEqualTo(new StepRange(from, to));
        assertThat(range.contains(from)).isTrue();
        assertThat(range.contains(to)).isTrue();
        assertThat(range.contains(from - 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-1",
                "-1..3",
                "1...3",
                "1..2..3",
                "1.5",
                "1e3",
                "1..x",
                "9999999999999999999",
                "1 .. 2",
                "٣"
            })
    void whatIsNoRangeIsRefusedWithWhatToWrite(String text) {
        assertThatThrownBy(() -> StepRange.parse(text))
                .isInstanceOf(UserError.class)
                .hasMessage("--steps is '" + text + "', A..B with two step numbers is expected, for example 0..500");
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        assertThatThrownBy(() -> StepRange.parse("7..5"))
                .isInstanceOf(UserError.class)
                .hasMessage("--steps 7..5: 7 is after 5");
    }

    @Test
    void itIsShownAsItIsWritten() {
        assertThat(StepRange.parse("5..7")).hasToString("5..7");
        assertThat(StepRange.ALL).hasToString("0..");
    }
}
