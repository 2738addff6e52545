package org.crease.trainer.data.table;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.crease.trainer.data.source.DataException;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers with a column of labels.
 *
 * @param values the numbers, row after row, without labels and columns left out
 * @param width numbers in a row
 * @param labels the label of each row
 */
public record CsvTable(double[] values, int width, Labels labels) {

    /**
     * Reads a table. Every line must have as many fields as the first; every field that is not a label or left out must be a
     * finite decimal number.
     *
     * @param file its name, for messages
     * @param header whether the first line names the columns
     * @param label column of the labels, by name or by number from 0; null for the last
     * @param ignore columns to leave out, by name or by number from 0
     * @throws DataException that says line and column
     */
    public static CsvTable read(
            Reader reader, String file, boolean header, @Nullable String label, List<String> ignore) {
        CsvReader csv = new CsvReader(reader, file);
        List<String> row = csv.next();
        if (row.isEmpty()) {
            throw new DataException(file + ": empty, expected a table");
        }
        Columns columns = Columns.of(file, header ? row : List.of(), row.size(), label, ignore);
        if (header) {
            row = csv.next();
        }
        Numbers numbers = new Numbers();
        List<String> labels = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (; !row.isEmpty(); row = csv.next()) {
            addRow(csv, file, row, columns, numbers);
            labels.add(row.get(columns.label()));
            lines.add(csv.line());
        }
        if (labels.isEmpty()) {
            throw new DataException(file + ": has no rows below its header, expected at least one");
        }
        return new CsvTable(numbers.toArray(), columns.inputs(), Labels.of(file, labels, lines, columns.label()));
    }

    private static void addRow(CsvReader csv, String file, List<String> row, Columns columns, Numbers numbers) {
        if (row.size() != columns.count()) {
            throw csv.wrong(
                    Math.min(row.size(), columns.count()) - 1,
                    "%d fields, expected %d as in the first line".formatted(row.size(), columns.count()));
        }
        for (int column = 0; column < row.size(); column++) {
            if (columns.isInput(column)) {
                String problem = Numbers.problem(row.get(column));
                if (problem != null) {
                    throw csv.wrong(column, problem);
                }
                numbers.add(Double.parseDouble(row.get(column)), file);
            }
        }
    }
}
