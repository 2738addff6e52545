package org.crease.app.homology.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.crease.app.command.UserError;
import org.crease.homology.metric.DistanceMatrix;

/** The entries below the diagonal of a distance matrix, row after row, in little-endian float32. */
final class BinaryTriangle {
    private static final int BUFFER = 1 << 16;

    private BinaryTriangle() {}

    static Input read(String name, InputStream in) throws IOException {
        Floats entries = new Floats();
        byte[] bytes = new byte[BUFFER];
        float[] values = new float[BUFFER / Float.BYTES];
        for (int got = in.readNBytes(bytes, 0, BUFFER); got > 0; got = in.readNBytes(bytes, 0, BUFFER)) {
            if (got % Float.BYTES != 0) {
                throw new UserError(name + ": " + (Float.BYTES * entries.size() + got)
                        + " bytes; float32 numbers of 4 bytes are expected");
            }
            int count = got / Float.BYTES;
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values, 0, count);
            requireDistances(name, values, count, entries.size());
            entries.add(values, count);
        }
        if (entries.size() == 0) {
            throw new UserError(name + ": " + Entries.NONE);
        }
        Entries.points(name, entries.size());
        return new Input.Distances(DistanceMatrix.over(entries.toArray()));
    }

    private static void requireDistances(String name, float[] values, int count, long before) {
        for (int k = 0; k < count; k++) {
            if (!(values[k] >= 0)) {
                throw new UserError(name + ": entry " + (before + k) + ", at byte " + Float.BYTES * (before + k) + ": "
                        + Entries.notADistance(values[k]));
            }
        }
    }
}
