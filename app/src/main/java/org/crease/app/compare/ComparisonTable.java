package org.crease.app.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Table;
import org.crease.runlog.compare.Comparison;
import org.crease.runlog.compare.ComparisonRow;
import org.crease.runlog.compare.Evidence;
import org.crease.runlog.compare.Quantity;
import org.crease.runlog.compare.Sample;
import org.crease.runlog.compare.TwinMeasures;

/**
 * A comparison for reading: who is compared, then a line for each measure, layer and checkpoint, then what was left out and how
 * it was tested. Unless measures were asked for, only those that tell twins apart are shown and are not the same everywhere;
 * where that is still too much for a screen, of all checkpoints only the first and the last.
 */
final class ComparisonTable {
    private static final double LARGEST_COUNT = 1e9;
    private static final int SCREENFUL = 40;

    private final Comparison comparison;
    private final Screen screen;
    private final List<ComparisonRow> shown;
    private final Map<Quantity, Boolean> whole = new HashMap<>();
    private final boolean tested;

    private ComparisonTable(Comparison comparison, boolean all, Screen screen) {
        this.comparison = comparison;
        this.screen = screen;
        this.shown = all ? comparison.rows() : telling(comparison.rows());
        this.tested = comparison.tests() > 0;
        for (ComparisonRow row : comparison.rows()) {
            whole.merge(row.quantity(), counts(row), Boolean::logicalAnd);
        }
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
        lines.addAll(table.lines());
        lines.add("");
        lines.addAll(ComparisonNotes.of(comparison, table.shown));
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
                Column.numbers(ComparisonJson.word(comparison.matching())),
                Column.numbers(comparison.first().label()),
                Column.numbers(comparison.second().label()),
                Column.numbers("difference")));
        if (tested) {
            Stream.of("p", "Holm", "p ranks", "delta").map(Column::numbers).forEach(heading::add);
        }
        Table table = new Table(heading.toArray(Column[]::new));
        Quantity before = null;
        for (ComparisonRow row : shown) {
            Quantity quantity = row.quantity();
            String measure = before != null && measure(before).equals(measure(quantity)) ? "" : measure(quantity);
            String layer = quantity.equals(before) ? "" : quantity.layer();
            table.row(cells(row, measure, layer).toArray(String[]::new));
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

    private List<String> cells(ComparisonRow row, String measure, String layer) {
        List<String> cells = new ArrayList<>(List.of(
                measure,
                layer,
                Numbers.count(row.moment()),
                cell(row, row.first()),
                cell(row, row.second()),
                difference(row)));
        Evidence evidence = row.evidence();
        if (evidence != null) {
            cells.add(p(evidence.permutation().p()));
            cells.add(p(evidence.permutationHolm()));
            cells.add(p(evidence.rankSum().p()));
            cells.add(signed(evidence.cliffsDelta(), Numbers.value(Math.abs(evidence.cliffsDelta()))));
        } else if (tested) {
            cells.addAll(List.of("-", "-", "-", "-"));
        }
        return cells;
    }

    private String cell(ComparisonRow row, Sample sample) {
        int count = sample.defined().length;
        if (count == 0) {
            return "-";
        }
        boolean one = sample.values().size() == 1;
        String mean = number(sample.mean(), one && isWhole(row));
        String some = count < sample.values().size()
                ? " (" + count + " of " + sample.values().size() + ")"
                : "";
        String spread = count < 2 ? "" : " " + screen.choose("±", "+-") + " " + Numbers.value(sample.deviation());
        return mean + spread + some;
    }

    private String difference(ComparisonRow row) {
        double difference = row.difference();
        boolean ones = row.first().values().size() == 1 && row.second().values().size() == 1;
        return Double.isNaN(difference) ? "-" : signed(difference, number(Math.abs(difference), ones && isWhole(row)));
    }

    private static String signed(double value, String size) {
        return value > 0 ? "+" + size : value < 0 ? "-" + size : "0";
    }

    private static String number(double value, boolean count) {
        return count ? Numbers.count((long) value) : Numbers.value(value);
    }

    private static String p(double p) {
        return Numbers.value(p);
    }

    private boolean isWhole(ComparisonRow row) {
        return whole.getOrDefault(row.quantity(), false);
    }

    private static boolean counts(ComparisonRow row) {
        return Stream.of(row.first(), row.second())
                .flatMap(sample -> sample.values().stream())
                .filter(value -> !Double.isNaN(value))
                .allMatch(value -> value == Math.rint(value) && Math.abs(value) < LARGEST_COUNT);
    }
}
