package org.crease.runlog.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.crease.probes.Array;

/** Writes and reads one npy array in a stream whose length is known. */
final class NpyStream {
    private static final int MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    private NpyStream() {}

    /** Bytes that {@link #write} will write. */
    static long size(Array array) {
        return header(array).length + (long) Elements.count(array) * Elements.size(array);
    }

    static void write(Array array, OutputStream out) throws IOException {
        out.write(header(array));
        Elements.write(array, out);
    }

    /** Reads an array that takes all of the {@code available} bytes; nothing is allocated before its size fits them. */
    static Array read(InputStream in, long available) throws IOException {
        NpyHeader header = NpyHeader.read(in, available);
        long count = header.count();
        long bytes = count * header.type().size();
        if (bytes != available - header.length()) {
            throw new NpyFormatException(
                    header.length(),
                    "shape " + Arrays.toString(header.shape()) + " of '"
                            + header.type().descr() + "' asks for " + bytes + " bytes of elements, there are "
                            + (available - header.length()));
        }
        if (count > MOST_ELEMENTS) {
            throw new NpyFormatException(
                    header.length(), count + " elements, at most " + MOST_ELEMENTS + " can be read");
        }
        Object data = header.type().allocate((int) count);
        try {
            Elements.read(data, header.type().size(), in);
        } catch (EOFException e) {
            throw new NpyFormatException(header.length(), String.valueOf(e.getMessage()));
        }
        data = widened(header.type(), data, header.length());
        return new Array(header.fortran() ? Transposition.toRowMajor(data, header.shape()) : data, header.shape());
    }

    private static Object widened(ElementType type, Object data, int offset) throws NpyFormatException {
        if (type == ElementType.UINT8) {
            byte[] bytes = (byte[]) data;
            int[] wide = new int[bytes.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = Byte.toUnsignedInt(bytes[i]);
            }
            return wide;
        }
        if (type == ElementType.BOOLEAN) {
            byte[] bytes = (byte[]) data;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] != 0 && bytes[i] != 1) {
                    throw new NpyFormatException(offset + i, "boolean element is " + bytes[i] + ", 0 or 1 is expected");
                }
            }
        }
        return data;
    }

    private static byte[] header(Array array) {
        return new NpyHeader(ElementType.of(array), false, array.shape(), 0).bytes();
    }
}
