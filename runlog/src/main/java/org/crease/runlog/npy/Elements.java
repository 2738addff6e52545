package org.crease.runlog.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.crease.probes.Array;

/** Moves the elements of an array to and from little-endian bytes, through one small buffer. */
final class Elements {
    private static final int BUFFER = 1 << 16;

    private Elements() {}

    /** Bytes an element of this array takes. */
    static int size(Array array) {
        Object data = array.data();
        if (data instanceof byte[]) {
            return 1;
        }
        return data instanceof int[] || data instanceof float[] ? 4 : 8;
    }

    static int count(Array array) {
        return java.lang.reflect.Array.getLength(array.data());
    }

    static void write(Array array, OutputStream out) throws IOException {
        int size = size(array);
        int count = count(array);
        int step = BUFFER / size;
        byte[] bytes = new byte[(int) Math.min(BUFFER, (long) count * size)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < count; from += step) {
            int length = Math.min(step, count - from);
            put(array.data(), from, length, buffer.clear());
            out.write(bytes, 0, length * size);
        }
    }

    /** Fills a {@code byte[]}, {@code int[]}, {@code long[]}, {@code float[]} or {@code double[]}. */
    static void read(Object data, int size, InputStream in) throws IOException {
        int count = java.lang.reflect.Array.getLength(data);
        int step = BUFFER / size;
        byte[] bytes = new byte[BUFFER];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < count; from += step) {
            int length = Math.min(step, count - from);
            int got = in.readNBytes(bytes, 0, length * size);
            if (got < length * size) {
                throw new EOFException("the data ends " + (length * size - got) + " bytes early");
            }
            get(data, from, length, buffer.clear());
        }
    }

    private static void put(Object data, int from, int length, ByteBuffer to) {
        if (data instanceof byte[] a) {
            to.put(a, from, length);
        } else if (data instanceof int[] a) {
            to.asIntBuffer().put(a, from, length);
        } else if (data instanceof long[] a) {
            to.asLongBuffer().put(a, from, length);
        } else if (data instanceof float[] a) {
            to.asFloatBuffer().put(a, from, length);
        } else if (data instanceof double[] a) {
            to.asDoubleBuffer().put(a, from, length);
        }
    }

    private static void get(Object data, int from, int length, ByteBuffer bytes) {
        if (data instanceof byte[] a) {
            bytes.get(a, from, length);
        } else if (data instanceof int[] a) {
            bytes.asIntBuffer().get(a, from, length);
        } else if (data instanceof long[] a) {
            bytes.asLongBuffer().get(a, from, length);
        } else if (data instanceof float[] a) {
            bytes.asFloatBuffer().get(a, from, length);
        } else if (data instanceof double[] a) {
            bytes.asDoubleBuffer().get(a, from, length);
        }
    }
}
