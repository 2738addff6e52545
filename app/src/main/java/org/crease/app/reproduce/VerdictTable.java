package org.crease.app.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.crease.app.terminal.Cell;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Table;
import org.crease.app.terminal.Wrap;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.reproduction.Verdict;

/** A panel's facts on the terminal: what should hold, and whether it does. */
final class VerdictTable {
    /** A row is a line, so that claims can stand between rows. */
    private static final int WIDE = 1000;

    private VerdictTable() {}

    static List<String> lines(PanelResult result, Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(Style.STRONG.on(screen, Printable.of(result.heading())));
        Table table =
                new Table(Column.words(""), Column.words("at"), Column.words("expected"), Column.words("measured"));
        List<String> claims = new ArrayList<>();
        for (Verdict verdict : result.verdicts()) {
            Cell state = verdict.reproduced() ? new Cell("reproduced", Style.GOOD) : new Cell("differs", Style.BAD);
            table.row(state, Cell.of(verdict.place()), Cell.of(verdict.expected()), Cell.of(verdict.measured()));
            claims.add(verdict.claim());
        }
        List<String> rows = table.lines(new Screen(screen.interactive(), screen.colour(), screen.unicode(), WIDE));
        lines.add("  " + rows.get(0));
        for (int i = 0; i < claims.size(); i++) {
            if (i == 0 || !claims.get(i).equals(claims.get(i - 1))) {
                Wrap.words(claims.get(i), screen.width()).forEach(part -> lines.add(Printable.of(part)));
            }
            lines.add("  " + rows.get(i + 1));
        }
        result.panel().expectation().settings().forEach(note -> lines.add("our settings: " + Printable.of(note)));
        return lines;
    }
}
