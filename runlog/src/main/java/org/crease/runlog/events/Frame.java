package org.crease.runlog.events;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What {@link FrameReader} found at an offset. */
sealed interface Frame {
    /** A record's bytes in the file. */
    static byte[] of(byte[] data) {
        ByteBuffer frame = ByteBuffer.allocate(FrameReader.HEADER + data.length + FrameReader.FOOTER)
                .order(ByteOrder.LITTLE_ENDIAN);
        frame.putLong(data.length);
        frame.putInt(MaskedCrc.of(frame.array(), 0, Long.BYTES));
        return frame.put(data).putInt(MaskedCrc.of(data, 0, data.length)).array();
    }

    /** Where the record begins in the file. */
    long offset();

    /** A whole record. */
    record Data(long offset, byte[] bytes) implements Frame {}

    /** A record whose content cannot be had; the next one can be read. */
    record Damaged(long offset, String reason) implements Frame {}

    /** The file ends here or within this record; there may be more later. */
    record Unfinished(long offset) implements Frame {}

    /** The record's length cannot be believed, so nothing behind it can be found. */
    record Lost(long offset, String reason) implements Frame {}
}
