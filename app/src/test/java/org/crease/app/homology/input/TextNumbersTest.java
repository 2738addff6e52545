package org.crease.app.homology.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.crease.app.command.UserError;
import org.junit.jupiter.api.Test;

class TextNumbersTest {

    static List<List<Float>> lines(String text) throws IOException {
        TextNumbers numbers = new TextNumbers("a.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<List<Float>> lines = new ArrayList<>();
        while (numbers.nextLine()) {
            List<Float> line = new ArrayList<>();
            while (numbers.next()) {
                line.add(numbers.value());
            }
            lines.add(line);
        }
        return lines;
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> lines(text)).isInstanceOf(UserError.class).hasMessage(message);
    }

    @Test
    void blanksCommasAndSemicolonsSeparate() throws IOException {
        assertThat(lines("1 2\t3\n4,5, 6 ,7;8\n")).containsExactly(List.of(1f, 2f, 3f), List.of(4f, 5f, 6f, 7f, 8f));
    }

    @Test
    void blankLinesAndLineEndsOfAllKindsArePassedOver() throws IOException {
        assertThat(lines("\n\r\n  \n1,\r\n\n2 \n3")).containsExactly(List.of(1f), List.of(2f), List.of(3f));
        assertThat(lines("")).isEmpty();
        assertThat(lines(" \n \n")).isEmpty();
    }

    @Test
    void p4_infinityAndNanAreNumbersForTheReaderToJudge() throws IOException {
        assertThat(lines("inf -Infinity NaN +INF"))
                .containsExactly(
                        List.of(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, Float.POSITIVE_INFINITY));
    }

    @Test
    void everyFormOfANumberIsRead() throws IOException {
        assertThat(lines("-1.5e+2 .5 5. +7 1E-3 0e99999 -0"))
                .containsExactly(List.of(-150f, .5f, 5f, 7f, .001f, 0f, -0f));
    }

    @Test
    void p4_wordsAreRefusedWithTheirPlace() {
        refused("1 2\n3,abc\n", "a.txt:2:3: 'abc' is not a number");
        refused("1.5x", "a.txt:1:1: '1.5x' is not a number");
        refused("1-2", "a.txt:1:1: '1-2' is not a number");
        refused("1e", "a.txt:1:1: '1e' is not a number");
        refused("0x10", "a.txt:1:1: '0x10' is not a number");
        refused("1f", "a.txt:1:1: '1f' is not a number");
        refused("1\n# comment", "a.txt:2:1: '#' is not a number");
        refused("1,,2", "a.txt:1:3: a number is missing before ','");
        refused(",1", "a.txt:1:1: a number is missing before ','");
        refused("- 1", "a.txt:1:1: '-' is not a number");
        refused("1.2.3", "a.txt:1:1: '1.2.3' is not a number");
        refused("9".repeat(600), "a.txt:1:1: a word of 512 characters or more; a number is expected");
    }

    @Test
    void p4_numbersTooLargeForFloatAreRefused() {
        refused("1e39", "a.txt:1:1: '1e39' does not fit into float32, whose largest number is 3.4028235e38");
        refused(
                "0 -1e999999999",
                "a.txt:1:3: '-1e999999999' does not fit into float32, whose largest number is 3.4028235e38");
    }

    @Test
    void placesAreRightFarIntoAFile() {
        String good = "0.25, 123456.789, 3e-4\n".repeat(20_000);
        refused(good + "1, x", "a.txt:20001:4: 'x' is not a number");
        refused("1 ".repeat(100_000) + "y", "a.txt:1:200001: 'y' is not a number");
    }

    @Test
    void aNumberAcrossTheEndOfTheBufferIsWhole() throws IOException {
        for (int shift = 0; shift < 12; shift++) {
            String text = " ".repeat(shift) + "1234.5000 ".repeat(20_000);
            assertThat(lines(text).get(0)).hasSize(20_000).containsOnly(1234.5f);
        }
    }
}
