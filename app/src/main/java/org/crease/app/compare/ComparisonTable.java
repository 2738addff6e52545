package org.crease.app.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Table;
import org.crease.runlog.compare.Comparison;
import org.crease.runlog.compare.ComparisonRow;
import org.crease.runlog.compare.Quantity;
import org.crease.runlog.compare.TwinMeasures;

/**
 * A comparison for reading: who is compared, then a line for each measure, layer and checkpoint, then strata, what was left out
 * and how it was tested. Unless measures were asked for, only those that tell twins apart are shown and are not the same everywhere;
 * where that is still too much for a screen, of all checkpoints only the first and the last.
 */
final class ComparisonTable {
    private static final int SCREENFUL = 40;

    private final Comparison comparison;
    private final Screen screen;
    private final List<ComparisonRow> shown;
    private final ComparisonCells cells;

    private ComparisonTable(Comparison comparison, boolean all, Screen screen) {
        this.comparison = comparison;
        this.screen = screen;
        this.shown = all ? comparison.rows() : telling(comparison.rows());
        this.cells = new ComparisonCells(comparison.rows(), comparison.tests() > 0, screen);
    }

    /**
     * The comparison as lines.
     *
     * @param all whether every row is shown
     */
    static List<String> of(Comparison comparison, boolean all, Screen screen) {
        ComparisonTable table = new ComparisonTable(comparison, all, screen);
        List<String> lines = new ArrayList<>(ComparisonHeading.of(comparison, screen));
        lines.add("");
        if (!comparison.rows().isEmpty()) {
            lines.addAll(table.lines());
            lines.add("");
        }
        List<String> strata = StrataTable.of(comparison, all, screen);
        if (!strata.isEmpty()) {
            lines.addAll(strata);
            lines.add("");
        }
        lines.addAll(ComparisonNotes.of(comparison, table.shown, !all && !strata.isEmpty()));
        return lines;
    }

    /** The rows by which one tells twins apart; all measures where none of these is there. */
    private static List<ComparisonRow> telling(List<ComparisonRow> rows) {
        List<ComparisonRow> known =
                varying(rows.stream().filter(ComparisonTable::known).toList());
        List<ComparisonRow> telling = known.isEmpty() ? rows : known;
        if (telling.size() <= SCREENFUL) {
            return telling;
        }
        LongSummaryStatistics moments =
                rows.stream().mapToLong(ComparisonRow::moment).summaryStatistics();
        List<ComparisonRow> ends = telling.stream()
                .filter(row -> row.moment() == moments.getMin() || row.moment() == moments.getMax())
                .toList();
        List<ComparisonRow> varying = varying(ends);
        return varying.isEmpty() ? ends : varying;
    }

    /** The rows of measures that have more than one value in them. */
    private static List<ComparisonRow> varying(List<ComparisonRow> rows) {
        Map<String, Set<Double>> values = new HashMap<>();
        for (ComparisonRow row : rows) {
            Set<Double> ofMeasure = values.computeIfAbsent(row.quantity().measure(), unused -> new HashSet<>());
            ofMeasure.addAll(row.first().values());
            ofMeasure.addAll(row.second().values());
        }
        return rows.stream()
                .filter(row ->
                        values.getOrDefault(row.quantity().measure(), Set.of()).size() > 1)
                .toList();
    }

    private static boolean known(ComparisonRow row) {
        return TwinMeasures.NAMES.contains(row.quantity().measure());
    }

    private List<String> lines() {
        List<Column> heading = new ArrayList<>(List.of(
                Column.words("measure"),
                Column.words("layer"),
                Column.numbers(ComparisonJson.word(comparison.matching()))));
        heading.addAll(cells.headings(comparison));
        Table table = new Table(heading.toArray(Column[]::new));
        Quantity before = null;
        for (ComparisonRow row : shown) {
            Quantity quantity = row.quantity();
            String measure = before != null && measure(before).equals(measure(quantity)) ? "" : measure(quantity);
            String layer = quantity.equals(before) ? "" : quantity.layer();
            List<String> line = new ArrayList<>(List.of(measure, layer, Numbers.count(row.moment())));
            line.addAll(cells.of(row));
            table.row(line.toArray(String[]::new));
            before = quantity;
        }
        return table.lines(screen);
    }

    /** The measure's name, with the probe's where several probes find one of this name. */
    private String measure(Quantity quantity) {
        long probes = comparison.rows().stream()
                .map(ComparisonRow::quantity)
                .filter(other -> other.measure().equals(quantity.measure()))
                .map(Quantity::probe)
                .distinct()
                .count();
        return probes > 1 ? quantity.probe() + " " + quantity.measure() : quantity.measure();
    }
}
