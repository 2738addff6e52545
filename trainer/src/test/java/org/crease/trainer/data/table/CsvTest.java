package org.crease.trainer.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @TempDir
    Path folder;

    @Test
    void aTableWithAHeaderIsRead() {
        CsvTable table = CsvTable.read(
                new StringReader("id,x,\"y, quoted\",kind\n7,1.5,-2e3,cat\n8,+.5,3.,ant\n"),
                "t",
                true,
                null,
                List.of("id"));
        assertThat(table.width()).isEqualTo(2);
        assertThat(table.values()).containsExactly(1.5, -2000, 0.5, 3);
        assertThat(table.labels().names()).containsExactly("ant", "cat");
        assertThat(table.labels().classes()).containsExactly(1, 0);
        assertThat(table.labels().values()).isNull();
    }

    @Test
    void wholeLabelsAreClassesAndNumbers() {
        CsvTable table = read("1,10\n2,-3\n3,10\n");
        assertThat(table.labels().names()).containsExactly("-3", "10");
        assertThat(table.labels().classes()).containsExactly(1, 0, 1);
        assertThat(table.labels().values()).containsExactly(10, -3, 10);
        assertThat(read("1,0.5\n2,1\n").labels().classes()).isNull();
    }

    @Test
    void theLabelColumnIsFoundByNameAndNumber() {
        String text = "a,b,1\n5,6,7\n";
        assertThat(CsvTable.read(new StringReader(text), "t", true, "a", List.of())
                        .values())
                .containsExactly(6, 7);
        assertThat(CsvTable.read(new StringReader(text), "t", true, "0", List.of())
                        .values())
                .containsExactly(6, 7);
        assertThat(CsvTable.read(new StringReader(text), "t", true, "1", List.of())
                        .values())
                .containsExactly(5, 6);
    }

    @Test
    void d2_raggedLinesAreRefused() {
        assertRefused("1,2,3\n4,5\n", "t: line 2, column 2: 2 fields, expected 3 as in the first line");
        assertRefused("1,2\n4,5,6\n", "t: line 2, column 2: 3 fields, expected 2 as in the first line");
    }

    @Test
    void d2_quotesAreReadOrRefused() {
        assertThat(read("\"1.5\",\"a \"\"b\"\", c\"\n").labels().names()).containsExactly("a \"b\", c");
        assertRefused("1,\"2\n3,4\"\n", "t: line 1, column 2: a quote is opened and not closed on its line");
        assertRefused("\"1\"2,3\n", "t: line 1, column 1: text after a closing quote");
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, is not a finite number",
        "-inf, is not a finite number",
        "Infinity, is not a finite number",
        "NA, is not a finite number",
        "'', 'empty, expected a number'",
        "1e309, is beyond the largest double",
        "1e-330, is below the smallest double",
        "0x1p3, is not a number",
        "1d, is not a number",
        "١, is not a number",
        "1_000, is not a number"
    })
    void d2_whatIsNoFiniteNumberIsRefused(String text, String problem) {
        assertThatThrownBy(() -> read("1,2\n" + text + ",2\n"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("t: line 2, column 1: ")
                .hasMessageContaining(problem);
        assertThatThrownBy(() -> read("1,2\n1," + text + "\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("label");
    }

    @Test
    void d2_decimalCommasAreNamed() {
        assertRefused("\"1,5\",2\n", "t: line 1, column 1: '1,5' has a decimal comma, expected a point");
        assertRefused("1.5,2\n1,5,2\n", "t: line 2, column 2: 3 fields, expected 2");
    }

    @Test
    void d2_thePlatformsLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(read("1.5,2\n").values()).containsExactly(1.5);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void d2_windowsLinesEmptyLinesAndAByteOrderMarkAreRead() {
        assertThat(read("\uFEFF1,2\r\n\r\n3,4\r\n").values()).containsExactly(1, 3);
        assertThat(read("1,2\n3,4").values()).containsExactly(1, 3);
    }

    @Test
    void d2_aMillionColumnsAreRead() {
        CsvTable table = read("1,".repeat(1_000_000) + "0\n" + "2,".repeat(1_000_000) + "1\n");
        assertThat(table.width()).isEqualTo(1_000_000);
        assertThat(table.values()[1_999_999]).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void d2_anEmptyFileIsRefused(String text) {
        assertRefused(text, "t: empty, expected a table");
    }

    @Test
    void d2_aHeaderAloneAndALoneColumnAreRefused() {
        assertThatThrownBy(() -> CsvTable.read(new StringReader("a,b\n"), "t", true, null, List.of()))
                .hasMessageContaining("no rows below its header");
        assertRefused("1\n2\n", "expected at least one besides labels");
    }

    @Test
    void d2_unknownAndContradictoryColumnsNameTheKey() {
        assertThatThrownBy(() -> CsvTable.read(new StringReader("a,b\n1,2\n"), "t", true, "c", List.of()))
                .hasMessage("task.data.csv.label: no column 'c' in t, which has 2 columns: a, b");
        assertThatThrownBy(() -> CsvTable.read(new StringReader("a,b\n1,2\n"), "t", true, "a", List.of("a")))
                .hasMessageContaining("task.data.csv.ignore leaves out column 0, which has the labels");
        assertThatThrownBy(() -> CsvTable.read(new StringReader("a,a\n1,2\n"), "t", true, "a", List.of()))
                .hasMessageContaining("two columns of t are called 'a'");
    }

    @Test
    void d4_mixedLabelsAreRefused() {
        assertRefused("1,2\n1,cat\n", "t: line 2, column 2: label 'cat' is not a number");
        assertRefused(
                "1,cat\n1,2\n", "t: line 2, column 2: label '2' is a number, expected a text as in the first row");
    }

    @Test
    void filesAreLoadedWithTheirChecksum() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n");
        Source source = load("a.csv");
        assertThat(source.name()).isEqualTo("a.csv");
        // printf 'x,y\n1,2\n' | sha256sum
        assertThat(source.checksums())
                .containsEntry("a.csv", "81bf9fa83c6f7f151bd491a98cd7d933de3965289e3ebd77c6c425f7eaa16392");
    }

    @Test
    void d2_whatIsNoFileOrNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("latin.csv"), "x,ü\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> load("latin.csv"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> load("none.csv")).hasMessageContaining("none.csv does not exist");
        assertThatThrownBy(() -> load(".")).hasMessageContaining("is not a regular file");
        assertThatThrownBy(() -> load("/dev/zero")).hasMessageContaining("is not a regular file");
        assertThatThrownBy(() -> load("a\0b")).hasMessageContaining("is not a file name");
    }

    private Source load(String file) {
        return Csv.load(new DataConfig.Csv(file, true, null, List.of()), folder);
    }

    private static CsvTable read(String text) {
        return CsvTable.read(new StringReader(text), "t", false, null, List.of());
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class).hasMessageContaining(message);
    }
}
