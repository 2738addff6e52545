package org.crease.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-u-nu-arab", "de", "en"})
    void l2_numbersLookTheSameInEveryLocale(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(Numbers.value(0.21337)).isEqualTo("0.2134");
        assertThat(Numbers.count(60_000)).isEqualTo("60,000");
        assertThat(Numbers.percent(0.975)).isEqualTo("97.5 %");
        assertThat(Numbers.rate(52_340)).isEqualTo("52.3k");
        assertThat(Numbers.bytes(6_815_744)).isEqualTo("6.5 MiB");
        assertThat(Numbers.duration(725)).isEqualTo("12:05");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0000",
        "-0.5, -0.5000",
        "9.8765, 9.877",
        "12.345, 12.35",
        "123.45, 123.5",
        "99999, 99999.0",
        "100000, 1.000e+05",
        "0.0000120449, 1.204e-05",
        "NaN, NaN",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void aValueHasFourDigits(double value, String text) {
        assertThat(Numbers.value(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.00", "1.5, 1.50", "12.34, 12", "950, 950", "999.6, 1.00k", "99960, 100k", "1200000, 1.20M"})
    void aRateHasThreeDigits(double perSecond, String text) {
        assertThat(Numbers.rate(perSecond)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 KiB", "1048575, 1.0 MiB", "9223372036854775807, 8.0 EiB"})
    void aSizeHasAUnit(long bytes, String text) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-3, 0:00", "42.4, 0:42", "59.6, 1:00", "11220, 3:07:00", "187800, 2 d 04:10"})
    void aDurationIsShort(double seconds, String text) {
        assertThat(Numbers.duration(seconds)).isEqualTo(text);
    }

    @Test
    void theLargestRateHasAUnit() {
        assertThat(Numbers.rate(Double.MAX_VALUE)).endsWith("E");
    }
}
