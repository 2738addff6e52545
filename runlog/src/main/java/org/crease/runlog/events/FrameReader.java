package org.crease.runlog.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into TFRecord frames: length (8 bytes), its masked CRC (4), data, its masked CRC (4), little-endian. Can be
 * asked again after {@link Frame.Unfinished}; never allocates more than what the file still holds.
 */
final class FrameReader {
    static final int HEADER = 12;
    static final int FOOTER = 4;

    private static final int LONGEST = 1 << 30;

    private final FileChannel channel;
    private long offset;

    FrameReader(FileChannel channel) {
        this.channel = channel;
    }

    Frame next() throws IOException {
        long left = channel.size() - offset;
        if (left < 0) {
            return new Frame.Lost(offset, "the file shrank to " + (offset + left) + " bytes");
        }
        if (left < HEADER) {
            return new Frame.Unfinished(offset);
        }
        ByteBuffer header = read(offset, HEADER);
        if (header == null) {
            return new Frame.Unfinished(offset);
        }
        long length = header.getLong(0);
        if (header.getInt(8) != MaskedCrc.of(header.array(), 0, 8)) {
            return new Frame.Lost(offset, "the record's length fails its checksum");
        }
        if (length < 0 || length > LONGEST) {
            return new Frame.Lost(offset, "the record claims " + Long.toUnsignedString(length) + " bytes");
        }
        if (left < HEADER + length + FOOTER) {
            return new Frame.Unfinished(offset);
        }
        return record((int) length);
    }

    private Frame record(int length) throws IOException {
        ByteBuffer body = read(offset + HEADER, length + FOOTER);
        if (body == null) {
            return new Frame.Unfinished(offset);
        }
        long start = offset;
        offset += (long) HEADER + length + FOOTER;
        if (body.getInt(length) != MaskedCrc.of(body.array(), 0, length)) {
            return new Frame.Damaged(start);
        }
        byte[] data = new byte[length];
        body.get(data);
        return new Frame.Data(start, data);
    }

    /** Null when the file became shorter meanwhile. */
    private @Nullable ByteBuffer read(long from, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                return null;
            }
        }
        return bytes.flip();
    }
}
