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
        this(ByteBuffer.wrap(message));
    }

    private Wire(ByteBuffer message) {
        bytes = message.order(ByteOrder.LITTLE_ENDIAN);
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
        byte[] value = new byte[length()];
        bytes.get(value);
        return value;
    }

    /** A message within this one, over the same bytes. */
    Wire message() {
        expect(2);
        int length = length();
        Wire inner = new Wire(bytes.slice(bytes.position(), length));
        bytes.position(bytes.position() + length);
        return inner;
    }

    /** Whether the field holds several numbers behind each other, as repeated numbers mostly come. */
    boolean packed() {
        return wire == 2;
    }

    /** Bytes that are left. */
    int left() {
        return bytes.remaining();
    }

    /** The next number of a packed field. */
    double packedFloat64() {
        return guarded(8).getDouble();
    }

    /** The next number of a packed field. */
    float packedFloat32() {
        return guarded(4).getFloat();
    }

    /** The next number of a packed field. */
    long packedInteger() {
        return varint();
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    void skip() {
        switch (wire) {
            case 0 -> varint();
            case 1 -> guarded(8).getLong();
            case 2 -> message();
            case 5 -> guarded(4).getInt();
            default -> throw new MalformedMessageException("wire type " + wire);
        }
    }

    private void expect(int type) {
        if (wire != type) {
            throw new MalformedMessageException("wire type " + wire + ", " + type + " is expected");
        }
    }

    private int length() {
        long length = varint();
        guarded(length);
        return (int) length;
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
