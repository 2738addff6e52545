package org.crease.trainer.data.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crease.trainer.data.source.DataException;
import org.jspecify.annotations.Nullable;

/**
 * The labels of rows: all numbers, or all texts. Whole numbers and texts are classes too, numbered in ascending order.
 *
 * @param values the labels as numbers; null when they are texts
 * @param classes the class of each row; null when labels are numbers and one of them is not whole
 * @param names of the classes
 */
public record Labels(double @Nullable [] values, int @Nullable [] classes, List<String> names) {

    public Labels {
        names = List.copyOf(names);
    }

    /** Labels that are numbers. */
    public static Labels of(double[] values) {
        if (Arrays.stream(values).anyMatch(value -> value != Math.rint(value))) {
            return new Labels(values, null, List.of());
        }
        double[] distinct = Arrays.stream(values)
                .map(value -> value + 0.0)
                .sorted()
                .distinct()
                .toArray();
        int[] classes = Arrays.stream(values)
                .mapToInt(value -> Arrays.binarySearch(distinct, value + 0.0))
                .toArray();
        return new Labels(
                values, classes, Arrays.stream(distinct).mapToObj(Labels::whole).toList());
    }

    /**
     * Labels as they stand in a table.
     *
     * @param lines the line of each, for messages
     * @param column their column, from 0
     */
    static Labels of(String file, List<String> labels, List<Integer> lines, int column) {
        boolean numbers = Numbers.problem(labels.get(0)) == null;
        for (int i = 0; i < labels.size(); i++) {
            String problem = problem(labels.get(i), numbers);
            if (problem != null) {
                throw new DataException(
                        "%s: line %d, column %d: label %s".formatted(file, lines.get(i), column + 1, problem));
            }
        }
        return numbers ? of(labels.stream().mapToDouble(Double::parseDouble).toArray()) : ofTexts(labels);
    }

    private static Labels ofTexts(List<String> labels) {
        List<String> names = labels.stream().distinct().sorted().toList();
        String[] sorted = names.toArray(String[]::new);
        int[] classes = IntStream.range(0, labels.size())
                .map(i -> Arrays.binarySearch(sorted, labels.get(i)))
                .toArray();
        return new Labels(null, classes, names);
    }

    private static @Nullable String problem(String label, boolean number) {
        String problem = Numbers.problem(label);
        if (number || label.isEmpty() || (problem != null && problem.endsWith("finite number"))) {
            return problem;
        }
        return problem == null ? "'" + label + "' is a number, expected a text as in the first row" : null;
    }

    private static String whole(double value) {
        return Math.abs(value) < Long.MAX_VALUE ? Long.toString((long) value) : Double.toString(value);
    }
}
