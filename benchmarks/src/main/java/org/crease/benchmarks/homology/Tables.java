package org.crease.benchmarks.homology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Table;

/** Two tables: what each took, and how many times longer than ours the others took. */
final class Tables {
    private final List<Measurement> measurements;
    private final List<String> names;

    /** @param names the contenders, ours first */
    Tables(List<Measurement> measurements, List<String> names) {
        this.measurements = List.copyOf(measurements);
        this.names = List.copyOf(names);
    }

    Table costs() {
        List<Column> columns =
                new ArrayList<>(List.of(Column.words("set"), Column.numbers("in-process"), Column.numbers("CPU")));
        for (String name : names) {
            columns.add(Column.numbers(name));
            columns.add(Column.numbers("CPU"));
            columns.add(Column.numbers("MiB"));
        }
        Table table = new Table(columns.toArray(Column[]::new));
        for (Measurement measurement : measurements) {
            List<String> row = new ArrayList<>(List.of(measurement.task().name()));
            row.add(cell(measurement.inProcess(), Cost::wall));
            row.add(cell(measurement.inProcess(), Cost::cpu));
            for (String name : names) {
                Optional<Cost> cost = measurement.of(name);
                row.add(cost.isPresent() ? cell(cost, Cost::wall) : measurement.reason(name));
                row.add(cell(cost, Cost::cpu));
                row.add(cost.map(c -> String.format(Locale.ROOT, "%.0f", c.memory()))
                        .orElse(""));
            }
            table.row(row.toArray(String[]::new));
        }
        return table;
    }

    Table ratios() {
        List<Column> columns = new ArrayList<>(List.of(Column.words("set")));
        List<List<String>> cells = new ArrayList<>();
        measurements.forEach(measurement ->
                cells.add(new ArrayList<>(List.of(measurement.task().name()))));
        List<String> means = new ArrayList<>(List.of("geometric mean"));
        for (String name : names.subList(1, names.size())) {
            add(name, columns, cells, means, Cost::wall, false);
            add("CPU", columns, cells, means, Cost::cpu, false);
            add("in-process", columns, cells, means, Cost::wall, true);
            add("CPU", columns, cells, means, Cost::cpu, true);
        }
        Table table = new Table(columns.toArray(Column[]::new));
        cells.forEach(row -> table.row(row.toArray(String[]::new)));
        return table.row(means.toArray(String[]::new));
    }

    private void add(
            String name,
            List<Column> columns,
            List<List<String>> cells,
            List<String> means,
            ToDoubleFunction<Cost> quantity,
            boolean inProcess) {
        String peer = names.get(1 + (columns.size() - 1) / 4);
        columns.add(Column.numbers(name));
        double logs = 0;
        int count = 0;
        for (int k = 0; k < measurements.size(); k++) {
            Measurement measurement = measurements.get(k);
            OptionalDouble ratio = ratio(
                    inProcess ? measurement.inProcess() : measurement.of(names.get(0)), measurement.of(peer), quantity);
            cells.get(k).add(ratio.isPresent() ? number(ratio.getAsDouble()) : measurement.reason(peer));
            logs += ratio.isPresent() ? Math.log(ratio.getAsDouble()) : 0;
            count += ratio.isPresent() ? 1 : 0;
        }
        means.add(count == 0 ? "" : number(Math.exp(logs / count)));
    }

    private static OptionalDouble ratio(Optional<Cost> ours, Optional<Cost> theirs, ToDoubleFunction<Cost> quantity) {
        return ours.isPresent() && theirs.isPresent()
                ? OptionalDouble.of(quantity.applyAsDouble(theirs.get()) / quantity.applyAsDouble(ours.get()))
                : OptionalDouble.empty();
    }

    private static String cell(Optional<Cost> cost, ToDoubleFunction<Cost> quantity) {
        return cost.map(c -> number(quantity.applyAsDouble(c))).orElse("");
    }

    private static String number(double value) {
        return String.format(
                Locale.ROOT, value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
