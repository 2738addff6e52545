package org.crease.app.sweep;

import java.util.ArrayList;
import java.util.List;
import org.crease.app.terminal.Cell;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Table;
import org.crease.trainer.sweep.Statistic;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.SweepTable.Row;

/** A sweep's table as text: keys, then what the repetitions gave. The layer is left out where there is one alone. */
final class TableText {

    private TableText() {}

    static List<String> lines(SweepTable table, Screen screen) {
        boolean layers = table.layers().size() > 1;
        List<Column> columns = new ArrayList<>();
        table.keys().forEach(key -> columns.add(Column.numbers(key)));
        if (layers) {
            columns.add(Column.words("layer"));
        }
        columns.add(Column.words("measure"));
        for (String title : List.of("n", "mean", "95 % of the mean", "deviation", "median", "5 % to 95 %")) {
            columns.add(Column.numbers(title));
        }
        Table text = new Table(columns.toArray(Column[]::new));
        for (Row row : table.rows()) {
            text.row(cells(table, row, layers).toArray(Cell[]::new));
        }
        return text.lines(screen);
    }

    private static List<Cell> cells(SweepTable table, Row row, boolean layers) {
        Statistic statistic = row.statistic();
        List<Cell> cells = new ArrayList<>();
        table.keys().forEach(key -> cells.add(Cell.of(row.cell().getOrDefault(key, ""))));
        if (layers) {
            cells.add(Cell.of(row.layer()));
        }
        cells.add(Cell.of(row.measure()));
        cells.add(Cell.of(Numbers.count(statistic.n())));
        cells.add(new Cell(Numbers.value(statistic.mean()), Style.STRONG));
        cells.add(Cell.of(Numbers.value(statistic.low()) + " to " + Numbers.value(statistic.high())));
        cells.add(Cell.of(Numbers.value(statistic.deviation())));
        cells.add(Cell.of(Numbers.value(statistic.median())));
        double[] quantiles = statistic.quantiles();
        cells.add(Cell.of(Numbers.value(quantiles[0]) + " to " + Numbers.value(quantiles[quantiles.length - 1])));
        return cells;
    }
}
