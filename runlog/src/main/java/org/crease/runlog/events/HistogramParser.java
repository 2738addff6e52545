package org.crease.runlog.events;

import org.crease.probes.Array;

/**
 * Reads HistogramProto messages, TensorFlow's first form of histograms, which PyTorch still writes, into the rows that the tensor
 * form has: left edge, right edge, count. Only right edges are stored, and the outermost can be any large number, so
 * empty buckets at both ends go and the least and greatest value become the outermost edges, as in TensorBoard.
 */
final class HistogramParser {
    private static final int COLUMNS = 3;

    private double least;
    private double greatest;
    private final Numbers limits = new Numbers();
    private final Numbers counts = new Numbers();

    static Array parse(Wire wire) {
        HistogramParser parser = new HistogramParser();
        for (int field = wire.field(); field != 0; field = wire.field()) {
            parser.read(field, wire);
        }
        return parser.rows();
    }

    private void read(int field, Wire wire) {
        switch (field) {
            case 1 -> least = wire.float64();
            case 2 -> greatest = wire.float64();
            case 6 -> limits.float64(wire);
            case 7 -> counts.float64(wire);
            default -> wire.skip();
        }
    }

    private Array rows() {
        double[] right = limits.toArray();
        double[] count = counts.toArray();
        if (right.length != count.length) {
            throw new MalformedMessageException(
                    "histogram of " + right.length + " edges and " + count.length + " counts");
        }
        int first = 0;
        while (first < count.length && !(count[first] > 0)) {
            first++;
        }
        int end = count.length;
        while (end > first && !(count[end - 1] > 0)) {
            end--;
        }
        double[] rows = new double[(end - first) * COLUMNS];
        for (int i = first; i < end; i++) {
            int row = (i - first) * COLUMNS;
            rows[row] = i == first ? least : right[i - 1];
            rows[row + 1] = i == end - 1 ? greatest : right[i];
            rows[row + 2] = count[i];
        }
        return new Array(rows, end - first, COLUMNS);
    }
}
