package org.crease.runlog.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.crease.runlog.storage.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what an event file says about the end of its run. TensorBoard believes the first such record, whatever comes
 * behind it, so each is overwritten with a log message of the same length, which readers pass over. Lengths stay, so who
 * follows the file is not disturbed, and a death in between costs that record alone.
 */
final class SessionEnds {
    private static final String WITHDRAWN = "withdrawn: the run goes on ";

    private SessionEnds() {}

    static void withdraw(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            FrameReader frames = new FrameReader(channel, 0);
            EventParser parser = new EventParser();
            boolean changed = false;
            Frame frame = frames.next();
            while (!(frame instanceof Frame.Unfinished) && !(frame instanceof Frame.Lost)) {
                if (frame instanceof Frame.Data data) {
                    byte[] other = replacement(parser, data.bytes());
                    if (other != null) {
                        overwrite(channel, data.offset(), Frame.of(other));
                        changed = true;
                    }
                }
                frame = frames.next();
            }
            if (changed) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change " + Printable.of(file.toString()) + ": " + e, e);
        }
    }

    /** What to write in place of a record, or null when it may stay. */
    private static byte @Nullable [] replacement(EventParser parser, byte[] record) {
        try {
            Event event = parser.event(record);
            if (event.values().stream().noneMatch(value -> value.tag().equals(Hparams.END))) {
                return null;
            }
            int length = WITHDRAWN.length();
            byte[] other = message(event, length);
            if (other.length < record.length) {
                other = message(event, length + record.length - other.length);
            }
            return other.length == record.length ? other : null;
        } catch (MalformedMessageException e) {
            return null;
        }
    }

    private static byte[] message(Event event, int length) {
        String text = WITHDRAWN + ".".repeat(length - WITHDRAWN.length());
        return new Message()
                .float64(1, event.wallTime())
                .integer(2, event.step())
                .message(6, new Message().text(2, text))
                .toBytes();
    }

    private static void overwrite(FileChannel channel, long offset, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest, offset + rest.position());
        }
    }
}
