package org.crease.runlog.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What directories need so that a new or renamed file in them outlives a power cut. */
public final class Directories {
    private Directories() {}

    /** Makes a directory and its missing parents durable. A symbolic link in its place is refused. */
    public static void create(Path directory) {
        try {
            createMissing(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make directory " + Printable.of(directory.toString()) + ": " + e, e);
        }
    }

    private static void createMissing(Path directory) throws IOException {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path parent = parent(directory);
        if (!Files.isDirectory(parent)) {
            createMissing(parent);
        }
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
        sync(parent);
    }

    /** Forces a directory's entries to the device. Windows has no such call and orders these writes itself. */
    public static void sync(Path directory) throws IOException {
        if (directory.getFileSystem().getSeparator().equals("\\")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The entries of a directory sorted by name; none when there is no such directory. */
    public static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> sorted = new ArrayList<>(entries.toList());
            sorted.sort((a, b) ->
                    a.getFileName().toString().compareTo(b.getFileName().toString()));
            return sorted;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + Printable.of(directory.toString()) + ": " + e, e);
        }
    }

    static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }
}
