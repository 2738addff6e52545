package org.crease.app.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Screen;
import org.crease.runlog.compare.Comparison;
import org.crease.runlog.compare.ComparisonRow;
import org.crease.runlog.compare.Evidence;
import org.crease.runlog.compare.Quantity;
import org.crease.runlog.compare.Sample;

/** The numbers of a row as text: both groups, their difference and, where rows were tested, how sure it is. */
final class ComparisonCells {
    private static final double LARGEST_COUNT = 1e9;

    private final boolean tested;
    private final Screen screen;
    private final Map<Quantity, Boolean> whole = new HashMap<>();

    /**
     * Prepares.
     *
     * @param rows of the table; a quantity whose values are whole in all of them is written without decimals
     * @param tested whether there are columns for tests
     */
    ComparisonCells(List<ComparisonRow> rows, boolean tested, Screen screen) {
        this.tested = tested;
        this.screen = screen;
        for (ComparisonRow row : rows) {
            whole.merge(row.quantity(), counts(row), Boolean::logicalAnd);
        }
    }

    List<Column> headings(Comparison comparison) {
        List<Column> headings = new ArrayList<>(List.of(
                Column.numbers(comparison.first().label()),
                Column.numbers(comparison.second().label()),
                Column.numbers("difference")));
        if (tested) {
            Stream.of("p", "Holm", "p ranks", "delta").map(Column::numbers).forEach(headings::add);
        }
        return headings;
    }

    List<String> of(ComparisonRow row) {
        List<String> cells = new ArrayList<>(List.of(cell(row, row.first()), cell(row, row.second()), difference(row)));
        Evidence evidence = row.evidence();
        if (evidence != null && tested) {
            cells.add(Numbers.value(evidence.permutation().p()));
            cells.add(Numbers.value(evidence.permutationHolm()));
            cells.add(Numbers.value(evidence.rankSum().p()));
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
