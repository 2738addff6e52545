package org.crease.runlog.logdir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.crease.runlog.events.Event;
import org.crease.runlog.events.EventReader;
import org.crease.runlog.storage.Printable;
import org.jspecify.annotations.Nullable;

/**
 * An event file and how far it was read. Open only while it is read. That it is still the same file is told by its key in the
 * file system and by its first bytes, which hold the time at which it was begun: keys are used again.
 */
final class TailedFile {
    private static final int HEAD = 64;

    private final Path file;
    private @Nullable Object key;
    private byte[] head = {};
    private long offset;
    private boolean stopped;

    TailedFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** Whether what was read of it is still there. */
    boolean same() {
        try {
            BasicFileAttributes now = attributes();
            if (offset == 0 && head.length == 0) {
                return true;
            }
            return Objects.equals(key, now.fileKey())
                    && now.size() >= offset
                    && Arrays.equals(head, Arrays.copyOf(start(), head.length));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Printable.of(file.toString()) + ": " + e, e);
        }
    }

    /**
     * Reads what is there by now.
     *
     * @param most bytes, but one event at least
     * @return bytes that were read; more may be there when this is not less than {@code most}
     */
    long read(long most, Consumer<Event> events, Consumer<Problem> problems) {
        if (stopped) {
            return 0;
        }
        long from = offset;
        try {
            if (attributes().size() == offset) {
                return 0;
            }
            read(from, most, events, problems);
            return offset - from;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Printable.of(file.toString()) + ": " + e, e);
        }
    }

    private void read(long from, long most, Consumer<Event> events, Consumer<Problem> problems) throws IOException {
        key = attributes().fileKey();
        head = start();
        try (EventReader reader = new EventReader(file, from)) {
            while (reader.offset() - from < most) {
                EventReader.Reading reading = reader.next();
                if (reading instanceof EventReader.Read read) {
                    events.accept(read.event());
                } else if (reading instanceof EventReader.Skipped skipped) {
                    problems.accept(new Problem(name(), skipped.offset(), "record skipped: " + skipped.reason()));
                } else {
                    stopped = reading instanceof EventReader.Stopped;
                    if (reading instanceof EventReader.Stopped last) {
                        problems.accept(new Problem(name(), last.offset(), "reading ends here: " + last.reason()));
                    }
                    break;
                }
                offset = reader.offset();
            }
        }
    }

    private String name() {
        return Printable.of(EventFiles.name(file));
    }

    private BasicFileAttributes attributes() throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new NoSuchFileException(file.toString(), null, "is no regular file any more");
        }
        return attributes;
    }

    private byte[] start() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes, bytes.position());
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
