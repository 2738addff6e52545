package org.crease.app.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An aligned table without boxes: a faint heading, then a line a row. A last column of words that does not fit the
 * screen is wrapped under itself; nothing is ever cut off.
 */
public final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST_WRAP = 16;

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row of plain cells, one for each column. */
    public Table row(String... texts) {
        return row(Arrays.stream(texts).map(Cell::of).toArray(Cell[]::new));
    }

    /** Adds a row, one cell for each column. */
    public Table row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " cells in a table of " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The table as lines for this screen, heading first; an empty table has its heading alone. */
    public List<String> lines(Screen screen) {
        int[] widths = widths(screen.width());
        List<String> lines = new ArrayList<>();
        List<Cell> heading = columns.stream()
                .map(column -> new Cell(column.title(), Style.FAINT))
                .toList();
        if (heading.stream().anyMatch(cell -> cell.width() > 0)) {
            lines.addAll(lines(heading, widths, screen));
        }
        for (List<Cell> row : rows) {
            lines.addAll(lines(row, widths, screen));
        }
        return lines;
    }

    private int[] widths(int available) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Cell.of(columns.get(i).title()).width();
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).width());
            }
        }
        int last = widths.length - 1;
        int before = Arrays.stream(widths, 0, last).sum() + GAP * last;
        if (!columns.get(last).right()) {
            widths[last] = Math.min(widths[last], Math.max(NARROWEST_WRAP, available - before));
        }
        return widths;
    }

    private List<String> lines(List<Cell> row, int[] widths, Screen screen) {
        int last = widths.length - 1;
        StringBuilder line = new StringBuilder();
        int indent = 0;
        for (int i = 0; i < last; i++) {
            line.append(set(row.get(i), widths[i], columns.get(i).right(), screen))
                    .append(" ".repeat(GAP));
            indent += widths[i] + GAP;
        }
        Cell cell = row.get(last);
        if (columns.get(last).right()) {
            return List.of(line.append(set(cell, widths[last], true, screen)).toString());
        }
        List<String> lines = new ArrayList<>();
        for (String part : Wrap.words(cell.text(), widths[last])) {
            lines.add((line + cell.style().on(screen, part)).stripTrailing());
            line.setLength(0);
            line.append(" ".repeat(indent));
        }
        return lines;
    }

    private static String set(Cell cell, int width, boolean right, Screen screen) {
        String padding = " ".repeat(width - cell.width());
        String text = cell.style().on(screen, cell.text());
        return right ? padding + text : text + padding;
    }
}
