package org.crease.runlog.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an npy array, format 1.0 and 2.0: magic, version, length, then a Python dictionary with exactly the keys
 * {@code descr}, {@code fortran_order} and {@code shape}, padded with spaces and a line end to a multiple of 64 bytes.
 *
 * @param length bytes before the first element
 */
record NpyHeader(ElementType type, boolean fortran, long[] shape, int length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 16;
    private static final int ALIGNMENT = 64;
    private static final Pattern ITEM = Pattern.compile(
            "\\s*'(\\w+)'\\s*:\\s*('[^'\\\\]*'|True|False|\\((?:\\s*\\d{1,18}\\s*,)*\\s*(?:\\d{1,18}\\s*)?\\))\\s*(,|(?=\\}))");

    /** Elements in the array. */
    long count() throws NpyFormatException {
        long count = 1;
        try {
            for (long extent : shape) {
                count = Math.multiplyExact(count, extent);
            }
            Math.multiplyExact(count, (long) type.size());
        } catch (ArithmeticException e) {
            throw new NpyFormatException(0, "shape " + Arrays.toString(shape) + " overflows 64 bits");
        }
        return count;
    }

    static NpyHeader read(InputStream in, long available) throws IOException {
        ByteBuffer start = ByteBuffer.wrap(exactly(in, 8, 0));
        byte[] magic = new byte[MAGIC.length];
        start.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new NpyFormatException(0, "is not a npy array: it does not start with \\x93NUMPY");
        }
        int major = start.get();
        int minor = start.get();
        if (minor != 0 || major < 1 || major > 2) {
            throw new NpyFormatException(6, "npy version " + major + "." + minor + " is not read, only 1.0 and 2.0");
        }
        int prefix = major == 1 ? 10 : 12;
        byte[] size = Arrays.copyOf(exactly(in, prefix - 8, 8), 4);
        long length = Integer.toUnsignedLong(
                ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getInt());
        if (length > LONGEST || length > available - prefix) {
            throw new NpyFormatException(
                    8,
                    "header of " + length + " bytes, at most " + Math.max(0, Math.min(LONGEST, available - prefix))
                            + " are possible here");
        }
        String text = new String(exactly(in, (int) length, prefix), StandardCharsets.ISO_8859_1);
        return parse(text, (int) (prefix + length));
    }

    /** The bytes before the elements, in version 1.0. */
    byte[] bytes() {
        StringBuilder extents = new StringBuilder();
        for (long extent : shape) {
            extents.append(extent).append(shape.length == 1 ? "," : ", ");
        }
        if (shape.length > 1) {
            extents.setLength(extents.length() - 2);
        }
        StringBuilder text = new StringBuilder("{'descr': '" + type.descr() + "', 'fortran_order': "
                + (fortran ? "True" : "False") + ", 'shape': (" + extents + "), }");
        while ((10 + text.length() + 1) % ALIGNMENT != 0) {
            text.append(' ');
        }
        byte[] latin = text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(10 + latin.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) latin.length)
                .put(latin)
                .array();
    }

    private static NpyHeader parse(String text, int length) throws NpyFormatException {
        String body = text.strip();
        if (!text.endsWith("\n") || !body.startsWith("{") || !body.endsWith("}")) {
            throw new NpyFormatException(10, "npy header is not a dictionary followed by a line end");
        }
        String descr = null;
        String order = null;
        String shape = null;
        Matcher item = ITEM.matcher(body);
        int at = 1;
        while (!body.substring(at).strip().equals("}")) {
            item.region(at, body.length());
            if (!item.lookingAt()) {
                throw new NpyFormatException(10 + at, "npy header cannot be understood");
            }
            String value = item.group(2);
            if (item.group(1).equals("descr") && descr == null && value.startsWith("'")) {
                descr = value.substring(1, value.length() - 1);
            } else if (item.group(1).equals("fortran_order") && order == null && !value.startsWith("(")) {
                order = value;
            } else if (item.group(1).equals("shape") && shape == null && value.startsWith("(")) {
                shape = value;
            } else {
                throw new NpyFormatException(10 + at, "npy header has an unexpected '" + item.group(1) + "'");
            }
            at = item.end();
        }
        if (descr == null || order == null || shape == null || order.startsWith("'")) {
            throw new NpyFormatException(10, "npy header must have 'descr', 'fortran_order' and 'shape'");
        }
        return new NpyHeader(ElementType.of(descr), order.equals("True"), extents(shape), length);
    }

    private static long[] extents(String tuple) {
        List<Long> extents = new ArrayList<>();
        Matcher number = Pattern.compile("\\d+").matcher(tuple);
        while (number.find()) {
            extents.add(Long.parseLong(number.group()));
        }
        return extents.stream().mapToLong(Long::longValue).toArray();
    }

    private static byte[] exactly(InputStream in, int length, long offset) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new NpyFormatException(
                    offset, "npy array ends after " + (offset + bytes.length) + " bytes, in its header");
        }
        return bytes;
    }
}
