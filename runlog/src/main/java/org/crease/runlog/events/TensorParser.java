package org.crease.runlog.events;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crease.probes.Array;
import org.jspecify.annotations.Nullable;

/**
 * Reads TensorProto messages: numbers of types float, double, int32, int64 and bool, and strings. Numbers stand in
 * {@code tensor_content} or in the field of their type, where one value may stand for all that are alike behind it. Tensors of
 * other types have no numbers.
 */
final class TensorParser {
    private static final int DOUBLE = 2;
    private static final int INT32 = 3;
    private static final int INT64 = 9;
    private static final int BOOL = 10;
    private static final int MOST_VALUES = 1 << 20;

    private final Numbers listed = new Numbers();
    private final List<byte[]> strings = new ArrayList<>();
    private int type;
    private long[] shape = {};
    private byte[] content = {};

    /** A tensor's numbers, as float32 or float64, or its strings. */
    record Tensor(@Nullable Array numbers, List<byte[]> strings) {
        static final Tensor NONE = new Tensor(null, List.of());
    }

    static Tensor parse(Wire wire) {
        TensorParser parser = new TensorParser();
        for (int field = wire.field(); field != 0; field = wire.field()) {
            parser.read(field, wire);
        }
        return new Tensor(parser.numbers(), List.copyOf(parser.strings));
    }

    private void read(int field, Wire wire) {
        switch (field) {
            case 1 -> type = (int) wire.integer();
            case 2 -> shape = shape(wire.message());
            case 4 -> content = wire.bytes();
            case 5 -> listed.float32(wire);
            case 6 -> listed.float64(wire);
            case 7, 10, 11 -> listed.integers(wire);
            case 8 -> strings.add(wire.bytes());
            default -> wire.skip();
        }
    }

    private static long[] shape(Wire wire) {
        List<Long> extents = new ArrayList<>();
        for (int field = wire.field(); field != 0; field = wire.field()) {
            if (field == 2) {
                Wire size = wire.message();
                extents.add(size.field() == 1 ? size.integer() : 0);
            } else {
                wire.skip();
            }
        }
        return extents.stream().mapToLong(Long::longValue).toArray();
    }

    private @Nullable Array numbers() {
        Object values = switch (type) {
            case Tensors.FLOAT -> floats();
            case DOUBLE, INT32, INT64, BOOL -> doubles();
            default -> null;
        };
        if (values == null) {
            return null;
        }
        try {
            return new Array(values, shape);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MalformedMessageException("tensor: " + e.getMessage());
        }
    }

    private float[] floats() {
        if (content.length == 0) {
            double[] values = filled();
            float[] narrow = new float[values.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (float) values[i];
            }
            return narrow;
        }
        float[] values = new float[content.length / Float.BYTES];
        bytes().asFloatBuffer().get(values);
        return values;
    }

    private double[] doubles() {
        if (content.length == 0) {
            return filled();
        }
        int width = type == BOOL ? 1 : type == INT32 ? Integer.BYTES : Long.BYTES;
        double[] values = new double[content.length / width];
        ByteBuffer bytes = bytes();
        for (int i = 0; i < values.length; i++) {
            values[i] = next(bytes);
        }
        return values;
    }

    private double next(ByteBuffer bytes) {
        return switch (type) {
            case DOUBLE -> bytes.getDouble();
            case INT32 -> bytes.getInt();
            case INT64 -> (double) bytes.getLong();
            default -> bytes.get();
        };
    }

    /** The listed values; the last one, or 0, stands for all that are missing. */
    private double[] filled() {
        double[] values = listed.toArray();
        long wanted = 1;
        for (long extent : shape) {
            wanted = extent == 0 ? 0 : wanted > MOST_VALUES ? wanted : wanted * Math.max(-1, extent);
        }
        if (wanted <= values.length || wanted > MOST_VALUES) {
            return values;
        }
        double last = values.length == 0 ? 0 : values[values.length - 1];
        double[] all = Arrays.copyOf(values, (int) wanted);
        Arrays.fill(all, values.length, all.length, last);
        return all;
    }

    private ByteBuffer bytes() {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
}
