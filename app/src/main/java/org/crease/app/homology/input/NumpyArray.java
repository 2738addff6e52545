package org.crease.app.homology.input;

import java.nio.file.Path;
import java.util.Arrays;
import org.crease.app.command.UserError;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.PointCloud;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npy;
import org.crease.runlog.storage.CorruptFileException;

/** Points or distances in a {@code .npy} file. */
final class NumpyArray {
    private final Path file;
    private final float[] values;
    private final int rows;
    private final int columns;

    private NumpyArray(Path file, float[] values, int rows, int columns) {
        this.file = file;
        this.values = values;
        this.rows = rows;
        this.columns = columns;
    }

    static NumpyArray read(Path file) {
        Array array = array(file);
        long[] shape = array.shape();
        if (shape.length != 2) {
            throw new UserError(file + ": an array of shape " + Arrays.toString(shape)
                    + "; (points, coordinates) or (points, points) is expected");
        }
        return new NumpyArray(file, floats(file, array, (int) shape[1]), (int) shape[0], (int) shape[1]);
    }

    static Array array(Path file) {
        try {
            return Npy.read(file);
        } catch (CorruptFileException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    boolean isSquare() {
        return rows == columns;
    }

    Input points() {
        for (int k = 0; k < values.length; k++) {
            if (!Float.isFinite(values[k])) {
                throw new UserError(place(k) + ": coordinate is " + values[k] + "; it must be finite");
            }
        }
        return new Input.Points(PointCloud.of(values, rows, columns));
    }

    /** @param lowerHalf what stands on the diagonal and above does not matter */
    Input distances(boolean lowerHalf) {
        if (!isSquare()) {
            throw new UserError(file + ": an array of shape [" + rows + ", " + columns
                    + "]; a distance matrix is square" + " (--format npy-points reads points)");
        }
        float[][] matrix = new float[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
            for (int j = i; lowerHalf && j < columns; j++) {
                matrix[i][j] = j == i ? 0 : values[j * columns + i];
            }
        }
        try {
            return new Input.Distances(DistanceMatrix.ofRows(matrix));
        } catch (IllegalArgumentException e) {
            throw new UserError(file + ": " + e.getMessage(), e);
        }
    }

    private String place(int k) {
        return file + ": row " + k / columns + ", column " + k % columns;
    }

    private static float[] floats(Path file, Array array, int columns) {
        Object data = array.data();
        if (data instanceof float[] values) {
            return values;
        }
        int count = java.lang.reflect.Array.getLength(data);
        float[] values = new float[count];
        for (int k = 0; k < count; k++) {
            double value = java.lang.reflect.Array.getDouble(data, k);
            values[k] = (float) value;
            if (Float.isInfinite(values[k]) && !Double.isInfinite(value)) {
                throw new UserError(file + ": row " + k / columns + ", column " + k % columns + ": " + value
                        + " does not fit into float32");
            }
        }
        return values;
    }
}
