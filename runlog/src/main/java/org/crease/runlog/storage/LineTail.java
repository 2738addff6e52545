package org.crease.runlog.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows a log of lines that another process writes: each reading hands over the lines that were completed since the last.
 * A file that was replaced, cut, or written over is read anew from its first line; how that is noticed: another file of the
 * same name, a shorter one, or other bytes in front of the place where reading stopped. Costs one look at the file's
 * attributes when nothing has changed. Not thread-safe.
 */
public final class LineTail {
    private static final int BLOCK = 1 << 18;
    private static final int LONGEST = 16 << 20;
    private static final int SEEN = 64;

    private final Path root;
    private final Path file;
    private byte[] buffer = {};
    private long end;
    private long number;
    private byte[] seen = {};
    private @Nullable Object key;
    private @Nullable FileTime modified;
    private long size = -1;

    /** Takes lines. */
    public interface Sink {
        /**
         * A complete line without its end: bytes {@code from .. to - 1} of a buffer that is only lent.
         *
         * @param offset of its first byte in the file
         * @param number from 1 on
         */
        void line(byte[] bytes, int from, int to, long offset, long number);

        /** A line that is too long to be one of ours was passed over. */
        void tooLong(long number);

        /** What was handed over before is void; all lines come again. */
        void restart();
    }

    /**
     * @param root the run that the file must really lie in
     * @param file the log; may come later
     */
    public LineTail(Path root, Path file) {
        this.root = root;
        this.file = file;
    }

    /**
     * Reads on.
     *
     * @return whether there was anything new
     * @throws CorruptFileException when the file is no regular file of the run
     */
    public boolean read(Sink sink) {
        try {
            return follow(sink);
        } catch (NoSuchFileException e) {
            return begin(sink);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Printable.of(file.toString()) + ": " + e, e);
        } finally {
            buffer = new byte[0];
        }
    }

    private boolean follow(Sink sink) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean same = Objects.equals(key, now.fileKey());
        if (same && now.size() == size && now.lastModifiedTime().equals(modified)) {
            return false;
        }
        boolean changed = false;
        try (FileChannel channel = Confined.open(root, file)) {
            if (!same || channel.size() < end || !endsAsSeen(channel)) {
                changed = begin(sink);
            }
            long before = end;
            readLines(channel, sink);
            changed |= end != before;
            seen = lastBytes(channel);
        }
        key = now.fileKey();
        size = now.size();
        modified = now.lastModifiedTime();
        return changed;
    }

    /** Forgets everything; true when there was something to forget. */
    private boolean begin(Sink sink) {
        boolean some = end > 0;
        end = 0;
        number = 0;
        size = -1;
        seen = new byte[0];
        if (some) {
            sink.restart();
        }
        return some;
    }

    private boolean endsAsSeen(FileChannel channel) throws IOException {
        return Arrays.equals(seen, lastBytes(channel));
    }

    private byte[] lastBytes(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(SEEN, end));
        while (bytes.hasRemaining() && channel.read(bytes, end - bytes.limit() + bytes.position()) >= 0) {
            // Until all are there.
        }
        return bytes.array();
    }

    private void readLines(FileChannel channel, Sink sink) throws IOException {
        buffer = new byte[BLOCK];
        int filled = 0;
        boolean skipping = false;
        long position = end;
        while (true) {
            int count = channel.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled), position);
            if (count < 0) {
                return;
            }
            long base = position - filled;
            position += count;
            int start = 0;
            for (int i = filled; i < filled + count; i++) {
                if (buffer[i] == '\n') {
                    hand(sink, start, i, skipping);
                    end = base + i + 1;
                    skipping = false;
                    start = i + 1;
                }
            }
            filled += count - start;
            System.arraycopy(buffer, start, buffer, 0, filled);
            if (skipping || filled > LONGEST) {
                skipping = true;
                filled = 0;
            } else if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * filled);
            }
        }
    }

    private void hand(Sink sink, int from, int to, boolean skipping) {
        number++;
        if (skipping) {
            sink.tooLong(number);
        } else {
            sink.line(buffer, from, to, end, number);
        }
    }
}
