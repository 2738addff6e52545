package org.crease.runlog;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.crease.runlog.storage.AppendFile;
import org.crease.runlog.storage.Printable;

/**
 * {@code log.txt}: what happened to a run, in words, a line each, with the time. What comes from outside cannot forge a
 * line. A line has reached the operating system when {@link #say} returns. Thread-safe.
 */
public final class TextLog implements AutoCloseable {
    private final AppendFile file;

    TextLog(Path root) {
        this.file = new AppendFile(root.resolve("log.txt"), FileChannel::size);
    }

    public synchronized void say(Instant time, String message) {
        file.append((time + "  " + Printable.of(message) + "\n").getBytes(StandardCharsets.UTF_8), false);
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
