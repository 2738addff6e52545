package org.crease.trainer.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crease.trainer.sweep.plan.Cell;
import org.crease.trainer.sweep.plan.Measurement;
import org.crease.trainer.sweep.plan.SubjectConfig.Trainings;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep gave: a row for each measure of each layer of each cell, in the grid's order.
 *
 * @param name of the sweep
 * @param keys titles of the grid's axes, then {@code epoch} where trainings are looked at after several
 * @param rows in the order of the cells, then of layers and measures as the first repetition of a cell gave them
 */
public record SweepTable(String name, List<String> keys, List<Row> rows) {

    /**
     * One measure of one layer of one cell.
     *
     * @param cell the cell's values by key
     * @param layer as in {@link Measurement}
     * @param measure as in {@link Measurement}
     * @param values one number a repetition, NaN where there is none
     * @param statistic of them
     */
    public record Row(Map<String, String> cell, String layer, String measure, double[] values, Statistic statistic) {}

    public SweepTable {
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
    }

    /** The table of what is there: for each cell the measurements of its repetitions, null for one that is not done. */
    static SweepTable of(SweepPlan plan, List<List<@Nullable List<Measurement>>> results) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < plan.cells().size(); i++) {
            Map<String, double[]> columns = new LinkedHashMap<>();
            List<@Nullable List<Measurement>> repetitions = results.get(i);
            for (int repetition = 0; repetition < repetitions.size(); repetition++) {
                List<Measurement> measured = repetitions.get(repetition);
                for (Measurement measurement : measured == null ? List.<Measurement>of() : measured) {
                    columns.computeIfAbsent(measurement.key(), unused -> missing(repetitions.size()))[repetition] =
                            measurement.value();
                }
            }
            Cell cell = plan.cells().get(i);
            columns.forEach((key, values) -> {
                Measurement of = Measurement.of(key, 0);
                rows.add(new Row(where(cell, of), of.layer(), of.measure(), values, Statistic.of(values)));
            });
        }
        return new SweepTable(plan.config().name(), plan.keys(), rows);
    }

    private static Map<String, String> where(Cell cell, Measurement of) {
        if (of.epoch() == null) {
            return cell.values();
        }
        Map<String, String> where = new LinkedHashMap<>(cell.values());
        where.put(Trainings.EPOCH, String.valueOf(of.epoch()));
        return Collections.unmodifiableMap(where);
    }

    private static double[] missing(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** The layers in it, in their order; an empty word stands for what is about no layer. */
    public List<String> layers() {
        return List.copyOf(rows.stream().map(Row::layer).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /**
     * The row of a measure.
     *
     * @param where values by key, as many as are needed to tell one cell; numbers however they are written
     * @param layer the layer; null for the last one that has the measure
     * @throws IllegalArgumentException when there is none, or more than one cell
     */
    public Row row(Map<String, String> where, @Nullable String layer, String measure) {
        List<Row> found = rows(where, layer, measure);
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "sweep " + name + " has more than one cell with " + sought(where, layer, measure));
        }
        return found.get(0);
    }

    /**
     * The rows of a measure, one a cell.
     *
     * @param where values by key that the cells share; numbers however they are written
     * @param layer the layer; null for the last one that has the measure
     * @throws IllegalArgumentException when there is none
     */
    public List<Row> rows(Map<String, String> where, @Nullable String layer, String measure) {
        Map<Map<String, String>, Row> byCell = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.measure().equals(measure) && (layer == null || row.layer().equals(layer)) && matches(row, where)) {
                byCell.put(row.cell(), row);
            }
        }
        if (byCell.isEmpty()) {
            throw new IllegalArgumentException("sweep " + name + " has no " + sought(where, layer, measure));
        }
        return List.copyOf(byCell.values());
    }

    /** Whether a row's cell has these values. */
    public static boolean matches(Row row, Map<String, String> where) {
        return where.entrySet().stream()
                .allMatch(entry -> same(entry.getValue(), row.cell().get(entry.getKey())));
    }

    private static String sought(Map<String, String> where, @Nullable String layer, String measure) {
        return measure + (layer == null ? "" : " of layer " + layer) + " where " + where;
    }

    /** What is told of a measure; see {@link #row}. */
    public Statistic statistic(Map<String, String> where, @Nullable String layer, String measure) {
        return row(where, layer, measure).statistic();
    }

    private static boolean same(String wanted, @Nullable String actual) {
        if (actual == null) {
            return false;
        }
        try {
            return wanted.equals(actual) || new BigDecimal(wanted).compareTo(new BigDecimal(actual)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The distinct values of a key ({@code layer} too), in the order of the rows. */
    List<String> valuesOf(String key) {
        return Collections.unmodifiableList(new ArrayList<>(
                rows.stream().map(row -> valueOf(row, key)).collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    static String valueOf(Row row, String key) {
        return key.equals("layer") ? row.layer() : row.cell().getOrDefault(key, "");
    }
}
