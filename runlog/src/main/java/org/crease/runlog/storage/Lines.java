package org.crease.runlog.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Cuts a file into the lines that were completely written. The piece after the last line end is torn, and so are lines
 * with a NUL byte at the very end: a power cut leaves zeros where data was not yet on the device. A NUL byte before
 * a good line is damage.
 */
final class Lines {
    private static final int LONGEST = 16 << 20;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Sink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number = 1;
    private long offset;
    private long end;
    private boolean zeros;
    private long zerosAt = -1;

    /** Takes a complete line, without its line end. */
    interface Sink {
        void line(byte[] line, long number);
    }

    private Lines(Path file, Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Hands over each complete line and returns where the last one ends. */
    static long read(FileChannel channel, Path file, Sink sink) throws IOException {
        Lines lines = new Lines(file, sink);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        channel.position(0);
        while (channel.read(buffer) >= 0) {
            lines.take(buffer.flip());
            buffer.clear();
        }
        return lines.end;
    }

    private void take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            offset++;
            if (b == '\n') {
                finishLine();
            } else {
                zeros |= b == 0;
                line.write(b);
                if (line.size() > LONGEST && !zeros) {
                    throw new CorruptFileException(file, "line " + number, "is longer than " + LONGEST + " bytes");
                }
            }
        }
    }

    private void finishLine() {
        if (zeros) {
            zerosAt = zerosAt < 0 ? number : zerosAt;
        } else if (zerosAt >= 0) {
            throw new CorruptFileException(file, "line " + zerosAt, "holds NUL bytes and is not the last");
        } else {
            sink.line(line.toByteArray(), number);
            end = offset;
        }
        number++;
        zeros = false;
        line.reset();
    }
}
