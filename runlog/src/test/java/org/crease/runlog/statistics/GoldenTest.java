package org.crease.runlog.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against SciPy's numbers, which golden.py wrote. */
class GoldenTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    /** A line of golden.csv. */
    private record Case(double[] first, double[] second, double permutation, double ranks, double delta) {}

    private static List<Case> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenTest.class.getResourceAsStream("golden.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(2)
                    .map(line -> parse(line.split(",", -1)))
                    .toList();
        }
    }

    private static Case parse(String... cells) {
        return new Case(
                numbers(cells[0]),
                numbers(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]));
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void permutationTestsAreSciPys() throws IOException {
        for (Case c : cases()) {
            Significance test = PermutationTest.of(c.first(), c.second());
            assertThat(test.p()).as(c.toString()).isCloseTo(c.permutation(), ROUNDING);
            assertThat(test.exact()).isTrue();
        }
    }

    @Test
    void rankSumTestsAreSciPys() throws IOException {
        for (Case c : cases()) {
            Significance test = RankSumTest.of(c.first(), c.second());
            assertThat(test.p()).as(c.toString()).isCloseTo(c.ranks(), ROUNDING);
            assertThat(test.exact()).isTrue();
        }
    }

    @Test
    void cliffsDeltaIsSciPysStatisticFromMinusOneToOne() throws IOException {
        for (Case c : cases()) {
            assertThat(CliffsDelta.of(c.first(), c.second())).isCloseTo(c.delta(), ROUNDING);
        }
    }

    @Test
    void allCasesAreThere() throws IOException {
        assertThat(cases()).hasSize(20);
    }
}
