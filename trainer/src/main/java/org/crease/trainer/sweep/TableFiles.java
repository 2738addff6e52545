package org.crease.trainer.sweep;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npz;
import org.crease.runlog.storage.AtomicFile;
import org.crease.trainer.sweep.SweepTable.Row;
import tools.jackson.databind.json.JsonMapper;

/** Writes a table as {@code table.csv}, {@code table.json} and {@code table.npz}; each file as a whole or not at all. */
public final class TableFiles {
    private static final List<String> NUMBERS =
            List.of("n", "mean", "deviation", "q05", "q25", "q50", "q75", "q95", "mean_low", "mean_high");

    private TableFiles() {}

    /** Writes all three into a directory that is there. */
    public static void write(SweepTable table, Path directory) {
        byte[] csv = csv(table).getBytes(StandardCharsets.UTF_8);
        byte[] json = (JsonMapper.builder()
                                .build()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(document(table)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(directory.resolve("table.csv"), out -> out.write(csv));
        AtomicFile.write(directory.resolve("table.json"), out -> out.write(json));
        Npz.write(directory.resolve("table.npz"), arrays(table));
    }

    /** A line of names, then a line for each row. */
    public static String csv(SweepTable table) {
        StringBuilder text = new StringBuilder();
        List<String> head = new ArrayList<>(table.keys());
        head.addAll(List.of("layer", "measure"));
        head.addAll(NUMBERS);
        line(text, head);
        for (Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            table.keys().forEach(key -> cells.add(row.cell().getOrDefault(key, "")));
            cells.add(row.layer());
            cells.add(row.measure());
            numbers(row.statistic()).values().forEach(number -> cells.add(number.toString()));
            line(text, cells);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        text.append('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** The table for JSON: maps, lists, words and numbers; what is no number is a word. */
    public static Map<String, Object> document(SweepTable table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("cell", row.cell());
            object.put("layer", row.layer());
            object.put("measure", row.measure());
            numbers(row.statistic()).forEach((name, number) -> object.put(name, finite(number)));
            rows.add(object);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", table.name());
        document.put("keys", table.keys());
        document.put("rows", rows);
        return document;
    }

    private static Object finite(Number number) {
        return Double.isFinite(number.doubleValue()) ? number : number.toString();
    }

    private static Map<String, Number> numbers(Statistic statistic) {
        Map<String, Number> numbers = new LinkedHashMap<>();
        numbers.put("n", statistic.n());
        numbers.put("mean", statistic.mean());
        numbers.put("deviation", statistic.deviation());
        for (int i = 0; i < Statistic.LEVELS.length; i++) {
            numbers.put(NUMBERS.get(3 + i), statistic.quantiles()[i]);
        }
        numbers.put("mean_low", statistic.low());
        numbers.put("mean_high", statistic.high());
        return numbers;
    }

    /** A row of each array for each row of the table; words are given by their places among the distinct ones. */
    private static Map<String, Array> arrays(SweepTable table) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        int rows = table.rows().size();
        for (String key : table.keys()) {
            arrays.put("key_" + key, column(table, key));
        }
        List<String> layers = table.layers();
        List<String> measures =
                table.rows().stream().map(Row::measure).distinct().toList();
        int[] layer = table.rows().stream()
                .mapToInt(row -> layers.indexOf(row.layer()))
                .toArray();
        int[] measure = table.rows().stream()
                .mapToInt(row -> measures.indexOf(row.measure()))
                .toArray();
        arrays.put("layer", new Array(layer, rows));
        arrays.put("measure", new Array(measure, rows));
        for (String name : NUMBERS) {
            double[] numbers = table.rows().stream()
                    .mapToDouble(row -> numbers(row.statistic())
                            .getOrDefault(name, Double.NaN)
                            .doubleValue())
                    .toArray();
            arrays.put(name, new Array(numbers, rows));
        }
        int width =
                table.rows().stream().mapToInt(row -> row.values().length).max().orElse(0);
        double[] values = table.rows().stream()
                .flatMapToDouble(row -> Arrays.stream(row.values()))
                .toArray();
        arrays.put("values", new Array(values, rows, width));
        return arrays;
    }

    private static Array column(SweepTable table, String key) {
        List<String> distinct = table.valuesOf(key);
        boolean numeric = distinct.stream().allMatch(SweepFigures::isNumber);
        double[] numbers = table.rows().stream()
                .map(row -> SweepTable.valueOf(row, key))
                .mapToDouble(value -> numeric ? Double.parseDouble(value) : distinct.indexOf(value))
                .toArray();
        return new Array(numbers, numbers.length);
    }
}
