package org.crease.runlog.events;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Walks over the fields of a protobuf message. Ill-formed input ends in {@link MalformedMessageException}. */
final class Wire {
    private static final int LONGEST_VARINT = 10;

    private final ByteBuffer bytes;
    private int wire;

    Wire(byte[] message) {
        bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The next field's number, or 0 at the end. */
    int field() {
        if (!bytes.hasRemaining()) {
            return 0;
        }
        long tag = varint();
        wire = (int) (tag & 7);
        if (tag >>> 3 == 0 || tag >>> 32 != 0) {
            throw new MalformedMessageException("field number " + (tag >>> 3));
        }
        return (int) (tag >>> 3);
    }

    long integer() {
        expect(0);
        return varint();
    }

    double float64() {
        expect(1);
        return guarded(8).getDouble();
    }

    float float32() {
        expect(5);
        return guarded(4).getFloat();
    }

    byte[] bytes() {
        expect(2);
        long length = varint();
        ByteBuffer rest = guarded(length);
        byte[] value = new byte[(int) length];
        rest.get(value);
        return value;
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    void skip() {
        switch (wire) {
            case 0 -> varint();
            case 1 -> guarded(8).getLong();
            case 2 -> bytes();
            case 5 -> guarded(4).getInt();
            default -> throw new MalformedMessageException("wire type " + wire);
        }
    }

    private void expect(int type) {
        if (wire != type) {
            throw new MalformedMessageException("wire type " + wire + ", " + type + " is expected");
        }
    }

    private ByteBuffer guarded(long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new MalformedMessageException("field of " + length + " bytes, " + bytes.remaining() + " are left");
        }
        return bytes;
    }

    private long varint() {
        long value = 0;
        try {
            for (int i = 0; i < LONGEST_VARINT; i++) {
                byte b = bytes.get();
                value |= (long) (b & 0x7F) << (7 * i);
                if (b >= 0) {
                    return value;
                }
            }
        } catch (BufferUnderflowException e) {
            throw new MalformedMessageException("integer is cut off");
        }
        throw new MalformedMessageException("integer of more than " + LONGEST_VARINT + " bytes");
    }
}
