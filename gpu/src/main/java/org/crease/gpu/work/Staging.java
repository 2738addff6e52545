package org.crease.gpu.work;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.ObjIntConsumer;
import org.crease.gpu.driver.Memory;

/** Carries Java arrays to a device and back, piece by piece, through memory that drivers can read. */
final class Staging {
    private static final int BYTES = 16 << 20;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.nativeOrder());

    /**
     * Writes elements.
     *
     * @param size bytes of an element
     * @param fill takes elements from the number given on into the buffer, until it is full
     */
    void write(Memory to, long offset, int count, int size, ObjIntConsumer<ByteBuffer> fill) {
        int most = BYTES / size;
        for (long at = 0; at < count; at += most) {
            int first = (int) at;
            buffer.clear().limit(Math.min(most, count - first) * size);
            fill.accept(buffer, first);
            buffer.rewind();
            to.write(offset + at * size, buffer);
        }
    }

    /** Reads elements: {@code take} takes what the buffer has as elements from the number given on. */
    void read(Memory from, long offset, int count, int size, ObjIntConsumer<ByteBuffer> take) {
        int most = BYTES / size;
        for (long at = 0; at < count; at += most) {
            int first = (int) at;
            buffer.clear().limit(Math.min(most, count - first) * size);
            from.read(offset + at * size, buffer);
            buffer.rewind();
            take.accept(buffer, first);
        }
    }
}
