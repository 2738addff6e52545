package org.crease.runlog.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
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
        byte[] header = read(offset, HEADER);
        if (header == null) {
            return new Frame.Unfinished(offset);
        }
        long length = little(header).getLong();
        if (little(header).getInt(8) != MaskedCrc.of(header, 0, 8)) {
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
        byte[] body = read(offset + HEADER, length + FOOTER);
        if (body == null) {
            return new Frame.Unfinished(offset);
        }
        long start = offset;
        offset += (long) HEADER + length + FOOTER;
        if (little(body).getInt(length) != MaskedCrc.of(body, 0, length)) {
            return new Frame.Damaged(start);
        }
        return new Frame.Data(start, Arrays.copyOf(body, length));
    }

    /** Null when the file became shorter meanwhile. */
    private byte @Nullable [] read(long from, int size) throws IOException {
        byte[] bytes = new byte[size];
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            if (channel.read(rest, from + rest.position()) < 0) {
                return null;
            }
        }
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
