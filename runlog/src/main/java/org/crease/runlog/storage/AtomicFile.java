package org.crease.runlog.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file as a whole: temporary file in the same directory, forced to the device, renamed over the target,
 * directory forced. Whoever opens the target finds the old content or the new, never a part. One writer at a time for
 * one target; the run's lock sees to that.
 */
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /** Writes the content of a file. */
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file durably. When it fails the old file is as it was.
     *
     * @throws UncheckedIOException when any step fails
     */
    public static void write(Path target, Body body) {
        Path temporary = temporary(target);
        try {
            Files.deleteIfExists(temporary);
            writeNew(temporary, body);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            Directories.sync(Directories.parent(target));
        } catch (IOException e) {
            discard(temporary, e);
            throw new UncheckedIOException("cannot write " + Printable.of(target.toString()) + ": " + e, e);
        } catch (RuntimeException | Error e) {
            discard(temporary, e);
            throw e;
        }
    }

    /** True for the name of a temporary file that a dead writer may have left. */
    public static boolean isTemporary(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(".tmp");
    }

    private static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".tmp");
    }

    private static void writeNew(Path file, Body body) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            body.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void discard(Path temporary, Throwable failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
