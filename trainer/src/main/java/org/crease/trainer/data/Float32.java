package org.crease.trainer.data;

import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Features;
import org.crease.trainer.data.source.Table;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Turns scaled rows into an array of float32, piece by piece, so that no second copy of all of it is held. */
final class Float32 {
    private static final int PIECE = 1 << 20;

    private final String key;
    private long vanished;

    /**
     * A conversion.
     *
     * @param key the configuration's key that asked for the rows, for messages
     */
    Float32(String key) {
        this.key = key;
    }

    /** How many numbers that were not zero are too small for float32 and became zero. */
    long vanished() {
        return vanished;
    }

    /**
     * The rows in row-major order.
     *
     * @param shape of one row
     * @throws DataException when a number is too large for float32
     */
    INDArray array(Features rows, Scaler scaler, long... shape) {
        long length = (long) rows.size() * rows.width();
        if (length > Table.LONGEST) {
            throw new DataException("%s: %d rows of %d numbers, more than the %d that fit one array"
                    .formatted(key, rows.size(), rows.width(), Table.LONGEST));
        }
        INDArray flat = Nd4j.createUninitialized(DataType.FLOAT, length);
        int together = Math.max(1, PIECE / rows.width());
        for (int from = 0; from < rows.size(); from += together) {
            int to = Math.min(rows.size(), from + together);
            float[] piece = piece(rows, scaler, from, to);
            long start = (long) from * rows.width();
            flat.get(NDArrayIndex.interval(start, start + piece.length)).assign(Nd4j.createFromArray(piece));
        }
        long[] whole = new long[shape.length + 1];
        whole[0] = rows.size();
        System.arraycopy(shape, 0, whole, 1, shape.length);
        return flat.reshape('c', whole);
    }

    private float[] piece(Features rows, Scaler scaler, int from, int to) {
        int width = rows.width();
        float[] piece = new float[(to - from) * width];
        double[] row = new double[width];
        for (int r = from; r < to; r++) {
            rows.copy(r, row);
            scaler.scale(row);
            for (int i = 0; i < width; i++) {
                piece[(r - from) * width + i] = convert(row[i], i);
            }
        }
        return piece;
    }

    private float convert(double value, int column) {
        float converted = (float) value;
        if (!Float.isFinite(converted)) {
            throw new DataException("%s: %s in column %d is beyond the largest float32, %s; scale it, e.g. by z-score"
                    .formatted(key, value, column, Float.MAX_VALUE));
        }
        if (converted == 0 && value != 0) {
            vanished++;
        }
        return converted;
    }
}
