package org.crease.inspector.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a probe found, in columns: a row a finding, with the place of its line in the file, and a column a scalar. 24 bytes a
 * finding and 8 more a scalar.
 */
final class ProbeColumns {
    private static final int MOST_SCALARS = 1000;

    private final Map<String, double[]> scalars = new LinkedHashMap<>();
    private final List<String> layers = new ArrayList<>();
    private final Map<String, Integer> layerNumbers = new LinkedHashMap<>();
    private final TreeSet<Long> distinct = new TreeSet<>();
    private long[] steps = new long[16];
    private long[] offsets = new long[16];
    private int[] lengths = new int[16];
    private int[] layerOf = new int[16];
    private int size;

    void add(long step, String layer, long offset, int length) {
        if (size == steps.length) {
            grow();
        }
        if (size == 0 || steps[size - 1] != step) {
            distinct.add(step);
        }
        steps[size] = step;
        offsets[size] = offset;
        lengths[size] = length;
        layerOf[size] = layerNumbers.computeIfAbsent(layer, key -> {
            layers.add(key);
            return layers.size() - 1;
        });
        size++;
    }

    /** A scalar of the finding added last. */
    void scalar(String name, double value) {
        double[] column = scalars.get(name);
        if (column == null) {
            if (scalars.size() == MOST_SCALARS) {
                return;
            }
            column = new double[steps.length];
            Arrays.fill(column, Double.NaN);
            scalars.put(name, column);
        }
        column[size - 1] = value;
    }

    List<String> layers() {
        return layers;
    }

    Iterable<String> scalars() {
        return scalars.keySet();
    }

    int stepCount() {
        return distinct.size();
    }

    /** The steps it looked at, or some: evenly chosen, the first and the last among them. */
    long[] steps(int most) {
        long[] all = distinct.stream().mapToLong(Long::longValue).toArray();
        if (all.length <= most) {
            return all;
        }
        long[] chosen = new long[most];
        for (int i = 0; i < most; i++) {
            chosen[i] = all[(int) Math.round((double) i * (all.length - 1) / (most - 1))];
        }
        return chosen;
    }

    /** Values of a scalar by layer, in the order of these steps; NaN where there is none. */
    Map<String, double[]> grid(String scalar, long[] columns) {
        Map<String, double[]> grid = new LinkedHashMap<>();
        double[] values = scalars.get(scalar);
        if (values == null) {
            return grid;
        }
        double[][] rows = new double[layers.size()][columns.length];
        for (double[] row : rows) {
            Arrays.fill(row, Double.NaN);
        }
        for (int i = 0; i < size; i++) {
            int column = Arrays.binarySearch(columns, steps[i]);
            if (column >= 0) {
                rows[layerOf[i]][column] = values[i];
            }
        }
        for (int layer = 0; layer < rows.length; layer++) {
            grid.put(layers.get(layer), rows[layer]);
        }
        return grid;
    }

    /** Where the line of a finding lies, {@code {offset, length}}; empty when there is none. The newest counts. */
    long[] find(long step, String layer) {
        Integer number = layerNumbers.get(layer);
        if (number == null || !distinct.contains(step)) {
            return new long[0];
        }
        for (int i = size - 1; i >= 0; i--) {
            if (steps[i] == step && layerOf[i] == number) {
                return new long[] {offsets[i], lengths[i]};
            }
        }
        return new long[0];
    }

    long bytes() {
        return steps.length * (24L + 8L * scalars.size()) + 64L * distinct.size();
    }

    private void grow() {
        int length = 2 * size;
        steps = Arrays.copyOf(steps, length);
        offsets = Arrays.copyOf(offsets, length);
        lengths = Arrays.copyOf(lengths, length);
        layerOf = Arrays.copyOf(layerOf, length);
        scalars.replaceAll((name, column) -> {
            double[] longer = Arrays.copyOf(column, length);
            Arrays.fill(longer, size, length, Double.NaN);
            return longer;
        });
    }
}
