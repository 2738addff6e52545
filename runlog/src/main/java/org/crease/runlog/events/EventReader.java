package org.crease.runlog.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.crease.runlog.storage.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Follows an event file while it grows. A record that fails its checksum is skipped; a length that does ends the reading for
 * good. A file that was replaced, deleted or cut ends it too: a new reader starts over.
 */
public final class EventReader implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final @Nullable Object key;
    private final FrameReader frames;
    private final EventParser parser = new EventParser();
    private @Nullable Stopped stopped;

    /** What {@link #next} found. */
    public sealed interface Reading {}

    /** An event. */
    public record Read(Event event) implements Reading {}

    /** A damaged record; reading goes on behind it. */
    public record Skipped(long offset, String reason) implements Reading {}

    /** Nothing more for now: the end of the file, or a record that is not whole yet. */
    public record Waiting(long offset) implements Reading {}

    /** Nothing more, ever; each later call says the same. */
    public record Stopped(long offset, String reason) implements Reading {}

    public EventReader(Path file) {
        this(file, 0);
    }

    /**
     * Goes on where another reader of the same file was. Tags whose first event that one saw have no plugin, but for values that
     * imply one.
     *
     * @param offset as the other's {@link #offset}
     */
    public EventReader(Path file, long offset) {
        this.file = file;
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            this.key = key();
        } catch (IOException e) {
            throw failed(e);
        }
        this.frames = new FrameReader(channel, offset);
    }

    /** Bytes of the file that are done with: where the next record begins. */
    public long offset() {
        return frames.offset();
    }

    /** Reads the next record. */
    public Reading next() {
        if (stopped != null) {
            return stopped;
        }
        try {
            Reading reading = read(frames.next());
            if (reading instanceof Stopped last) {
                stopped = last;
            }
            return reading;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Reads events until there are no more for now, passing over damaged records. */
    public List<Event> available() {
        List<Event> events = new ArrayList<>();
        Reading reading = next();
        while (!(reading instanceof Waiting) && !(reading instanceof Stopped)) {
            if (reading instanceof Read read) {
                events.add(read.event());
            }
            reading = next();
        }
        return events;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Reading read(Frame frame) throws IOException {
        if (frame instanceof Frame.Data data) {
            try {
                return new Read(parser.event(data.bytes()));
            } catch (MalformedMessageException e) {
                return new Skipped(frame.offset(), "is no event: " + e.getMessage());
            }
        }
        if (frame instanceof Frame.Damaged damaged) {
            return new Skipped(frame.offset(), damaged.reason());
        }
        if (frame instanceof Frame.Lost lost) {
            return new Stopped(lost.offset(), lost.reason());
        }
        return replaced()
                ? new Stopped(frame.offset(), "the file was replaced or deleted")
                : new Waiting(frame.offset());
    }

    private boolean replaced() throws IOException {
        try {
            return !Objects.equals(key, key());
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private @Nullable Object key() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("cannot read " + Printable.of(file.toString()) + ": " + e, e);
    }
}
