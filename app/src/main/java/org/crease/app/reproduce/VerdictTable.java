package org.crease.app.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.crease.app.terminal.Cell;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Table;
import org.crease.trainer.reproduction.Verdict;

/** A panel's facts on the terminal: what should hold, and whether it does. */
final class VerdictTable {
    private VerdictTable() {}

    static List<String> lines(PanelResult result, Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(Style.STRONG.on(screen, result.heading()));
        Table table =
                new Table(Column.words(""), Column.words("fact"), Column.words("expected"), Column.words("measured"));
        for (Verdict verdict : result.verdicts()) {
            Cell state = verdict.reproduced() ? new Cell("reproduced", Style.GOOD) : new Cell("differs", Style.BAD);
            table.row(state, Cell.of(verdict.claim()), Cell.of(verdict.expected()), Cell.of(verdict.measured()));
        }
        lines.addAll(table.lines(screen));
        result.panel().expectation().settings().forEach(note -> lines.add("our settings: " + note));
        return lines;
    }
}
