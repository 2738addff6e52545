package org.crease.runlog.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into TFRecord frames: length (8 bytes), its masked CRC (4), data, its masked CRC (4), little-endian. Can be
 * asked again after {@link Frame.Unfinished}; never allocates more than what the file still holds. Reads 64 KiB at a time,
 * and reads again what was not whole.
 */
final class FrameReader {
    static final int HEADER = 12;
    static final int FOOTER = 4;

    private static final int LONGEST = 1 << 30;
    private static final int LONGEST_READ = 1 << 27;
    private static final int WINDOW = 1 << 16;

    private final FileChannel channel;
    private final ByteBuffer window =
            ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long base;
    private long offset;

    FrameReader(FileChannel channel, long offset) {
        this.channel = channel;
        this.offset = offset;
        this.base = offset;
    }

    /** Where the next record begins. */
    long offset() {
        return offset;
    }

    Frame next() throws IOException {
        if (!held(HEADER)) {
            fill();
            if (channel.size() < offset) {
                return new Frame.Lost(offset, "the file shrank to " + channel.size() + " bytes");
            }
            if (!held(HEADER)) {
                return unfinished();
            }
        }
        int at = (int) (offset - base);
        long length = window.getLong(at);
        if (window.getInt(at + Long.BYTES) != MaskedCrc.of(window.array(), at, Long.BYTES)) {
            return new Frame.Lost(offset, "the record's length fails its checksum");
        }
        if (length < 0 || length > LONGEST) {
            return new Frame.Lost(offset, "the record claims " + Long.toUnsignedString(length) + " bytes");
        }
        return record((int) length);
    }

    private Frame record(int length) throws IOException {
        long total = (long) HEADER + length + FOOTER;
        if (total <= WINDOW) {
            if (!held(total)) {
                fill();
            }
            return held(total) ? data(window.array(), (int) (offset - base) + HEADER, length) : unfinished();
        }
        if (channel.size() - offset < total) {
            return unfinished();
        }
        if (length > LONGEST_READ) {
            long start = offset;
            offset += total;
            return new Frame.Damaged(start, "is " + length + " bytes long, at most " + LONGEST_READ + " are read");
        }
        byte[] body = read(offset + HEADER, length + FOOTER);
        return body == null ? unfinished() : data(body, 0, length);
    }

    private Frame data(byte[] bytes, int from, int length) {
        long start = offset;
        offset += (long) HEADER + length + FOOTER;
        int crc = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(from + length);
        if (crc != MaskedCrc.of(bytes, from, length)) {
            return new Frame.Damaged(start, "content fails its checksum");
        }
        return new Frame.Data(start, Arrays.copyOfRange(bytes, from, from + length));
    }

    /** What is not whole is read again next time: its writer may have died, and another may have cut it off. */
    private Frame unfinished() {
        window.limit(0);
        return new Frame.Unfinished(offset);
    }

    private boolean held(long size) {
        return base <= offset && offset + size <= base + window.limit();
    }

    private void fill() throws IOException {
        base = offset;
        window.clear();
        int read = 0;
        while (window.hasRemaining() && read >= 0) {
            read = channel.read(window, base + window.position());
        }
        window.flip();
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
}
