package org.crease.runlog.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.crease.runlog.storage.AppendFile;
import org.crease.runlog.storage.CorruptFileException;

/**
 * Finds where an event file can be continued: behind its last whole record. An unfinished record and zeros at the end are
 * what a dead writer leaves; a length that fails its checksum before other data is damage, which no reader gets past.
 */
record EventTail(Path file) implements AppendFile.Tail {
    private static final int BUFFER = 1 << 13;

    @Override
    public long end(FileChannel channel) throws IOException {
        FrameReader frames = new FrameReader(channel, 0);
        while (true) {
            Frame frame = frames.next();
            if (frame instanceof Frame.Unfinished) {
                return frame.offset();
            }
            if (frame instanceof Frame.Lost lost) {
                if (zeros(channel, lost.offset())) {
                    return lost.offset();
                }
                throw new CorruptFileException(
                        file, "offset " + lost.offset(), lost.reason() + "; move the file away to go on without it");
            }
        }
    }

    private static boolean zeros(FileChannel channel, long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long at = from; channel.read(buffer.clear(), at) >= 0; at += buffer.limit()) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                if (buffer.get() != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
