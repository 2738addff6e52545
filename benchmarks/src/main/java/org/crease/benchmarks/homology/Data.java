package org.crease.benchmarks.homology;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crease.app.homology.input.Format;
import org.crease.app.homology.input.Input;
import org.crease.app.homology.input.InputFile;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;

/**
 * What all contenders read: one text file.
 *
 * @param format point-cloud or lower-distance
 */
record Data(Path file, Format format) {

    static Data points(Path file, float[][] points) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (float[] point : points) {
                write(out, point, 0, point.length, " ");
            }
        }
        return new Data(file, Format.POINT_CLOUD);
    }

    static Data lower(Path file, float... lower) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row = 1, from = 0; from < lower.length; from += row++) {
                write(out, lower, from, row, ",");
            }
        }
        return new Data(file, Format.LOWER_DISTANCE);
    }

    /** A published triangle of float32, as text. */
    static Data binary(Path file, Path published) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(published)).order(ByteOrder.LITTLE_ENDIAN);
        float[] lower = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(lower);
        return lower(file, lower);
    }

    private static void write(BufferedWriter out, float[] values, int from, int count, String separator)
            throws IOException {
        for (int k = 0; k < count; k++) {
            out.append(k == 0 ? "" : separator).append(Float.toString(values[from + k]));
        }
        out.newLine();
    }

    /** The points or distances, for a computation in this process. */
    FiniteMetricSpace space() throws IOException {
        Input input = new InputFile(file.toString(), format, false).read();
        return input instanceof Input.Points points
                ? Metric.euclidean().on(points.cloud())
                : ((Input.Distances) input).space();
    }
}
