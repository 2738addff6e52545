package org.crease.runlog.events;

import java.util.List;

/** TensorProto messages. */
final class Tensors {
    static final int FLOAT = 1;
    static final int STRING = 7;

    private Tensors() {}

    static Message float32(byte[] littleEndian, long... shape) {
        return new Message().integer(1, FLOAT).message(2, shape(shape)).bytes(4, littleEndian);
    }

    static Message strings(List<byte[]> values, long... shape) {
        Message tensor = new Message().integer(1, STRING).message(2, shape(shape));
        values.forEach(value -> tensor.bytes(8, value));
        return tensor;
    }

    private static Message shape(long... extents) {
        Message shape = new Message();
        for (long extent : extents) {
            shape.message(2, new Message().integer(1, extent));
        }
        return shape;
    }
}
