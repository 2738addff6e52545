package org.crease.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

    private static final Screen COLOUR = new Screen(true, true, true, 40);

    @Test
    void wordsAreSetLeftAndNumbersRight() {
        Table table = new Table(Column.words("layer"), Column.numbers("rank"), Column.numbers("H1"))
                .row("dense-1", "128", "3")
                .row("out", "9", "12");
        assertThat(table.lines(Screen.PLAIN))
                .containsExactly("layer    rank  H1", "dense-1   128   3", "out         9  12");
    }

    @Test
    void theLastColumnOfWordsIsWrappedUnderItself() {
        Table table =
                new Table(Column.words("name"), Column.words("what")).row("a", "one two three four five six seven");
        assertThat(table.lines(new Screen(false, false, false, 24)))
                .containsExactly("name  what", "a     one two three four", "      five six seven");
    }

    @Test
    void colourDoesNotShiftColumns() {
        Table table = new Table(Column.words(""), Column.words(""))
                .row(new Cell("ok", Style.GOOD), Cell.of("x"))
                .row(Cell.of("missing"), Cell.of("y"));
        assertThat(table.lines(COLOUR)).containsExactly("\u001b[32mok\u001b[0m       x", "missing  y");
    }

    @Test
    void l1_namesCannotForgeLinesOrColours() {
        Table table = new Table(Column.words("run")).row("a\n\u001b[2Jb\r\u202ec\t\u2028");
        assertThat(table.lines(Screen.PLAIN)).containsExactly("run", "a\\n\\u001b[2Jb\\u000d\\u202ec\\t\\u2028");
    }

    @Test
    void emojiCountOnceAndAreKept() {
        assertThat(new Table(Column.words("run"), Column.numbers("n"))
                        .row("\uD83D\uDC31", "1")
                        .lines(Screen.PLAIN))
                .containsExactly("run  n", "\uD83D\uDC31    1");
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        Table table = new Table(Column.words("a"), Column.words("b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row("x"))
                .withMessage("a row of 1 cells in a table of 2 columns");
    }
}
