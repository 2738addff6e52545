package org.crease.app.doctor;

import java.util.ArrayList;
import java.util.List;
import org.crease.app.doctor.Result.State;
import org.crease.app.terminal.Cell;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Table;

/**
 * All results together.
 *
 * @param healthy true where there is no problem
 * @param problems number of problems
 * @param checks the results, in the order they are shown
 */
record Diagnosis(boolean healthy, int problems, List<Result> checks) {

    static Diagnosis of(List<Result> results) {
        int problems = (int) results.stream()
                .filter(result -> result.state() == State.PROBLEM)
                .count();
        return new Diagnosis(problems == 0, problems, List.copyOf(results));
    }

    List<String> lines(Screen screen) {
        Table table = new Table(Column.words(""), Column.words(""), Column.words(""));
        for (Result result : checks) {
            table.row(state(result.state(), screen), new Cell(result.name(), Style.STRONG), Cell.of(result.found()));
            if (!result.advice().isEmpty()) {
                table.row(Cell.of(""), Cell.of(""), new Cell(result.advice(), Style.FAINT));
            }
        }
        List<String> lines = new ArrayList<>(table.lines(screen));
        lines.add("");
        lines.add(verdict(screen));
        return lines;
    }

    private String verdict(Screen screen) {
        return switch (problems) {
            case 0 -> Style.GOOD.on(screen, "Crease can work here.");
            case 1 -> Style.BAD.on(screen, "One problem stands in the way.");
            default -> Style.BAD.on(screen, problems + " problems stand in the way.");
        };
    }

    private static Cell state(State state, Screen screen) {
        return switch (state) {
            case OK -> new Cell(screen.choose("✓ ok", "ok"), Style.GOOD);
            case MISSING -> new Cell(screen.choose("– missing", "missing"), Style.FAINT);
            case PROBLEM -> new Cell(screen.choose("✗ problem", "problem"), Style.BAD);
        };
    }
}
