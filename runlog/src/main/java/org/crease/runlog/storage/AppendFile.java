package org.crease.runlog.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that only grows. Opened on the first append, when whatever a dead writer left half-written is cut off; what a
 * failed append of this writer left is cut off before the next one. Not thread-safe.
 */
public final class AppendFile implements AutoCloseable {
    private final Path file;
    private final Tail tail;
    private @Nullable FileChannel channel;
    private long length = -1;

    /** Finds where the last complete piece of a file ends. */
    public interface Tail {
        long end(FileChannel channel) throws IOException;
    }

    public AppendFile(Path file, Tail tail) {
        this.file = file;
        this.tail = tail;
    }

    /** The length up to which the file is complete, after opening it for writing. */
    public long length() {
        try {
            opened();
            return length;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Appends bytes: all of them, or (after an exception) none that a reader will see once the next append has run.
     *
     * @param durable whether to force them to the device
     * @throws UncheckedIOException when a step fails
     */
    public void append(byte[] bytes, boolean durable) {
        try {
            FileChannel out = opened();
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            out.position(length);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            if (durable) {
                out.force(true);
            }
            length += bytes.length;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Forces everything appended so far to the device. */
    public void sync() {
        FileChannel out = channel;
        if (out != null) {
            try {
                out.force(true);
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    /** Closes the file; a later append opens it again. */
    @Override
    public void close() {
        FileChannel out = channel;
        channel = null;
        length = -1;
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    private FileChannel opened() throws IOException {
        FileChannel open = channel;
        if (open != null) {
            return open;
        }
        boolean fresh = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        open = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try {
            if (length < 0) {
                length = tail.end(open);
            }
            if (open.size() > length) {
                open.truncate(length);
                open.force(true);
            }
            if (fresh) {
                Directories.sync(Directories.parent(file));
            }
        } catch (IOException | RuntimeException e) {
            length = -1;
            abandon(open, e);
            throw e;
        }
        channel = open;
        return open;
    }

    /** Closes the channel but remembers the length, so that the next append starts from what was complete. */
    private UncheckedIOException failed(IOException cause) {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.truncate(length);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
            abandon(open, cause);
        }
        return new UncheckedIOException("cannot append to " + Printable.of(file.toString()) + ": " + cause, cause);
    }

    private static void abandon(FileChannel channel, Exception failure) {
        try {
            channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
