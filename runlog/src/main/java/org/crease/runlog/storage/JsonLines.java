package org.crease.runlog.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * An append-only log of JSON objects, one a line. Reading drops a torn last line; appending first cuts it off. A bad line
 * before the last is an error with file and line. Thread-safe; one process writes, any may read meanwhile.
 */
public final class JsonLines implements AutoCloseable {
    private final Path root;
    private final Path file;
    private final AppendFile out;

    /**
     * @param root the run that the file must really lie in
     * @param file the log; made on the first append
     */
    public JsonLines(Path root, Path file) {
        this.root = root;
        this.file = file;
        this.out = new AppendFile(file, channel -> Lines.read(channel, file, (line, number) -> {}));
    }

    /**
     * Appends objects, each as a line.
     *
     * @param durable whether to force them to the device before returning
     */
    public synchronized void append(List<ObjectNode> objects, boolean durable) {
        StringBuilder text = new StringBuilder();
        for (ObjectNode object : objects) {
            text.append(Json.line(object)).append('\n');
        }
        out.append(text.toString().getBytes(StandardCharsets.UTF_8), durable);
    }

    /** Forces what was appended to the device. */
    public synchronized void sync() {
        out.sync();
    }

    /** Reads every complete line; none when there is no file. */
    public <T> List<T> read(Function<Fields, T> parse) {
        List<T> values = new ArrayList<>();
        scan((line, number) -> values.add(parse.apply(Json.parse(line, file, "line " + number))));
        return values;
    }

    /**
     * Reads one line of a log.
     *
     * @param offset of its first byte
     * @param length without its end
     * @throws CorruptFileException when it is damaged or no longer there
     */
    public static Fields at(Path root, Path file, long offset, int length) {
        String position = "offset " + offset;
        ByteBuffer line = ByteBuffer.allocate(length);
        try (FileChannel channel = Confined.open(root, file)) {
            while (line.hasRemaining()) {
                if (channel.read(line, offset + line.position()) < 0) {
                    throw new CorruptFileException(file, position, "the file ends inside the line");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Printable.of(file.toString()) + ": " + e, e);
        }
        return Json.parse(line.array(), file, position);
    }

    /** Keeps only some lines, unchanged; the file is replaced as a whole, and left alone when nothing is to go. */
    public synchronized void retain(Predicate<Fields> keep) {
        out.close();
        List<byte[]> kept = new ArrayList<>();
        long[] dropped = {0};
        scan((line, number) -> {
            if (keep.test(Json.parse(line, file, "line " + number))) {
                kept.add(line);
            } else {
                dropped[0]++;
            }
        });
        if (dropped[0] > 0) {
            AtomicFile.write(file, stream -> {
                for (byte[] line : kept) {
                    stream.write(line);
                    stream.write('\n');
                }
            });
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.sync();
        } finally {
            out.close();
        }
    }

    private void scan(Lines.Sink sink) {
        try (FileChannel channel = Confined.open(root, file)) {
            Lines.read(channel, file, sink);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Printable.of(file.toString()) + ": " + e, e);
        }
    }
}
