package org.crease.app.homology.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.crease.app.command.UserError;
import org.crease.homology.metric.DistanceMatrix;

/** The entries below the diagonal of a distance matrix, row after row, in little-endian float32. */
final class BinaryTriangle {
    private static final int BUFFER = 1 << 16;

    private BinaryTriangle() {}

    static Input read(String name, InputStream in) throws IOException {
        Floats entries = new Floats();
        byte[] bytes = new byte[BUFFER];
        for (int got = in.readNBytes(bytes, 0, BUFFER); got > 0; got = in.readNBytes(bytes, 0, BUFFER)) {
            if (got % Float.BYTES != 0) {
                throw new UserError(name + ": " + (Float.BYTES * entries.size() + got)
                        + " bytes; float32 numbers of 4 bytes are expected");
            }
            add(
                    name,
                    ByteBuffer.wrap(bytes, 0, got)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asFloatBuffer(),
                    entries);
        }
        if (entries.size() == 0) {
            throw new UserError(name + ": " + Entries.NONE);
        }
        Entries.points(name, entries.size());
        return new Input.Distances(DistanceMatrix.over(entries.toArray()));
    }

    private static void add(String name, FloatBuffer values, Floats entries) {
        while (values.hasRemaining()) {
            float value = values.get();
            if (!(value >= 0)) {
                throw new UserError(name + ": entry " + entries.size() + ", at byte " + Float.BYTES * entries.size()
                        + ": " + Entries.notADistance(value));
            }
            entries.add(value);
        }
    }
}
