package org.crease.app.homology.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SixDigitsTest {

    /** Expected: {@code printf %g}, which is what C++ streams print. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "0.5, 0.5",
        "1.4142135, 1.41421",
        "0.2281875, 0.228187",
        "0.2265625, 0.226562",
        "100000, 100000",
        "1000000, 1e+06",
        "1234567, 1.23457e+06",
        "999999.5, 1e+06",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.000012345678, 1.23457e-05",
        "1e-30, 1e-30",
        "2.5e12, 2.5e+12",
        "3.4e38, 3.4e+38",
        "0.1, 0.1",
        "120, 120",
        "1e100, 1e+100",
        "Infinity, inf"
    })
    void numbersAreThoseOfCStreams(double value, String expected) {
        assertThat(SixDigits.of(value)).isEqualTo(expected);
    }
}
